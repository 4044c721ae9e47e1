import PinionTensor

extension Tensor {
    /// The elements along `dim` in order, NaN as the largest, and where they were. Equal ones keep their order.
    /// - Parameters:
    ///   - dim: the dimension; the last one by default.
    ///   - descending: whether the largest come first.
    ///   - stable: whether equal elements keep their order; they do in either case.
    public func sort(
        dim: Int = -1, descending: Bool = false, stable: Bool = false
    ) -> (values: Tensor, indices: Tensor) {
        ordered(dim, "SortBackward0", "sort") { (_) throws(TensorError) in .sorted(descending: descending) }
    }

    /// Where the elements along `dim` in order are, as `sort`.
    public func argsort(dim: Int = -1, descending: Bool = false, stable: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in
            Raw.places(.sorted(descending: descending), self, try layout.dimension(dim, "argsort"))
        }
    }

    /// The elements along the first dimension in order.
    public func msort() -> Tensor { sort(dim: 0).values }

    /// The `k` largest elements along `dim` and where they are.
    /// - Parameters:
    ///   - k: at most the size of the dimension.
    ///   - dim: the dimension; the last one by default.
    ///   - largest: false for the smallest elements.
    ///   - sorted: whether they come in order, or as they stand in the row.
    public func topk(
        _ k: Int, dim: Int = -1, largest: Bool = true, sorted: Bool = true
    ) -> (values: Tensor, indices: Tensor) {
        ordered(dim, "TopkBackward0", "topk") { (n) throws(TensorError) in
            if k < 0 || k > n {
                throw TensorError(
                    "topk", .value, "k is \(k), expected 0 to \(n), the size of dimension \(dim) of shape \(shape)")
            }
            return .top(k: k, largest: largest, sorted: sorted)
        }
    }

    /// The `k`-th smallest elements along `dim`, counted from 1, and where they are.
    public func kthvalue(_ k: Int, dim: Int = -1, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        chosen(dim, keepDim: keepDim, "KthvalueBackward0", "kthvalue") { (n) throws(TensorError) in
            if k < 1 || k > n {
                throw TensorError(
                    "kthvalue", .value,
                    "k is \(k), expected 1 to \(n), the size of dimension \(dim) of shape \(shape)")
            }
            return .rank(k - 1)
        }
    }

    private func ordered(
        _ dim: Int, _ node: StaticString, _ name: StaticString,
        _ question: (_ n: Int) throws(TensorError) -> RowPlaces
    ) -> (values: Tensor, indices: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let d = try layout.dimension(dim, "\(name)")
            let indices = Raw.places(try question(ndim == 0 ? 1 : layout.sizes[d]), self, d)
            return (selected(Raw.taken(self, at: indices, d), at: indices, d, node), indices)
        }
    }

    /// One element of each row along `dim`.
    func chosen(
        _ dim: Int, keepDim: Bool, _ node: StaticString, _ name: StaticString,
        _ question: (_ n: Int) throws(TensorError) -> RowPlaces
    ) -> (values: Tensor, indices: Tensor) {
        selection(dim, keepDim: keepDim, node, name) { (dims) throws(TensorError) in
            let n = dims.first.map { layout.sizes[$0] } ?? 1
            let question = try question(n)
            if n == 0 && layout.reduced(dims, keepDim: true).count > 0 {
                throw TensorError(
                    "\(name)", .shape, "the tensor of shape \(shape) has no elements along dimension \(dim)")
            }
            return Raw.places(question, self, dims.first ?? 0)
        }
    }
}
