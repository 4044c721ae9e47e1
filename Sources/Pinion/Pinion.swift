@_exported import PinionData
