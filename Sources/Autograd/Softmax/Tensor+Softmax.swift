import PinionTensor

extension Tensor {
    /// `eˣ / Σ eˣ` along `dim`: positive numbers whose sum is 1.
    /// - Parameters:
    ///   - dim: the dimension of the sums.
    ///   - dtype: the floating-point dtype to convert to first.
    public func softmax(dim: Int, dtype: DType? = nil) -> Tensor {
        softmax(.probabilities, dim, dtype, "SoftmaxBackward0", "softmax") { g, y, dims in
            let product = g * y
            return product - y * product.sum(dims: dims, keepDim: true)
        }
    }

    /// `x - log Σ eˣ` along `dim`: the logarithm of the softmax, also where that is too small for a number.
    /// - Parameters:
    ///   - dim: the dimension of the sums.
    ///   - dtype: the floating-point dtype to convert to first.
    public func logSoftmax(dim: Int, dtype: DType? = nil) -> Tensor {
        softmax(.logarithms, dim, dtype, "LogSoftmaxBackward0", "logSoftmax") { g, y, dims in
            g - y.exp() * g.sum(dims: dims, keepDim: true)
        }
    }

    /// The softmax of `-x` along `dim`.
    public func softmin(dim: Int, dtype: DType? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try softmaxDims(dim, dtype, "softmin")
            return (-self).softmax(dim: dim, dtype: dtype)
        }
    }

    private func softmax(
        _ kind: SoftmaxKind, _ dim: Int, _ dtype: DType?, _ node: StaticString, _ name: StaticString,
        _ gradient: @escaping (_ g: Tensor, _ y: Tensor, _ dims: [Int]) -> Tensor
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = try softmaxDims(dim, dtype, name)
            let x = dtype.map { to($0) } ?? self
            let y = Raw.softmax(kind, x, dims.first ?? 0)
            if !isRecorded(x) { return y }
            let output = SavedOutput(y)
            return record(node, y, x) { g in
                if GradMode.isEnabled { return gradient(g, output.tensor, dims) }
                return Raw.softmaxBackward(kind, g, output.tensor, dims.first ?? 0)
            }
        }
    }

    private func softmaxDims(_ dim: Int, _ dtype: DType?, _ name: StaticString) throws(TensorError) -> [Int] {
        let dims = try reducedDims([dim], name)
        if dtype?.isFloatingPoint != true { try checkFloating(name) }
        return dims
    }
}

/// `eˣ / Σ eˣ` along `dim`, as `Tensor.softmax`.
public func softmax(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor { x.softmax(dim: dim, dtype: dtype) }
/// `x - log Σ eˣ` along `dim`, as `Tensor.logSoftmax`.
public func logSoftmax(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor { x.logSoftmax(dim: dim, dtype: dtype) }
/// The softmax of `-x` along `dim`, as `Tensor.softmin`.
public func softmin(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor { x.softmin(dim: dim, dtype: dtype) }
/// `log Σ eˣ` along `dim`, as `Tensor.logsumexp`.
public func logsumexp(_ x: Tensor, dim: Int, keepDim: Bool = false) -> Tensor {
    x.logsumexp(dim: dim, keepDim: keepDim)
}
