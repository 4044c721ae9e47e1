@_exported import PinionTensor
