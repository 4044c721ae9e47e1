import PinionSIMDKernels

extension Tensor {
    /// A new tensor that `fill` writes; an empty one after an error that is being caught.
    ///
    /// - Parameters:
    ///   - operation: the public name, for messages.
    ///   - dtype: the dtype of the elements.
    ///   - requiresGrad: whether `backward` computes a gradient by it; only floating-point dtypes may.
    ///   - layout: where the elements lie, from offset 0; it throws for impossible shapes.
    ///   - fill: writes all elements.
    package convenience init(
        making operation: StaticString, _ dtype: DType, requiresGrad: Bool = false,
        _ layout: () throws(TensorError) -> Layout, fill: (Tensor) throws(TensorError) -> Void
    ) {
        let place = attempt(else: Layout(rank: 1, sizes: .zero), layout)
        self.init(Storage(byteCount: place.span * dtype.byteCount), place, dtype)
        attempt(else: ()) { () throws(TensorError) in
            if requiresGrad && !dtype.isFloatingPoint {
                throw TensorError(
                    "\(operation)", .dtype, "only floating-point tensors may require a gradient, not \(dtype)")
            }
            try fill(self)
            tracksGrad = requiresGrad
        }
        if hasFailed {
            // Nobody is to read what the memory held before.
            storage.base.initializeMemory(as: UInt8.self, repeating: 0, count: storage.byteCount)
        }
    }

    /// The same for a shape, in row-major order.
    package convenience init(
        making operation: StaticString, _ shape: [Int], _ dtype: DType, requiresGrad: Bool = false,
        fill: (Tensor) throws(TensorError) -> Void
    ) {
        self.init(
            making: operation, dtype, requiresGrad: requiresGrad,
            { () throws(TensorError) in try Layout(shape: shape, "\(operation)") }, fill: fill)
    }

    /// The same in the shape of `x`, its dimensions in the same order in memory.
    package convenience init(
        making operation: StaticString, like x: Tensor, _ dtype: DType?, requiresGrad: Bool = false,
        fill: (Tensor) throws(TensorError) -> Void
    ) {
        self.init(
            making: operation, dtype ?? x.dtype, requiresGrad: requiresGrad, { () in x.layout.preserved }, fill: fill)
    }
}
