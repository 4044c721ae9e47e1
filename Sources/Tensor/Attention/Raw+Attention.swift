import PinionSIMDKernels

/// What scaled dot-product attention is computed from, checked by the caller: q [..., L, E], k [..., S, E] and
/// v [..., S, Ev] of the same dimensions before those and of one dtype.
package struct AttentionArguments {
    package var q: Tensor
    package var k: Tensor
    package var v: Tensor
    /// Added to the scores; of a floating-point dtype, broadcasts to [..., L, S].
    package var mask: Tensor?
    /// 1 where a dropout leaves a weight and 0 elsewhere, uint8 [..., L, S].
    package var kept: Tensor?
    /// What the weights that are left are multiplied by.
    package var keptFactor = 1.0
    package var scale: Double
    /// Whether query i sees only keys 0 to i.
    package var isCausal: Bool

    package init(q: Tensor, k: Tensor, v: Tensor, scale: Double, isCausal: Bool) {
        (self.q, self.k, self.v, self.scale, self.isCausal) = (q, k, v, scale, isCausal)
    }

    var shape: AttentionShape {
        AttentionShape(
            heads: q.layout.heads, queries: q.size(-2), keys: k.size(-2), width: q.size(-1), valueWidth: v.size(-1),
            scale: scale, isCausal: isCausal)
    }

    /// The scores' sizes, [..., L, S].
    package var scores: Layout {
        Layout(rank: q.ndim, sizes: q.layout.sizes.replacing(q.ndim - 1, with: k.size(-2)))
    }

    /// The same with everything where the kernels can read it.
    func prepared() -> AttentionArguments {
        var result = self
        let dtype = q.dtype.compute
        func rows(_ x: Tensor) -> Tensor { Raw.rows(Raw.converted(x, to: dtype)) }
        (result.q, result.k, result.v) = (rows(q), rows(k), rows(v))
        let scores = scores
        result.mask = mask.map { mask in
            let strides = mask.layout.strides(broadcastTo: scores)
            var wide = Raw.converted(mask, to: dtype)
            if strides[scores.rank - 1] != 1 && k.size(-2) != 1 {
                // Keys share a value, or are not neighbours.
                let sizes = mask.layout.sizes.replacing(mask.ndim - 1, with: k.size(-2))
                let target = Tensor(Layout(rank: mask.ndim, sizes: sizes), dtype)
                Raw.copy(wide, into: target)
                wide = target
            }
            return wide
        }
        result.kept = kept.map { Raw.contiguous($0) }
        return result
    }

    func inputs<T: AttentionScalar>(_: T.Type) -> AttentionInputs<T> {
        let scores = scores
        return AttentionInputs(
            q: q.headRows(), k: k.headRows(), v: v.headRows(), mask: mask.map { $0.headRows(over: scores) },
            kept: kept.map { $0.headRows() }, keptFactor: keptFactor)
    }
}

extension Raw {
    /// `softmax(scale · q kᵀ + mask) v`, and the logarithms of the softmax's sums in the dtype it was computed in.
    package static func attention(_ arguments: AttentionArguments) -> (result: Tensor, logSumExp: Tensor) {
        let prepared = arguments.prepared()
        let (q, dtype) = (prepared.q, prepared.q.dtype)
        let result = Tensor(q.layout.rows(of: prepared.v.size(-1)), dtype)
        let sizes = q.layout.sizes
        let logSumExp = Tensor(Layout(rank: q.ndim - 1, sizes: sizes.replacing(q.ndim - 1, with: 1)), dtype)
        func run<T: AttentionScalar>(_: T.Type) {
            PinionSIMDKernels.attention(
                prepared.shape, prepared.inputs(T.self), into: result.headRows(), logSumExp: logSumExp.elements(T.self))
        }
        if dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return (converted(result, to: arguments.q.dtype), logSumExp)
    }

    /// The gradients by q, k and v from that by the result.
    package static func attentionBackward(
        _ arguments: AttentionArguments, result: Tensor, logSumExp: Tensor, _ g: Tensor
    ) -> (q: Tensor, k: Tensor, v: Tensor) {
        let prepared = arguments.prepared()
        let dtype = prepared.q.dtype
        let (result, g) = (rows(converted(result, to: dtype)), rows(converted(g, to: dtype)))
        func target(_ x: Tensor) -> Tensor { Tensor(x.layout.rows(of: x.size(-1)), dtype) }
        let gradients = (q: target(prepared.q), k: target(prepared.k), v: target(prepared.v))
        func run<T: AttentionScalar>(_: T.Type) {
            PinionSIMDKernels.attentionBackward(
                prepared.shape, prepared.inputs(T.self), out: result.headRows(),
                logSumExp: UnsafePointer(logSumExp.elements(T.self)), g.headRows(),
                into: (gradients.q.headRows(), gradients.k.headRows(), gradients.v.headRows()))
        }
        if dtype == .float64 { run(Double.self) } else { run(Float.self) }
        func narrowed(_ x: Tensor) -> Tensor { converted(x, to: arguments.q.dtype) }
        return (narrowed(gradients.q), narrowed(gradients.k), narrowed(gradients.v))
    }

    /// The tensor, or a copy where its last dimension's elements are not neighbours.
    fileprivate static func rows(_ x: Tensor) -> Tensor {
        let (sizes, strides, last) = (x.layout.sizes, x.layout.strides, x.ndim - 1)
        let overlaps = strides[last - 1] < sizes[last] && strides[last - 1] != 0 && sizes[last - 1] > 1
        return (strides[last] == 1 || sizes[last] <= 1) && !overlaps ? x : clone(x)
    }
}

extension Layout {
    /// The matrices in the last two dimensions.
    fileprivate var heads: Int {
        let sizes = sizes
        return (0..<rank - 2).reduce(1) { $0 * sizes[$1] }
    }

    /// Rows of another length, in the same order in memory.
    fileprivate func rows(of length: Int) -> Layout {
        let sizes = sizes.replacing(rank - 1, with: length)
        let result = Layout(rank: rank, sizes: sizes, strides: strides, offset: 0).preserved
        return result.strides[rank - 1] == 1 || length <= 1 ? result : Layout(rank: rank, sizes: sizes)
    }
}

extension Tensor {
    /// The matrices in the last two dimensions, of this tensor broadcast to a layout.
    fileprivate func headRows<T>(over target: Layout? = nil) -> HeadRows<T> {
        let target = target ?? layout
        let (sizes, strides, rank) = (target.sizes, layout.strides(broadcastTo: target), target.rank)
        var offsets = [0]
        for d in 0..<rank - 2 {
            let (count, step) = (sizes[d], strides[d])
            offsets = offsets.flatMap { offset in (0..<count).map { offset + $0 * step } }
        }
        return HeadRows(elements(T.self), offsets: offsets, rowStride: strides[rank - 2])
    }
}
