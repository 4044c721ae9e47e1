import PinionTensor

/// The sum of products over the last `dims` dimensions of `a` and the first of `b`; 0 gives the outer product.
///
/// See <https://docs.pytorch.org/docs/stable/generated/torch.tensordot.html>.
public func tensordot(_ a: Tensor, _ b: Tensor, dims: Int = 2) -> Tensor {
    attempt { () throws(TensorError) in
        if dims < 0 || dims > min(a.ndim, b.ndim) {
            throw TensorError(
                "tensordot", .dimension, "\(dims) dimensions of tensors of shapes \(a.shape) and \(b.shape)")
        }
        return tensordot(a, b, dims: (Array(a.ndim - dims..<a.ndim), Array(0..<dims)))
    }
}

/// The sum of products over pairs of dimensions: the first ones of `a`, the second ones of `b`.
///
/// The result has a's other dimensions and then b's.
public func tensordot(_ a: Tensor, _ b: Tensor, dims: ([Int], [Int])) -> Tensor {
    tensordot("tensordot", a, b, dims)
}

/// The same with the dimensions in a list of two.
public func tensordot(_ a: Tensor, _ b: Tensor, dims: [[Int]]) -> Tensor {
    attempt { () throws(TensorError) in
        if dims.count != 2 {
            throw TensorError("tensordot", .dimension, "dims is \(dims), expected two lists of dimensions")
        }
        return tensordot("tensordot", a, b, (dims[0], dims[1]))
    }
}

private func tensordot(_ name: StaticString, _ a: Tensor, _ b: Tensor, _ dims: ([Int], [Int])) -> Tensor {
    attempt { () throws(TensorError) in
        try Raw.checkSameDType(a, b, name)
        if dims.0.count != dims.1.count {
            throw TensorError("\(name)", .dimension, "\(dims.0) and \(dims.1) are not pairs of dimensions")
        }
        let first = try a.layout.dimensions(dims.0, "\(name)")
        let second = try b.layout.dimensions(dims.1, "\(name)")
        var labels = Array(a.ndim..<a.ndim + b.ndim)
        var sizes: [Int: Int] = [:]
        for (d, size) in a.shape.enumerated() { sizes[d] = size }
        for (d, size) in b.shape.enumerated() { sizes[a.ndim + d] = size }
        for (i, j) in zip(first, second) {
            let (m, n) = (a.layout.sizes[i], b.layout.sizes[j])
            if m != n && m != 1 && n != 1 {
                throw TensorError(
                    "\(name)", .shape,
                    "shapes \(a.shape) and \(b.shape): the sizes \(m) at dimension \(i) and \(n) at dimension \(j) "
                        + "are different")
            }
            labels[j] = i
            sizes[i] = m == 1 ? n : m
        }
        let output = (0..<a.ndim).filter { !first.contains($0) } + labels.filter { $0 >= a.ndim }
        return contract(
            [LabelledTensor(tensor: a, labels: Array(0..<a.ndim)), LabelledTensor(tensor: b, labels: labels)],
            sizes: sizes, output: output)
    }
}

extension Tensor {
    /// The sums of products over the last dimensions of both; of vectors their dot product, of a number a multiple.
    public func inner(_ other: Tensor) -> Tensor {
        if ndim == 0 || other.ndim == 0 { return self * other }
        if ndim == 1 && other.ndim == 1 { return product("inner", "DotBackward0", other) }
        return tensordot("inner", self, other, ([-1], [-1]))
    }
}

/// The sums of products over the last dimensions, as `a.inner(b)`.
public func inner(_ a: Tensor, _ b: Tensor) -> Tensor { a.inner(b) }
