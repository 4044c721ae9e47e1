import PinionTensor

extension Tensor {
    /// The smallest element, of shape []; NaN if there is one. Equal ones share the gradient evenly.
    public func min() -> Tensor { extremum(.min, "MinBackward1", "min") }
    /// The largest element, of shape []; NaN if there is one. Equal ones share the gradient evenly.
    public func max() -> Tensor { extremum(.max, "MaxBackward1", "max") }

    /// The smallest elements along `dim` and where they are, the first one of equal ones.
    public func min(dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        extremum(.argMin, dim, keepDim: keepDim, "MinBackward0", "min")
    }

    /// The largest elements along `dim` and where they are, the first one of equal ones.
    public func max(dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        extremum(.argMax, dim, keepDim: keepDim, "MaxBackward0", "max")
    }

    /// The smallest elements along `dim`. Equal ones share the gradient evenly.
    public func amin(dim: Int, keepDim: Bool = false) -> Tensor { amin(dims: [dim], keepDim: keepDim) }
    /// The smallest elements over several dimensions; over all when `dims` is empty.
    public func amin(dims: [Int] = [], keepDim: Bool = false) -> Tensor {
        extrema(.min, dims, keepDim: keepDim, "AminBackward0", "amin")
    }

    /// The largest elements along `dim`. Equal ones share the gradient evenly.
    public func amax(dim: Int, keepDim: Bool = false) -> Tensor { amax(dims: [dim], keepDim: keepDim) }
    /// The largest elements over several dimensions; over all when `dims` is empty.
    public func amax(dims: [Int] = [], keepDim: Bool = false) -> Tensor {
        extrema(.max, dims, keepDim: keepDim, "AmaxBackward0", "amax")
    }

    /// The smallest and the largest elements along `dim`, or of all.
    public func aminmax(dim: Int? = nil, keepDim: Bool = false) -> (min: Tensor, max: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let dims = try reducedDims(dim.map { [$0] }, "aminmax")
            let low = try Raw.reduce(.min, self, dims, keepDim: keepDim, name: "aminmax")
            let high = try Raw.reduce(.max, self, dims, keepDim: keepDim, name: "aminmax")
            if !isRecorded(self) { return (low, high) }
            let saved = SavedTensor(self)
            let (first, second) = (SavedOutput(low, index: 0), SavedOutput(high, index: 1))
            record("AminmaxBackward0", [low, high], [self]) { g in
                let byLow = g[0].map { saved.tensor.shared(gradient: $0, by: first.tensor, over: dims) }
                let byHigh = g[1].map { saved.tensor.shared(gradient: $0, by: second.tensor, over: dims) }
                if let byLow, let byHigh { return [byLow + byHigh] }
                return [byLow ?? byHigh]
            }
            return (low, high)
        }
    }

    /// Where the smallest element is: its index in row-major order, or along `dim`; the first one of equal ones.
    public func argmin(dim: Int? = nil, keepDim: Bool = false) -> Tensor { place(.argMin, dim, keepDim, "argmin") }
    /// Where the largest element is: its index in row-major order, or along `dim`; the first one of equal ones.
    public func argmax(dim: Int? = nil, keepDim: Bool = false) -> Tensor { place(.argMax, dim, keepDim, "argmax") }

    private func place(_ op: Reduction, _ dim: Int?, _ keepDim: Bool, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            if dtype == .bool { throw TensorError("\(name)", .dtype, "not defined for bool; shape \(shape)") }
            let dims = try reducedDims(dim.map { [$0] }, name)
            return try Raw.reduce(op, self, dims, keepDim: keepDim, name: name)
        }
    }

    private func extremum(_ op: Reduction, _ node: StaticString, _ name: StaticString) -> Tensor {
        extrema(op, [], keepDim: false, node, name)
    }

    private func extremum(
        _ op: Reduction, _ dim: Int, keepDim: Bool, _ node: StaticString, _ name: StaticString
    ) -> (values: Tensor, indices: Tensor) {
        selection(dim, keepDim: keepDim, node, name) { (dims) throws(TensorError) in
            try Raw.reduce(op, self, dims, keepDim: true, name: name)
        }
    }

    private func extrema(
        _ op: Reduction, _ dims: [Int], keepDim: Bool, _ node: StaticString, _ name: StaticString
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = try reducedDims(dims, name)
            let result = try Raw.reduce(op, self, dims, keepDim: keepDim, name: name)
            if !isRecorded(self) { return result }
            let (saved, output) = (SavedTensor(self), SavedOutput(result))
            return record(node, result, self) { g in
                saved.tensor.shared(gradient: g, by: output.tensor, over: dims)
            }
        }
    }
}

extension Tensor {
    /// One element of each row along `dim`: `find` gives the indices, with size 1 there; 0-d tensors have no `dims`.
    func selection(
        _ dim: Int, keepDim: Bool, _ node: StaticString, _ name: StaticString,
        _ find: (_ dims: [Int]) throws(TensorError) -> Tensor
    ) -> (values: Tensor, indices: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let dims = try reducedDims([dim], name)
            let found = try find(dims)
            guard let d = dims.first else {
                let values = Raw.clone(self)
                return (isRecorded(self) ? record(node, values, self, isReusable: true) { $0 } : values, found)
            }
            let target = layout.reduced(dims, keepDim: keepDim)
            let values = Tensor(Raw.taken(self, at: found, d).storage, target, dtype)
            let indices = Tensor(found.storage, target, .int64)
            if isRecorded(self) && dtype.isFloatingPoint {
                let (saved, whole) = (SavedTensor(found), layout)
                record(node, values, self) { g in
                    g.restored(dims, of: whole).put(at: saved.tensor, d, size: whole.sizes[d])
                }
            }
            return (values, indices)
        }
    }

    /// The gradient of a reduction to `value`, one of the elements: those that are equal to it share `gradient` evenly.
    func shared(gradient: Tensor, by value: Tensor, over dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            let value = Tensor(value.storage, value.layout, dtype).restored(dims, of: layout)
            let equal = try Raw.compare(.equal, .tensor(self), .tensor(value), name: "equal")
            // NaN is the extremum where there is one.
            let both = try Raw.logical(
                .and, Raw.predicate(.isNaN, self), Raw.predicate(.isNaN, value), name: "isNaN")
            let mask = Raw.converted(try Raw.logical(.or, equal, both, name: "equal"), to: dtype)
            let count = try Raw.reduce(.sum, mask, dims, keepDim: true, name: "sum")
            return gradient.restored(dims, of: layout) / count * mask
        }
    }
}
