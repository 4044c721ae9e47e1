@_exported import PinionSIMDKernels
