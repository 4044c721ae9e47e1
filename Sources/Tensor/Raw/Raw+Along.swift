import PinionSIMDKernels

extension Raw {
    /// `x[…, index[…], …]` along dimension `d`; the index has x's sizes elsewhere, and its values are in range.
    package static func taken(_ x: Tensor, at index: Tensor, _ d: Int) -> Tensor {
        let (x, index) = (contiguous(x), contiguous(index))
        let result = Tensor(sizesOf: index, x.dtype)
        func run<T: BitwiseCopyable>(_: T.Type) {
            let (source, target) = (x.elements(T.self), result.elements(T.self))
            walk(x, index, d) { place, position in target[place] = source[position] }
        }
        switch x.elementSize {
        case 1: run(UInt8.self)
        case 2: run(UInt16.self)
        case 4: run(UInt32.self)
        default: run(UInt64.self)
        }
        return result
    }

    /// Zeros with `size` elements along `d`, to which the elements of `x` are added at the places of the index.
    package static func put(
        _ x: Tensor, at index: Tensor, _ d: Int, size: Int
    ) throws(TensorError) -> Tensor {
        if x.dtype.compute != x.dtype {
            return converted(try put(converted(x, to: x.dtype.compute), at: index, d, size: size), to: x.dtype)
        }
        let (x, index) = (contiguous(x), contiguous(index))
        let result = Tensor(Layout(rank: x.ndim, sizes: x.layout.sizes.replacing(d, with: size)), x.dtype)
        try fill(result, with: .int(0))
        func run<T: SIMDScalar & FloatingPoint & BitwiseCopyable>(_: T.Type) {
            let (source, target) = (x.elements(T.self), result.elements(T.self))
            walk(result, index, d) { place, position in target[position] += source[place] }
        }
        if x.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return result
    }

    /// Calls `body` with each place in the index and the position in `x` it names.
    @inline(__always)
    private static func walk(_ x: Tensor, _ index: Tensor, _ d: Int, _ body: (Int, Int) -> Void) {
        if index.numel == 0 { return }
        let (outer, n, inner) = x.layout.lanes(d)
        let m = index.layout.lanes(d).n
        let indices = index.elements(Int64.self)
        parallelFor(0..<outer, grain: max(1, 16384 / max(m * inner, 1))) { part in
            for o in part {
                for j in 0..<m {
                    let first = (o * m + j) * inner
                    for i in 0..<inner { body(first + i, (o * n + Int(indices[first + i])) * inner + i) }
                }
            }
        }
    }
}

extension Tensor {
    /// The elements as the type that the caller knows they have.
    func elements<T>(_: T.Type) -> UnsafeMutablePointer<T> { pointer.assumingMemoryBound(to: T.self) }
}

extension Layout {
    /// A contiguous layout as [outer, n, inner], where n is the size of dimension `d`; a 0-d one has size 1.
    func lanes(_ d: Int) -> (outer: Int, n: Int, inner: Int) {
        let sizes = sizes
        var (outer, inner) = (1, 1)
        for e in 0..<rank {
            if e < d { outer *= sizes[e] }
            if e > d { inner *= sizes[e] }
        }
        return (outer, rank == 0 ? 1 : sizes[d], inner)
    }
}
