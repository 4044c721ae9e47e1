import PinionTensor

// A region is a strided part of a tensor's storage, as a view sees it; the whole is the tensor the view was made from.
extension Tensor {
    /// Zeros in the whole's shape, with these elements at the region.
    package func scattered(toLayout whole: Layout, at region: Layout) -> Tensor {
        attempt { () throws(TensorError) in
            let target = Raw.geometry(of: whole, dtype)
            try Raw.fill(target, with: .double(0))
            try Raw.add(self, into: target.part(region, ofLayout: whole))
            if !isRecorded(self) { return target }
            return record("AsStridedScatterBackward0", target, self, isReusable: true) { g in
                g.part(at: region, ofLayout: whole)
            }
        }
    }

    /// The elements at the region of a tensor in the whole's shape.
    package func part(at region: Layout, ofLayout whole: Layout) -> Tensor {
        attempt {
            let result = Raw.clone(laidOut(as: whole).part(region, ofLayout: whole))
            if !isRecorded(self) { return result }
            return record("AsStridedBackward0", result, self, isReusable: true) { g in
                g.scattered(toLayout: whole, at: region)
            }
        }
    }

    /// A copy of a tensor in the whole's shape with zeros at the region.
    func cleared(at region: Layout, ofLayout whole: Layout) -> Tensor {
        attempt { () throws(TensorError) in
            let result = Raw.geometry(of: whole, dtype)
            Raw.copy(self, into: result)
            try Raw.fill(result.part(region, ofLayout: whole), with: .double(0))
            if !isRecorded(self) { return result }
            return record("CopySlices", result, self, isReusable: true) { g in
                g.cleared(at: region, ofLayout: whole)
            }
        }
    }

    /// These elements with the whole's strides.
    private func laidOut(as whole: Layout) -> Tensor {
        if layout.strides == whole.strides { return self }
        let copy = Raw.geometry(of: whole, dtype)
        Raw.copy(self, into: copy)
        return copy
    }

    /// The region of a tensor that has the whole's strides.
    private func part(_ region: Layout, ofLayout whole: Layout) -> Tensor {
        Tensor(storage, region.offset(to: layout.offset + region.offset - whole.offset), dtype)
    }
}
