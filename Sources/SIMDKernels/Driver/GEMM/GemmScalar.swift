import PinionKernelInterface

/// An element type with blocked products and normalization: `Float` and `Double`.
package protocol GemmScalar: BinaryFloatingPoint & Sendable {
    static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Self>
    static func normKernels(_ table: KernelTable) -> NormEntries<Self>
}

extension Float: GemmScalar {
    package static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Float> { table.gemm.float }
    package static func normKernels(_ table: KernelTable) -> NormEntries<Float> { table.norm.float }
}

extension Double: GemmScalar {
    package static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Double> { table.gemm.double }
    package static func normKernels(_ table: KernelTable) -> NormEntries<Double> { table.norm.double }
}
