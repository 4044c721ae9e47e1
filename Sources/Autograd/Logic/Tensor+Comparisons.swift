import PinionTensor

// The operators by PyTorch's names. Results are bool; in place they are 0 and 1 of the tensor's own dtype.
extension Tensor {
    /// `x .== other`
    public func eq(_ other: Tensor) -> Tensor { self .== other }
    /// `x .== other`
    public func eq(_ other: some TensorScalar) -> Tensor { self .== other }
    /// `x .!= other`
    public func ne(_ other: Tensor) -> Tensor { self .!= other }
    /// `x .!= other`
    public func ne(_ other: some TensorScalar) -> Tensor { self .!= other }
    /// `x .!= other`
    public func notEqual(_ other: Tensor) -> Tensor { self .!= other }
    /// `x .!= other`
    public func notEqual(_ other: some TensorScalar) -> Tensor { self .!= other }
    /// `x .< other`
    public func lt(_ other: Tensor) -> Tensor { self .< other }
    /// `x .< other`
    public func lt(_ other: some TensorScalar) -> Tensor { self .< other }
    /// `x .< other`
    public func less(_ other: Tensor) -> Tensor { self .< other }
    /// `x .< other`
    public func less(_ other: some TensorScalar) -> Tensor { self .< other }
    /// `x .<= other`
    public func le(_ other: Tensor) -> Tensor { self .<= other }
    /// `x .<= other`
    public func le(_ other: some TensorScalar) -> Tensor { self .<= other }
    /// `x .<= other`
    public func lessEqual(_ other: Tensor) -> Tensor { self .<= other }
    /// `x .<= other`
    public func lessEqual(_ other: some TensorScalar) -> Tensor { self .<= other }
    /// `x .> other`
    public func gt(_ other: Tensor) -> Tensor { self .> other }
    /// `x .> other`
    public func gt(_ other: some TensorScalar) -> Tensor { self .> other }
    /// `x .> other`
    public func greater(_ other: Tensor) -> Tensor { self .> other }
    /// `x .> other`
    public func greater(_ other: some TensorScalar) -> Tensor { self .> other }
    /// `x .>= other`
    public func ge(_ other: Tensor) -> Tensor { self .>= other }
    /// `x .>= other`
    public func ge(_ other: some TensorScalar) -> Tensor { self .>= other }
    /// `x .>= other`
    public func greaterEqual(_ other: Tensor) -> Tensor { self .>= other }
    /// `x .>= other`
    public func greaterEqual(_ other: some TensorScalar) -> Tensor { self .>= other }
}

// In place.
extension Tensor {
    /// As `eq`, in place.
    @discardableResult
    public func eqInPlace(_ other: Tensor) -> Tensor { replaceElements("eq") { $0 .== other } }
    /// As `eq`, in place.
    @discardableResult
    public func eqInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("eq") { $0 .== other }
    }
    /// As `ne`, in place.
    @discardableResult
    public func neInPlace(_ other: Tensor) -> Tensor { replaceElements("ne") { $0 .!= other } }
    /// As `ne`, in place.
    @discardableResult
    public func neInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("ne") { $0 .!= other }
    }
    /// As `notEqual`, in place.
    @discardableResult
    public func notEqualInPlace(_ other: Tensor) -> Tensor { replaceElements("notEqual") { $0 .!= other } }
    /// As `notEqual`, in place.
    @discardableResult
    public func notEqualInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("notEqual") { $0 .!= other }
    }
    /// As `lt`, in place.
    @discardableResult
    public func ltInPlace(_ other: Tensor) -> Tensor { replaceElements("lt") { $0 .< other } }
    /// As `lt`, in place.
    @discardableResult
    public func ltInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("lt") { $0 .< other }
    }
    /// As `less`, in place.
    @discardableResult
    public func lessInPlace(_ other: Tensor) -> Tensor { replaceElements("less") { $0 .< other } }
    /// As `less`, in place.
    @discardableResult
    public func lessInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("less") { $0 .< other }
    }
    /// As `le`, in place.
    @discardableResult
    public func leInPlace(_ other: Tensor) -> Tensor { replaceElements("le") { $0 .<= other } }
    /// As `le`, in place.
    @discardableResult
    public func leInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("le") { $0 .<= other }
    }
    /// As `lessEqual`, in place.
    @discardableResult
    public func lessEqualInPlace(_ other: Tensor) -> Tensor { replaceElements("lessEqual") { $0 .<= other } }
    /// As `lessEqual`, in place.
    @discardableResult
    public func lessEqualInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("lessEqual") { $0 .<= other }
    }
    /// As `gt`, in place.
    @discardableResult
    public func gtInPlace(_ other: Tensor) -> Tensor { replaceElements("gt") { $0 .> other } }
    /// As `gt`, in place.
    @discardableResult
    public func gtInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("gt") { $0 .> other }
    }
    /// As `greater`, in place.
    @discardableResult
    public func greaterInPlace(_ other: Tensor) -> Tensor { replaceElements("greater") { $0 .> other } }
    /// As `greater`, in place.
    @discardableResult
    public func greaterInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("greater") { $0 .> other }
    }
    /// As `ge`, in place.
    @discardableResult
    public func geInPlace(_ other: Tensor) -> Tensor { replaceElements("ge") { $0 .>= other } }
    /// As `ge`, in place.
    @discardableResult
    public func geInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("ge") { $0 .>= other }
    }
    /// As `greaterEqual`, in place.
    @discardableResult
    public func greaterEqualInPlace(_ other: Tensor) -> Tensor { replaceElements("greaterEqual") { $0 .>= other } }
    /// As `greaterEqual`, in place.
    @discardableResult
    public func greaterEqualInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("greaterEqual") { $0 .>= other }
    }
}
