import PinionTensor

// A region is a strided part of a tensor's storage, as a view sees it; the whole is the tensor the view was made from.
extension Tensor {
    /// Zeros in the whole's shape, with these elements at the region.
    package func scattered(toLayout whole: Layout, at region: Layout) -> Tensor {
        attempt { () throws(TensorError) in
            let target = Raw.geometry(of: whole, dtype)
            try Raw.fill(target, with: .double(0))
            try Raw.add(self, into: target.alias(region.offset(to: region.offset - whole.offset), kind: .none))
            if !isRecorded(self) { return target }
            return record("AsStridedScatterBackward0", target, self, isReusable: true) { g in
                g.part(at: region, ofLayout: whole)
            }
        }
    }

    /// The elements at the region of a tensor in the whole's shape.
    package func part(at region: Layout, ofLayout whole: Layout) -> Tensor {
        attempt { () throws(TensorError) in
            let source = Raw.geometry(of: whole, dtype)
            Raw.copy(self, into: source)
            let result = Raw.clone(source.alias(region.offset(to: region.offset - whole.offset), kind: .none))
            if !isRecorded(self) { return result }
            return record("AsStridedBackward0", result, self, isReusable: true) { g in
                g.scattered(toLayout: whole, at: region)
            }
        }
    }
}
