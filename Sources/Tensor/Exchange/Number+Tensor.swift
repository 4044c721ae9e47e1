import PinionSIMDKernels

extension Double {
    /// The only element of a tensor.
    public init(_ tensor: Tensor) { self = tensor.item }
}

extension Float {
    /// The only element of a tensor.
    public init(_ tensor: Tensor) { self = Float(tensor.item) }
}

extension Bool {
    /// Whether the only element of a tensor is not zero.
    public init(_ tensor: Tensor) { self = tensor.item(as: Bool.self) }
}

extension Int {
    /// The only element of a tensor, rounded towards zero.
    public init(_ tensor: Tensor) {
        if !tensor.dtype.isFloatingPoint {
            self = tensor.item(as: Int.self)
            return
        }
        let value = tensor.item
        self = attempt(else: 0) { () throws(TensorError) in
            guard let integer = Int(exactly: value.rounded(.towardZero)) else {
                throw TensorError("Int", .value, "\(value) is beyond the integers")
            }
            return integer
        }
    }
}

extension Tensor {
    /// The size of the first dimension, as Python's `len`.
    public var count: Int {
        attempt(else: 0) { () throws(TensorError) in
            if ndim == 0 { throw TensorError("count", .dimension, "a tensor of shape [] has no first dimension") }
            return layout.sizes[0]
        }
    }
}
