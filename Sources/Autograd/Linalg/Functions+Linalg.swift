import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// The determinants of square matrices, as `Linalg.det`.
public func det(_ x: Tensor) -> Tensor { x.det() }
/// The signs and logarithms of determinants, as `Linalg.slogdet`.
public func slogdet(_ x: Tensor) -> (sign: Tensor, logabsdet: Tensor) { x.slogdet() }
/// The logarithms of determinants: -∞ where one is 0, NaN where one is negative.
public func logdet(_ x: Tensor) -> Tensor { x.logdet() }
/// L of `self = L · Lᵀ`, or with `upper` its transpose, as `Linalg.cholesky`.
public func cholesky(_ x: Tensor, upper: Bool = false) -> Tensor { x.cholesky(upper: upper) }
/// X of `A · X = self`, from the factor of A that `cholesky` gives.
public func choleskySolve(_ x: Tensor, _ factor: Tensor, upper: Bool = false) -> Tensor {
    x.choleskySolve(factor, upper: upper)
}
/// The inverses of matrices of which these are the factors that `cholesky` gives.
public func choleskyInverse(_ x: Tensor, upper: Bool = false) -> Tensor { x.choleskyInverse(upper: upper) }
/// Q and R of `self = Q · R`, as `Linalg.qr`; Q is square where not `some`.
public func qr(_ x: Tensor, some: Bool = true) -> (q: Tensor, r: Tensor) { x.qr(some: some) }
/// U, S and V (not transposed) of `self = U · diag(S) · Vᵀ`, as `torch.svd`; U and V are square where not `some`.
public func svd(_ x: Tensor, some: Bool = true) -> (u: Tensor, s: Tensor, v: Tensor) { x.svd(some: some) }
/// The Moore-Penrose pseudo-inverse, as `Linalg.pinv`; singular values up to `rcond` times the largest count as 0.
public func pinverse(_ x: Tensor, rcond: Double = 1e-15) -> Tensor { x.pinverse(rcond: rcond) }
/// Powers of square matrices, as `Linalg.matrixPower`.
public func matrixPower(_ x: Tensor, _ n: Int) -> Tensor { x.matrixPower(n) }
