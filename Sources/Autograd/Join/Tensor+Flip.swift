import PinionTensor

extension Tensor {
    /// A copy with the elements in reverse order along the dimensions given.
    public func flip(_ dims: Int...) -> Tensor { flip(dims) }

    /// A copy with the elements in reverse order along the dimensions given.
    public func flip(_ dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            let checked = try layout.dimensions(dims, "flip")
            return copied("FlipBackward0", Raw.flip(self, ndim == 0 ? [] : checked)) { g in g.flip(checked) }
        }
    }

    /// A copy with the columns, dimension 1, in reverse order.
    public func fliplr() -> Tensor {
        attempt { () throws(TensorError) in
            if ndim < 2 { throw TensorError("fliplr", .shape, "expected at least 2 dimensions, got shape \(shape)") }
            return flip([1])
        }
    }

    /// A copy with the rows, dimension 0, in reverse order.
    public func flipud() -> Tensor {
        attempt { () throws(TensorError) in
            if ndim < 1 { throw TensorError("flipud", .shape, "expected at least 1 dimension, got shape []") }
            return flip([0])
        }
    }

    /// A copy with the elements `shift` places further along `dim`, those beyond the end at the beginning; without
    /// `dim` of all elements in a row.
    public func roll(_ shift: Int, dim: Int? = nil) -> Tensor {
        guard let dim else { return numel == 0 ? clone() : flatten().roll([shift], dims: [0]).reshape(shape) }
        return roll([shift], dims: [dim])
    }

    /// `roll` along several dimensions, which may be given several times.
    public func roll(_ shifts: [Int], dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            if shifts.count != dims.count || shifts.isEmpty {
                throw TensorError(
                    "roll", .value, "\(shifts.count) shifts \(shifts) for \(dims.count) dimensions \(dims)")
            }
            var byDimension = [Int](repeating: 0, count: ndim)
            for (shift, dim) in zip(shifts, dims) { byDimension[try existing(dim, "roll").0] += shift }
            let back = byDimension.map { -$0 }
            return copied("RollBackward0", Raw.roll(self, byDimension)) { g in
                g.roll(back, dims: Array(back.indices))
            }
        }
    }

    /// A copy turned by `k` right angles in the plane of two dimensions, from the first towards the second.
    public func rot90(_ k: Int = 1, dims: [Int] = [0, 1]) -> Tensor {
        attempt { () throws(TensorError) in
            let plane = try layout.dimensions(dims, "rot90")
            if plane.count != 2 || ndim < 2 {
                throw TensorError("rot90", .dimension, "expected two dimensions of shape \(shape), got \(dims)")
            }
            let raw = detach()
            let turned =
                switch ((k % 4) + 4) % 4 {
                case 1: raw.flip([plane[1]]).transpose(plane[0], plane[1])
                case 2: raw.flip(plane)
                case 3: raw.flip([plane[0]]).transpose(plane[0], plane[1])
                default: raw
                }
            return copied("Rot90Backward0", Raw.clone(turned)) { g in g.rot90(-k, dims: plane) }
        }
    }

    /// A new tensor made of these elements, recorded.
    func copied(
        _ node: StaticString, _ result: Tensor, _ gradient: @escaping (Tensor) -> Tensor
    ) -> Tensor {
        isRecorded(self) ? record(node, result, self, isReusable: true, gradient) : result
    }
}
