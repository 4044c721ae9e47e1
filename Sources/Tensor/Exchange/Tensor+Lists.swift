import PinionSIMDKernels

extension Tensor {
    /// The elements as nested arrays: `x.toList([[Float]].self)` of a tensor with two dimensions; of one without
    /// dimensions `x.toList(Float.self)`. As PyTorch's `tolist`.
    ///
    /// Elements are converted. An array's depth that is not the number of dimensions is a mistake.
    public func toList<Values: TensorConvertible>(_ type: Values.Type = Values.self) -> Values
    where Values._Scalar: TensorElement {
        let isFitting = attempt(else: false) { () throws(TensorError) in
            if ndim != Values._depth {
                throw TensorError("toList", .shape, "a tensor of shape \(shape) is no \(Values.self)")
            }
            return true
        }
        let scalars = isFitting ? toArray(Values._Scalar.self) : []
        if scalars.isEmpty {
            // Without elements there are only sizes; a number stands for the one that an error left out.
            let zero = Tensor(Layout(rank: 0, sizes: .zero), Values._Scalar.dtype)
            zero.storage.base.initializeMemory(as: UInt8.self, repeating: 0, count: zero.elementSize)
            let number = zero.pointer.load(as: Values._Scalar.self)
            return Values._nested([number], isFitting ? shape[...] : [Int](repeating: 0, count: Values._depth)[...])
        }
        return Values._nested(scalars[...], shape[...])
    }
}
