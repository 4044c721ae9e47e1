import PinionKernelInterface

/// An element type with blocked products and normalization: `Float` and `Double`.
package protocol GemmScalar: BinaryFloatingPoint & Sendable {
    static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Self>
    static func normKernels(_ table: KernelTable) -> NormEntries<Self>
    static func copyKernels(_ table: KernelTable) -> CopyEntries
    static func windowKernels(_ table: KernelTable) -> WindowEntries<Self>
}

extension Float: GemmScalar {
    package static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Float> { table.gemm.float }
    package static func normKernels(_ table: KernelTable) -> NormEntries<Float> { table.norm.float }
    package static func copyKernels(_ table: KernelTable) -> CopyEntries { table.copy.bytes4 }
    package static func windowKernels(_ table: KernelTable) -> WindowEntries<Float> { table.copy.float }
}

extension Double: GemmScalar {
    package static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Double> { table.gemm.double }
    package static func normKernels(_ table: KernelTable) -> NormEntries<Double> { table.norm.double }
    package static func copyKernels(_ table: KernelTable) -> CopyEntries { table.copy.bytes8 }
    package static func windowKernels(_ table: KernelTable) -> WindowEntries<Double> { table.copy.double }
}
