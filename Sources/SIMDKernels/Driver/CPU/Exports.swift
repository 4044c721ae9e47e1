// The enums and the table's types are part of this module's face: whoever drives kernels needs them.
@_exported import PinionKernelInterface
