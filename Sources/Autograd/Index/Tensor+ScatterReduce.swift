import PinionTensor

/// How `scatterReduce` combines several values for one element.
public enum ScatterReduceOperation: String, Sendable, WordArgument, CaseIterable {
    case sum, prod, mean, amax, amin
}

extension Tensor {
    /// This tensor with the elements of `src` combined at the places that `index` names along `dim`.
    ///
    /// - Parameters:
    ///   - dim: the dimension the index is about.
    ///   - index: as in `scatter`.
    ///   - src: of this tensor's dtype.
    ///   - reduce: how values are combined.
    ///   - includeSelf: whether what is there takes part; elements without a value stay as they are in either case.
    public func scatterReduce(
        _ dim: Int, _ index: Tensor, _ src: Tensor, reduce: ScatterReduceOperation, includeSelf: Bool = true
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try scatterReduceChange("scatterReduce", dim, index, src, reduce, includeSelf: includeSelf)(self)
        }
    }

    /// `scatterReduce` into this tensor itself.
    @discardableResult
    public func scatterReduceInPlace(
        _ dim: Int, _ index: Tensor, _ src: Tensor, reduce: ScatterReduceOperation, includeSelf: Bool = true
    ) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try scatterReduceChange("scatterReduceInPlace", dim, index, src, reduce, includeSelf: includeSelf)
                .inPlace(self)
        }
    }

    func scatterReduceChange(
        _ operation: StaticString, _ dim: Int, _ index: Tensor, _ src: Tensor, _ reduce: ScatterReduceOperation,
        includeSelf: Bool
    ) throws(TensorError) -> ElementChange {
        let d = try layout.dimension(dim, "\(operation)")
        try checkIndex(index, operation)
        try checkSameDType(self, src, operation)
        let saved = SavedTensor(index)
        let parts = ScatterReduceGradient(d: d, reduce: reduce, includeSelf: includeSelf)
        return ElementChange(
            operation: operation, node: "ScatterReduceBackward0", source: src,
            write: { (x) throws(TensorError) in
                if !includeSelf {
                    try Raw.scatter(x, d, index, .number(reduce.neutral(x.dtype)), .replace, name: operation)
                }
                try Raw.scatter(x, d, index, .tensor(src), reduce.reduction, name: operation)
                if reduce == .mean {
                    let counts = parts.counts(index, of: x.shape, x.dtype)
                    let mean = x.isFloatingPoint ? x.detach() / counts : x.detach().floorDivide(counts)
                    Raw.copy(mean, into: x)
                }
            },
            gradients: { g, needs in
                let values = needs.values
                let (byTarget, bySource) = parts.gradients(g, values, saved.tensor)
                return (
                    needs.byTarget ? byTarget : nil,
                    needs.bySource ? bySource.zeroPadded(to: values.source.shape) : nil
                )
            }, needsValues: true)
    }
}

extension ScatterReduceOperation {
    fileprivate var reduction: ScatterReduction {
        switch self {
        case .sum, .mean: .sum
        case .prod: .product
        case .amax: .maximum
        case .amin: .minimum
        }
    }

    /// What changes nothing.
    fileprivate func neutral(_ dtype: DType) -> Number {
        switch self {
        case .sum, .mean: .int(0)
        case .prod: .int(1)
        case .amax: dtype.isFloatingPoint ? .double(-.infinity) : .int(dtype.integerBounds.lowerBound)
        case .amin: dtype.isFloatingPoint ? .double(.infinity) : .int(dtype.integerBounds.upperBound)
        }
    }
}

extension DType {
    fileprivate var integerBounds: ClosedRange<Int64> {
        switch self {
        case .bool: 0...1
        case .uint8: 0...255
        case .int8: Int64(Int8.min)...Int64(Int8.max)
        case .int16: Int64(Int16.min)...Int64(Int16.max)
        case .int32: Int64(Int32.min)...Int64(Int32.max)
        default: Int64.min...Int64.max
        }
    }
}
