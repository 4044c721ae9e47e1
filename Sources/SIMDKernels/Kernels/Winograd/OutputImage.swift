/// Where the outputs of tiles go.
struct OutputImage {
    private let target: UnsafeMutablePointer<Float>
    let height: Int
    /// What is left of a row, and elements from one to the next.
    private let width: Int
    private let stride: Int
    let scratch: UnsafeMutablePointer<Float>

    init(target: UnsafeMutablePointer<Float>, height: Int, width: Int, scratch: UnsafeMutablePointer<Float>) {
        self.init(target: target, height: height, width: width, stride: width, scratch: scratch)
    }

    private init(
        target: UnsafeMutablePointer<Float>, height: Int, width: Int, stride: Int,
        scratch: UnsafeMutablePointer<Float>
    ) {
        (self.target, self.height, self.width, self.stride, self.scratch) = (target, height, width, stride, scratch)
    }

    /// The part from an element of the first row on.
    @inline(__always)
    func from(column: Int) -> Self {
        Self(target: target + column, height: height, width: width - column, stride: stride, scratch: scratch)
    }

    /// Writes one row of tiles' elements, two of each tile, as many as there are.
    @inline(__always)
    func write<V: WinogradLane>(_ y: (V, V), row: Int) {
        let (low, high) = V.interleave(y.0, y.1)
        let to = target + row * stride
        if width >= 2 * V.width {
            low.store(to)
            high.store(to + V.width)
            return
        }
        low.store(scratch)
        high.store(scratch + V.width)
        copyScratch(V.self, to)
    }

    /// Writes one row of tiles' elements, four of each tile, as many as there are.
    @inline(__always)
    func write<V: WinogradLane>(_ y: (V, V, V, V), row: Int) {
        let (even, odd) = (V.interleave(y.0, y.2), V.interleave(y.1, y.3))
        let (a, b) = (V.interleave(even.low, odd.low), V.interleave(even.high, odd.high))
        let to = target + row * stride
        let first = width >= 4 * V.width ? to : scratch
        a.low.store(first)
        a.high.store(first + V.width)
        b.low.store(first + 2 * V.width)
        b.high.store(first + 3 * V.width)
        if width < 4 * V.width { copyScratch(V.self, to) }
    }

    /// The rest of a row, in registers the last of which begins earlier.
    @inline(__always)
    private func copyScratch<V: WinogradLane>(_: V.Type, _ to: UnsafeMutablePointer<Float>) {
        var i = 0
        if width >= V.width {
            while i + V.width <= width {
                V.load(scratch + i).store(to + i)
                i += V.width
            }
            V.load(scratch + (width - V.width)).store(to + (width - V.width))
            return
        }
        while i < width {
            to[i] = scratch[i]
            i += 1
        }
    }
}
