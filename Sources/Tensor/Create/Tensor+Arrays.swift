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
        let isRegular = values._append(to: &scalars, shape[...])
        let own = Values._Scalar.dtype
        self.init(
            attempting: (shape, dtype ?? (own == .float64 ? getDefaultDType() : own), "Tensor"),
            requiresGrad: requiresGrad
        ) { (tensor) throws(TensorError) in
            if !isRegular {
                throw TensorError(
                    "Tensor", .shape, "the nested arrays have different sizes; the first ones are \(shape)")
            }
            scalars.withUnsafeBytes { bytes in
                guard let source = bytes.baseAddress else { return }
                cast(source, from: own, into: tensor.pointer, to: tensor.dtype, count: scalars.count)
            }
        }
    }

    /// A new tensor that `fill` writes; an empty one after an error that is being caught.
    package convenience init(
        attempting request: (shape: [Int], dtype: DType, operation: StaticString), requiresGrad: Bool = false,
        _ fill: (Tensor) throws(TensorError) -> Void
    ) {
        let layout = attempt(else: Layout(rank: 1, sizes: .zero)) { () throws(TensorError) in
            try Layout(shape: request.shape, "\(request.operation)")
        }
        self.init(layout, request.dtype)
        attempt(else: ()) { () throws(TensorError) in
            if requiresGrad && !dtype.isFloatingPoint {
                throw TensorError(
                    "\(request.operation)", .dtype,
                    "only floating-point tensors may require a gradient, not \(dtype)")
            }
            try fill(self)
            tracksGrad = requiresGrad
        }
        if ThreadContext.current.pointee.error != nil {
            // Nobody is to read what the memory held before.
            pointer.initializeMemory(as: UInt8.self, repeating: 0, count: layout.count * request.dtype.byteCount)
        }
    }
}
