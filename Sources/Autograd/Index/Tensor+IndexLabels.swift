import PinionTensor

// Indexing with the arguments' names, as PyTorch takes them too.
extension Tensor {
    /// As `gather(_:_:)`.
    public func gather(dim: Int, index: Tensor) -> Tensor { gather(dim, index) }
    /// As `takeAlongDim(_:dim:)`.
    public func takeAlongDim(_ indices: Tensor, _ dim: Int) -> Tensor { takeAlongDim(indices, dim: dim) }
    /// As `indexSelect(_:_:)`.
    public func indexSelect(dim: Int, index: Tensor) -> Tensor { indexSelect(dim, index) }
    /// As `indexAdd(_:_:_:alpha:)`.
    public func indexAdd(dim: Int, index: Tensor, source: Tensor, alpha: Double = 1) -> Tensor {
        indexAdd(dim, index, source, alpha: alpha)
    }
    /// As `indexAddInPlace(_:_:_:alpha:)`.
    @discardableResult
    public func indexAddInPlace(dim: Int, index: Tensor, source: Tensor, alpha: Double = 1) -> Tensor {
        indexAddInPlace(dim, index, source, alpha: alpha)
    }
    /// As `indexCopy(_:_:_:)`.
    public func indexCopy(dim: Int, index: Tensor, source: Tensor) -> Tensor { indexCopy(dim, index, source) }
    /// As `indexCopyInPlace(_:_:_:)`.
    @discardableResult
    public func indexCopyInPlace(dim: Int, index: Tensor, source: Tensor) -> Tensor {
        indexCopyInPlace(dim, index, source)
    }
    /// As `indexFill(_:_:_:)`.
    public func indexFill(dim: Int, index: Tensor, value: some TensorScalar) -> Tensor { indexFill(dim, index, value) }
    /// As `indexFillInPlace(_:_:_:)`.
    @discardableResult
    public func indexFillInPlace(dim: Int, index: Tensor, value: some TensorScalar) -> Tensor {
        indexFillInPlace(dim, index, value)
    }
    /// As `scatter(_:_:_:reduce:)`.
    public func scatter(dim: Int, index: Tensor, src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
        scatter(dim, index, src, reduce: reduce)
    }
    /// As `scatter(_:_:_:reduce:)`.
    public func scatter(_ dim: Int, _ index: Tensor, src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
        scatter(dim, index, src, reduce: reduce)
    }
    /// As `scatter(_:_:_:reduce:)`.
    public func scatter(dim: Int, index: Tensor, value: some TensorScalar, reduce: ScatterReduce? = nil) -> Tensor {
        scatter(dim, index, value, reduce: reduce)
    }
    /// As `scatter(_:_:_:reduce:)`.
    public func scatter(_ dim: Int, _ index: Tensor, value: some TensorScalar, reduce: ScatterReduce? = nil) -> Tensor {
        scatter(dim, index, value, reduce: reduce)
    }
    /// As `scatterInPlace(_:_:_:reduce:)`.
    @discardableResult
    public func scatterInPlace(dim: Int, index: Tensor, src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
        scatterInPlace(dim, index, src, reduce: reduce)
    }
    /// As `scatterInPlace(_:_:_:reduce:)`.
    @discardableResult
    public func scatterInPlace(_ dim: Int, _ index: Tensor, src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
        scatterInPlace(dim, index, src, reduce: reduce)
    }
    /// As `scatterInPlace(_:_:_:reduce:)`.
    @discardableResult
    public func scatterInPlace(dim: Int, index: Tensor, value: some TensorScalar, reduce: ScatterReduce? = nil)
        -> Tensor
    { scatterInPlace(dim, index, value, reduce: reduce) }
    /// As `scatterInPlace(_:_:_:reduce:)`.
    @discardableResult
    public func scatterInPlace(_ dim: Int, _ index: Tensor, value: some TensorScalar, reduce: ScatterReduce? = nil)
        -> Tensor
    { scatterInPlace(dim, index, value, reduce: reduce) }
    /// As `scatterAdd(_:_:_:)`.
    public func scatterAdd(dim: Int, index: Tensor, src: Tensor) -> Tensor { scatterAdd(dim, index, src) }
    /// As `scatterAddInPlace(_:_:_:)`.
    @discardableResult
    public func scatterAddInPlace(dim: Int, index: Tensor, src: Tensor) -> Tensor { scatterAddInPlace(dim, index, src) }
    /// As `maskedFill(_:_:)`.
    public func maskedFill(_ mask: Tensor, value: some TensorScalar) -> Tensor { maskedFill(mask, value) }
    /// As `maskedFill(_:_:)`, for numbers that need a type: `-.infinity`.
    public func maskedFill(_ mask: Tensor, value: Double) -> Tensor { maskedFill(mask, value) }
    /// As `maskedFillInPlace(_:_:)`.
    @discardableResult
    public func maskedFillInPlace(_ mask: Tensor, value: some TensorScalar) -> Tensor { maskedFillInPlace(mask, value) }
    /// As `maskedFillInPlace(_:_:)`, for numbers that need a type: `-.infinity`.
    @discardableResult
    public func maskedFillInPlace(_ mask: Tensor, value: Double) -> Tensor { maskedFillInPlace(mask, value) }
}
