import PinionTensor

extension Tensor {
    /// The cross product of vectors of three elements along a dimension; both have one rank and broadcast.
    /// - Parameters:
    ///   - other: the second factor.
    ///   - dim: the dimension of size 3; by default the first of that size, as in `torch.cross`.
    public func cross(_ other: Tensor, dim: Int? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            if let dim { return try crossProduct("cross", other, dim) }
            guard let first = shape.firstIndex(of: 3) else {
                throw TensorError("cross", .shape, "the shape \(shape) has no dimension of size 3")
            }
            return try crossProduct("cross", other, first)
        }
    }

    fileprivate func crossProduct(_ name: StaticString, _ other: Tensor, _ dim: Int) throws(TensorError) -> Tensor {
        if ndim != other.ndim {
            throw TensorError(
                "\(name)", .shape, "shapes \(shape) and \(other.shape) have different numbers of dimensions")
        }
        try Raw.checkSameDType(self, other, name)
        let d = try layout.dimension(dim, "\(name)")
        if ndim == 0 || layout.sizes[d] != 3 || other.layout.sizes[d] != 3 {
            throw TensorError(
                "\(name)", .shape, "shapes \(shape) and \(other.shape) do not both have size 3 at dimension \(dim)")
        }
        let y = try Raw.cross(self, other, dim: d, name: name)
        if !isRecorded(self, other) { return y }
        let a = other.requiresGrad ? SavedTensor(self) : nil
        let b = requiresGrad ? SavedTensor(other) : nil
        return record("LinalgCrossBackward0", y, self, other) { g in
            (b.map { $0.tensor.cross(g, dim: d) }, a.map { g.cross($0.tensor, dim: d) })
        }
    }
}

/// The cross product, as `a.cross(b)`.
public func cross(_ a: Tensor, _ b: Tensor, dim: Int? = nil) -> Tensor { a.cross(b, dim: dim) }

extension Linalg {
    /// The cross product along a dimension of size 3, by default the last. As `torch.linalg.cross`.
    public static func cross(_ a: Tensor, _ b: Tensor, dim: Int = -1) -> Tensor {
        attempt { () throws(TensorError) in try a.crossProduct("Linalg.cross", b, dim) }
    }
}
