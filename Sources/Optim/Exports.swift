@_exported import PinionNN
