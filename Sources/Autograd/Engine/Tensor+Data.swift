import PinionTensor

extension Tensor {
    /// The elements without history; setting it gives this leaf other elements, also of another shape or dtype, while
    /// those who hold the tensor go on holding it. As PyTorch's `data`.
    ///
    /// A gradient that does not fit the new elements is dropped.
    public var data: Tensor {
        get { detach() }
        set {
            attempt(else: ()) { () throws(TensorError) in
                // `x.data -= g` has changed the elements and gives them back.
                if newValue.storage === storage && newValue.layout == layout && newValue.dtype == dtype { return }
                if base != nil || !isLeaf {
                    throw TensorError(
                        "data", .graph,
                        "a view or a result of recorded operations, of shape \(shape), cannot be given "
                            + "other elements; copyInPlace writes to it")
                }
                let fits = newValue.dtype == dtype && newValue.layout.hasSizes(of: layout)
                storage = newValue.storage
                layout = newValue.layout
                dtype = newValue.dtype
                if fits { return }
                let observers = node?.observers
                autograd = nil
                if !dtype.isFloatingPoint { tracksGrad = false }
                if let observers { makeLeaf().observers = observers }
            }
        }
    }
}
