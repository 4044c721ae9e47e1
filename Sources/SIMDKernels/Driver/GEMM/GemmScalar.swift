/// An element type with blocked products: `Float` and `Double`.
package protocol GemmScalar: BinaryFloatingPoint & Sendable {
    static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Self>
}

extension Float: GemmScalar {
    package static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Float> { table.gemm.float }
}

extension Double: GemmScalar {
    package static func gemmKernels(_ table: KernelTable) -> FloatingGemmKernels<Double> { table.gemm.double }
}
