import PinionSIMDKernels

extension Tensor {
    /// A tensor of the elements of a number or a nested array.
    ///
    /// `Tensor([[1.0, 2.0], [3.0, 4.0]])` has shape [2, 2] and dtype float32; `Tensor(3)` has shape [] and dtype int64.
    /// - Parameters:
    ///   - values: a number, or arrays whose sizes agree at each level.
    ///   - dtype: the dtype; by default that of the values, where `Double` counts as the default dtype, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public convenience init<Values: TensorConvertible>(
        _ values: Values, dtype: DType? = nil, requiresGrad: Bool = false
    ) where Values._Scalar: TensorElement {
        var shape: [Int] = []
        Values._shape(of: values, &shape)
        var scalars: [Values._Scalar] = []
        scalars.reserveCapacity(shape.reduce(1, *))
        let isRegular = Values._append([values], to: &scalars, shape[...])
        let own = Values._Scalar.dtype
        self.init(
            making: "Tensor", shape, dtype ?? (own == .float64 ? getDefaultDType() : own), requiresGrad: requiresGrad
        ) { (tensor) throws(TensorError) in
            if !isRegular {
                let misfit = values._misfit(shape[...]) ?? ([], 0)
                throw TensorError(
                    "Tensor", .shape,
                    "expected nested arrays of equal sizes, \(shape) as the first ones have; got an array of "
                        + "\(misfit.count) at \(misfit.place) where \(shape[misfit.place.count]) are expected")
            }
            scalars.withUnsafeBytes { bytes in
                guard let source = bytes.baseAddress else { return }
                cast(source, from: own, into: tensor.pointer, to: tensor.dtype, count: scalars.count)
            }
        }
    }

    /// A tensor of the elements of an array in row-major order: `Tensor([1.0, 2, 3, 4, 5, 6], shape: [2, 3])`.
    /// - Parameters:
    ///   - values: as many numbers as the shape has elements.
    ///   - shape: the sizes of the dimensions.
    ///   - dtype: the dtype; by default that of the values, where `Double` counts as the default dtype, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public convenience init<T: TensorElement>(
        _ values: [T], shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false
    ) {
        let own = T.dtype
        self.init(
            making: "Tensor", shape, dtype ?? (own == .float64 ? getDefaultDType() : own), requiresGrad: requiresGrad
        ) { (tensor) throws(TensorError) in
            if values.count != tensor.numel {
                throw TensorError("Tensor", .shape, "\(values.count) values for the shape \(shape)")
            }
            values.withUnsafeBytes { bytes in
                guard let source = bytes.baseAddress else { return }
                cast(source, from: own, into: tensor.pointer, to: tensor.dtype, count: values.count)
            }
        }
    }
}
