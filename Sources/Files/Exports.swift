@_exported import PinionOptim
