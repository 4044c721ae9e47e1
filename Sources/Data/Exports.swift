@_exported import PinionFiles
