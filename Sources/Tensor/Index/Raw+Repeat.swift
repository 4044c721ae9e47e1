import PinionSIMDKernels

extension Raw {
    /// `x` with its elements in reverse order along `dims`.
    package static func flip(_ x: Tensor, _ dims: [Int]) -> Tensor {
        let y = Tensor(sizesOf: x, x.dtype)
        if x.numel == 0 { return y }
        var strides = x.strides
        var start = 0
        for d in dims {
            start += (x.layout.sizes[d] - 1) * strides[d]
            strides[d] = -strides[d]
        }
        PinionSIMDKernels.copy(
            elementSize: x.elementSize, sizes: x.shape, from: x.pointer + start * x.elementSize, strides: strides,
            into: y.pointer, strides: y.strides)
        return y
    }

    /// `x` with the elements of each dimension `shifts[d]` places further, those beyond the end at the beginning.
    package static func roll(_ x: Tensor, _ shifts: [Int]) -> Tensor {
        var result = x
        for (d, shift) in shifts.enumerated() {
            let size = x.layout.sizes[d]
            if size == 0 { continue }
            let places = ((shift % size) + size) % size
            if places == 0 { continue }
            let y = Tensor(sizesOf: x, x.dtype)
            move(result, d, from: 0, count: size - places, into: y, at: places)
            move(result, d, from: size - places, count: places, into: y, at: 0)
            result = y
        }
        return result === x ? clone(x) : result
    }

    /// `x`, whose dimensions are as many as `repeats`, several times behind itself along each dimension.
    package static func tile(_ x: Tensor, _ repeats: [Int]) -> Tensor {
        var result = contiguous(x)
        for d in stride(from: x.ndim - 1, through: 0, by: -1) where repeats[d] != 1 {
            let (sizes, size) = (result.layout.sizes, result.layout.sizes[d])
            let y = Tensor(Layout(rank: x.ndim, sizes: sizes.replacing(d, with: size * repeats[d])), x.dtype)
            if y.numel > 0 {
                for time in 0..<repeats[d] { move(result, d, from: 0, count: size, into: y, at: time * size) }
            }
            result = y
        }
        return result.storage === x.storage ? clone(x) : result
    }

    /// `x` inside a larger (or, for negative amounts, smaller) tensor of the number `value`.
    ///
    /// The result's sizes are not negative.
    package static func pad(
        _ x: Tensor, _ amounts: [(before: Int, behind: Int)], _ value: Number
    ) throws(TensorError) -> Tensor {
        var (source, target) = (x.layout, x.layout.packed)
        for (d, (before, behind)) in amounts.enumerated() {
            let size = x.layout.sizes[d]
            target = Layout(rank: target.rank, sizes: target.sizes.replacing(d, with: size + before + behind))
        }
        let y = Tensor(target, x.dtype)
        for (d, (before, behind)) in amounts.enumerated() {
            let (first, end) = (Swift.max(0, -before), x.layout.sizes[d] - Swift.max(0, -behind))
            source = source.sliced(d, from: first, count: Swift.max(0, end - first))
            target = target.sliced(d, from: Swift.max(0, before), count: Swift.max(0, end - first))
        }
        if source.count < y.numel { try fill(y, with: value) }
        if source.count > 0 { copy(Tensor(x.storage, source, x.dtype), into: Tensor(y.storage, target, x.dtype)) }
        return y
    }

    private static func move(_ x: Tensor, _ d: Int, from start: Int, count: Int, into y: Tensor, at place: Int) {
        copy(
            Tensor(x.storage, x.layout.sliced(d, from: start, count: count), x.dtype),
            into: Tensor(y.storage, y.layout.sliced(d, from: place, count: count), y.dtype))
    }
}
