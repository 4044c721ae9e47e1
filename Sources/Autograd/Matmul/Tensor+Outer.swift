import PinionTensor

extension Tensor {
    /// `self[i] · other[j]` of two vectors, of shape [m, n].
    public func outer(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try checkRank("outer", other, 1, 1)
            return unsqueeze(1) * other
        }
    }

    /// `self[i] · other[j]`, as `outer`.
    public func ger(_ other: Tensor) -> Tensor { outer(other) }

    /// `beta · self + alpha · vec1[i] · vec2[j]`; `self` broadcasts to [m, n].
    public func addr<B: TensorScalar, A: TensorScalar>(
        _ vec1: Tensor, _ vec2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try vec1.checkRank("addr", vec2, 1, 1)
            let dtype = dtype.promoted(with: vec1.dtype).promoted(with: vec2.dtype)
            if dtype == .bool { return addrOfMasks(vec1, vec2, beta: beta.number, alpha: alpha.number) }
            return AddedProduct.addr(
                to(dtype), vec1.to(dtype).unsqueeze(1), vec2.to(dtype).unsqueeze(0), beta: beta.number,
                alpha: alpha.number)
        }
    }

    /// `addr` in place.
    @discardableResult
    public func addrInPlace<B: TensorScalar, A: TensorScalar>(
        _ vec1: Tensor, _ vec2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try vec1.checkRank("addrInPlace", vec2, 1, 1)
            if [self, vec1, vec2].allSatisfy({ $0.dtype == .bool }) {
                return copyInPlace(addrOfMasks(vec1, vec2, beta: beta.number, alpha: alpha.number))
            }
            return AddedProduct.addr.inPlace(
                self, vec1.unsqueeze(1), vec2.unsqueeze(0), beta: beta.number, alpha: alpha.number)
        }
    }

    /// `addr` of masks: `and` for a product, `or` for a sum.
    private func addrOfMasks(_ vec1: Tensor, _ vec2: Tensor, beta: Number, alpha: Number) -> Tensor {
        let product = vec1.unsqueeze(1).logicalAnd(vec2.unsqueeze(0))
        let factors = (Tensor(beta.asDouble != 0), Tensor(alpha.asDouble != 0))
        return logicalAnd(factors.0).logicalOr(product.logicalAnd(factors.1))
    }

    /// The Kronecker product: blocks `self[i, j] · other`, in as many dimensions as the larger rank.
    public func kron(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let rank = Swift.max(ndim, other.ndim)
            if 2 * rank > Layout.maximumRank {
                throw TensorError(
                    "kron", .shape,
                    "shapes \(shape) and \(other.shape) have too many dimensions; at most \(Layout.maximumRank / 2)")
            }
            let left = [Int](repeating: 1, count: rank - ndim) + shape
            let right = [Int](repeating: 1, count: rank - other.ndim) + other.shape
            let spread = reshape(left.flatMap { [$0, 1] }) * other.reshape(right.flatMap { [1, $0] })
            return spread.reshape(zip(left, right).map { $0 * $1 })
        }
    }
}

/// `a[i] · b[j]` of two vectors, as `a.outer(b)`.
public func outer(_ a: Tensor, _ b: Tensor) -> Tensor { a.outer(b) }
/// `a[i] · b[j]` of two vectors, as `a.outer(b)`.
public func ger(_ a: Tensor, _ b: Tensor) -> Tensor { a.outer(b) }
/// The Kronecker product, as `a.kron(b)`.
public func kron(_ a: Tensor, _ b: Tensor) -> Tensor { a.kron(b) }
/// `beta · input + alpha · vec1[i] · vec2[j]`, as `input.addr(vec1, vec2)`.
public func addr<B: TensorScalar, A: TensorScalar>(
    _ input: Tensor, _ vec1: Tensor, _ vec2: Tensor, beta: B = 1, alpha: A = 1
) -> Tensor {
    input.addr(vec1, vec2, beta: beta, alpha: alpha)
}
