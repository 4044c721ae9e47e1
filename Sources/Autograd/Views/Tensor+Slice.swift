import PinionTensor

extension Tensor {
    /// A view of `length` elements of dimension `dim` from `start`, which counts from the end where negative.
    public func narrow(_ dim: Int, _ start: Int, _ length: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let (d, size) = try existing(dim, "narrow")
            let first = start < 0 ? start + size : start
            if first < 0 || length < 0 || first > size - length {
                throw TensorError(
                    "narrow", .index,
                    "start \(start) and length \(length) exceed dimension \(dim) with size \(size) of shape \(shape)")
            }
            return slice(d, from: first, count: length)
        }
    }

    /// A view of the elements at `index` of dimension `dim`, which is gone.
    public func select(_ dim: Int, _ index: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let (d, _) = try existing(dim, "select")
            let place = try layout.index(index, d, "select")
            return region("SelectBackward0") { $0.selected(d, place) }
        }
    }

    /// A view of windows of `size` elements along `dim`, `step` apart: their number takes the dimension's place, the
    /// elements of a window are the new last dimension.
    public func unfold(_ dim: Int, _ size: Int, _ step: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "unfold")
            let length = layout.sizes[d]
            if size < 0 || size > length || step < 1 {
                throw TensorError(
                    "unfold", .value,
                    "windows of size \(size) with step \(step) along dimension \(dim) with size \(length); "
                        + "expected a size from 0 to \(length) and a positive step")
            }
            if ndim > 0 { _ = try layout.newDimension(0, "unfold") }
            return region("UnfoldBackward0") { $0.unfolded(d, size: size, step: step) }
        }
    }

    /// A view of the elements (i, i + offset) of two dimensions, as the last dimension.
    public func diagonal(offset: Int = 0, dim1: Int = 0, dim2: Int = 1) -> Tensor {
        attempt { () throws(TensorError) in
            let (a, b) = try planes(dim1, dim2, "diagonal")
            return region("DiagonalBackward0") { $0.diagonal(offset, a, b) }
        }
    }

    /// `count` elements of `d` from `first`, `step` apart; checked.
    func slice(_ d: Int, from first: Int, count: Int, by step: Int = 1) -> Tensor {
        region("SliceBackward0") { $0.sliced(d, from: first, count: count, by: step) }
    }

    /// A view of some of the elements, whose gradient is 0 at the others.
    func region(_ node: StaticString, _ part: @escaping (Layout) -> Layout) -> Tensor {
        // The gradient has this shape, but lies in memory without gaps or repetition.
        let whole = layout.packed
        return recordView(node, self, part(layout)) { g in g.scattered(toLayout: whole, at: part(whole)) }
    }

    /// A dimension in range with its size; a 0-d tensor has none.
    func existing(_ dim: Int, _ operation: StaticString) throws(TensorError) -> (Int, Int) {
        if ndim == 0 {
            throw TensorError("\(operation)", .dimension, "a tensor of shape [] has no dimension \(dim)")
        }
        let d = try layout.dimension(dim, "\(operation)")
        return (d, layout.sizes[d])
    }

    /// Two different dimensions.
    func planes(_ dim1: Int, _ dim2: Int, _ operation: StaticString) throws(TensorError) -> (Int, Int) {
        let (a, b) = (try existing(dim1, operation).0, try existing(dim2, operation).0)
        if a == b {
            throw TensorError("\(operation)", .dimension, "the dimensions \(dim1) and \(dim2) are the same")
        }
        return (a, b)
    }
}

extension Layout {
    /// An index of dimension `d` counted from the end where negative; throws when out of range.
    func index(_ index: Int, _ d: Int, _ operation: StaticString) throws(TensorError) -> Int {
        let size = sizes[d]
        if index < -size || index >= size {
            throw TensorError(
                "\(operation)", .index,
                "index \(index) is out of bounds for dimension \(d) with size \(size) of shape \(shape)")
        }
        return index < 0 ? index + size : index
    }
}
