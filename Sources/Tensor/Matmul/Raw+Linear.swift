import PinionSIMDKernels

/// A linear layer over operands of one dtype, float32 or float64; the weight is contiguous, x is made so.
package struct LinearLayer: Sendable {
    private let inputs: Int
    private let outputs: Int
    /// Rows of x.
    private let rows: Int

    /// nil where the operands are others, or do not fit.
    @inline(__always)
    package init?(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) {
        guard x.dtype == .float32 || x.dtype == .float64, weight.dtype == x.dtype, x.ndim >= 2, weight.ndim == 2,
            weight.isContiguous
        else { return nil }
        (outputs, inputs) = (weight.layout.sizes[0], weight.layout.sizes[1])
        guard x.layout.sizes[x.ndim - 1] == inputs, inputs > 0 else { return nil }
        if let bias, bias.dtype != x.dtype || bias.ndim != 1 || bias.numel != outputs || !bias.isContiguous {
            return nil
        }
        rows = x.numel / inputs
    }

    /// `x · weightᵀ + bias`
    package func forward(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) -> Tensor {
        var sizes = x.layout.sizes
        sizes[x.ndim - 1] = outputs
        let (x, y) = (Raw.contiguous(x), Tensor(Layout(rank: x.ndim, sizes: sizes), x.dtype))
        func run<T: GemmScalar>(_: T.Type) {
            gemm(
                m: rows, n: outputs, k: inputs, operand(x, inputs, T.self),
                operand(weight, inputs, T.self, transposed: true),
                into: y.elements(T.self), ldc: max(1, outputs),
                epilogue: Epilogue(columnBias: bias.map { UnsafePointer($0.elements(T.self)) }))
        }
        if x.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return y
    }

    /// The gradient by x, `g · weight`.
    package func byX(_ g: Tensor, _ weight: Tensor) -> Tensor {
        let g = Raw.contiguous(g)
        var sizes = g.layout.sizes
        sizes[g.ndim - 1] = inputs
        let result = Tensor(Layout(rank: g.ndim, sizes: sizes), g.dtype)
        func run<T: GemmScalar>(_: T.Type) {
            gemm(
                m: rows, n: inputs, k: outputs, operand(g, outputs, T.self), operand(weight, inputs, T.self),
                into: result.elements(T.self), ldc: inputs)
        }
        if g.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return result
    }

    /// The gradient by the weight, `gᵀ · x`.
    package func byWeight(_ g: Tensor, _ x: Tensor) -> Tensor {
        var sizes = Extents(repeating: 1)
        (sizes[0], sizes[1]) = (outputs, inputs)
        let (g, x) = (Raw.contiguous(g), Raw.contiguous(x))
        let result = Tensor(Layout(rank: 2, sizes: sizes), x.dtype)
        func run<T: GemmScalar>(_: T.Type) {
            gemm(
                m: outputs, n: inputs, k: rows, operand(g, outputs, T.self, transposed: true),
                operand(x, inputs, T.self), into: result.elements(T.self), ldc: inputs)
        }
        if x.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return result
    }

    /// The gradient by the bias, the sum of g's rows.
    package func byBias(_ g: Tensor) -> Tensor {
        let (g, result) = (Raw.contiguous(g), Tensor(Layout(vector: outputs), g.dtype))
        func run<T: ReductionScalar>(_: T.Type) {
            reduce(.sum, UnsafePointer(g.elements(T.self)), outer: 1, n: rows, inner: outputs, into: result.pointer)
        }
        if g.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return result
    }

    private func operand<T: GemmScalar>(
        _ tensor: Tensor, _ leadingDimension: Int, _: T.Type, transposed: Bool = false
    ) -> MatrixOperand<T> {
        MatrixOperand(
            UnsafePointer(tensor.elements(T.self)), leadingDimension: max(1, leadingDimension), transposed: transposed)
    }
}
