import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// As `cumsum(dim:dtype:)`.
public func cumsum(_ x: Tensor, _ dim: Int, dtype: DType? = nil) -> Tensor { x.cumsum(dim, dtype: dtype) }
/// The sums of the elements up to each along `dim`.
public func cumsum(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor { x.cumsum(dim: dim, dtype: dtype) }
/// As `cumprod(dim:dtype:)`.
public func cumprod(_ x: Tensor, _ dim: Int, dtype: DType? = nil) -> Tensor { x.cumprod(dim, dtype: dtype) }
/// The products of the elements up to each along `dim`.
public func cumprod(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor { x.cumprod(dim: dim, dtype: dtype) }
/// As `cummax(dim:)`.
public func cummax(_ x: Tensor, _ dim: Int) -> (values: Tensor, indices: Tensor) { x.cummax(dim) }
/// The largest of the elements up to each along `dim`, and where it is: the last one of equal ones.
public func cummax(_ x: Tensor, dim: Int) -> (values: Tensor, indices: Tensor) { x.cummax(dim: dim) }
/// As `cummin(dim:)`.
public func cummin(_ x: Tensor, _ dim: Int) -> (values: Tensor, indices: Tensor) { x.cummin(dim) }
/// The smallest of the elements up to each along `dim`, and where it is: the last one of equal ones.
public func cummin(_ x: Tensor, dim: Int) -> (values: Tensor, indices: Tensor) { x.cummin(dim: dim) }
/// As `logcumsumexp(dim:)`.
public func logcumsumexp(_ x: Tensor, _ dim: Int) -> Tensor { x.logcumsumexp(dim) }
/// `log Σ eˣ` of the elements up to each along `dim`, without overflow.
public func logcumsumexp(_ x: Tensor, dim: Int) -> Tensor { x.logcumsumexp(dim: dim) }
/// As `softmax(dim:dtype:)`.
public func softmax(_ x: Tensor, _ dim: Int, dtype: DType? = nil) -> Tensor { x.softmax(dim, dtype: dtype) }
/// As `logSoftmax(dim:dtype:)`.
public func logSoftmax(_ x: Tensor, _ dim: Int, dtype: DType? = nil) -> Tensor { x.logSoftmax(dim, dtype: dtype) }
/// As `softmin(dim:dtype:)`.
public func softmin(_ x: Tensor, _ dim: Int, dtype: DType? = nil) -> Tensor { x.softmin(dim, dtype: dtype) }
