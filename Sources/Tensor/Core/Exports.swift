// DType, numThreads and setNumThreads are part of the public face.
@_exported import PinionSIMDKernels
