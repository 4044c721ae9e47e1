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

    /// `x · weightᵀ + bias`; the weight is taken packed where it is kept so.
    package func forward(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) -> Tensor {
        product(
            Factor(x, columns: inputs), Factor(weight, columns: inputs, transposed: true), bias,
            into: resized(x, last: outputs), (rows, outputs, inputs), keepsPacked: true)
    }

    /// The gradient by x, `g · weight`.
    package func byX(_ g: Tensor, _ weight: Tensor) -> Tensor {
        product(
            Factor(g, columns: outputs), Factor(weight, columns: inputs), into: resized(g, last: inputs),
            (rows, inputs, outputs))
    }

    /// The gradient by the weight, `gᵀ · x`.
    package func byWeight(_ g: Tensor, _ x: Tensor) -> Tensor {
        var sizes = Extents(repeating: 1)
        (sizes[0], sizes[1]) = (outputs, inputs)
        return product(
            Factor(g, columns: outputs, transposed: true), Factor(x, columns: inputs),
            into: Layout(rank: 2, sizes: sizes), (outputs, inputs, rows))
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

    /// A contiguous layout as `x`'s, but for the last size.
    private func resized(_ x: Tensor, last size: Int) -> Layout {
        var sizes = x.layout.sizes
        sizes[x.ndim - 1] = size
        return Layout(rank: x.ndim, sizes: sizes)
    }

    /// A factor of a product, made contiguous: rows of `columns` elements, or their transpose.
    private struct Factor {
        let tensor: Tensor
        let columns: Int
        let isTransposed: Bool

        init(_ tensor: Tensor, columns: Int, transposed: Bool = false) {
            self.tensor = Raw.contiguous(tensor)
            self.columns = columns
            isTransposed = transposed
        }

        func operand<T: GemmScalar>(_: T.Type) -> MatrixOperand<T> {
            MatrixOperand(
                UnsafePointer(tensor.elements(T.self)), leadingDimension: max(1, columns), transposed: isTransposed)
        }
    }

    /// `a · b + bias` of sizes (m, n, k).
    private func product(
        _ a: Factor, _ b: Factor, _ bias: Tensor? = nil, into layout: Layout, _ sizes: (m: Int, n: Int, k: Int),
        keepsPacked: Bool = false
    ) -> Tensor {
        let result = Tensor(layout, a.tensor.dtype)
        func run<T: GemmScalar>(_: T.Type) {
            let (left, target) = (a.operand(T.self), result.elements(T.self))
            let epilogue = Epilogue(columnBias: bias.map { UnsafePointer($0.elements(T.self)) })
            // A single row or column is multiplied with the matrix as it lies.
            if keepsPacked && sizes.m > 1 && sizes.n > 1, let packed = b.tensor.packedTranspose(T.self) {
                return gemm(m: sizes.m, left, packed, into: target, ldc: sizes.n, epilogue: epilogue)
            }
            gemm(
                m: sizes.m, n: sizes.n, k: sizes.k, left, b.operand(T.self), into: target, ldc: max(1, sizes.n),
                epilogue: epilogue)
        }
        if result.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return result
    }
}
