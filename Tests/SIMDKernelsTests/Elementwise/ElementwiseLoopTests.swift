import PinionSIMDKernels
import PinionTestSupport
import Testing

/// An array with gaps, dimensions in another order or broadcast, for a given shape.
private struct Layout {
    var strides: [Int]
    var count: Int

    init(_ shape: [Int], broadcasts: Bool, _ random: inout Congruential) {
        strides = shape.map { _ in 0 }
        var order = Array(shape.indices)
        if Bool.random(using: &random) { order.shuffle(using: &random) }
        var next = Bool.random(using: &random) ? 1 : Int.random(in: 1...3, using: &random)
        for d in order.reversed() {
            if broadcasts && Int.random(in: 0..<3, using: &random) == 0 { continue }
            strides[d] = next
            next *= max(shape[d], 1)
            if Int.random(in: 0..<4, using: &random) == 0 { next += 2 }
        }
        count = 1 + zip(shape, strides).reduce(0) { $0 + max($1.0 - 1, 0) * $1.1 }
    }

    func offset(_ index: [Int]) -> Int { zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 } }
}

private func forEachIndex(_ shape: [Int], _ body: ([Int]) -> Void) {
    if shape.contains(0) { return }
    var index = shape.map { _ in 0 }
    while true {
        body(index)
        var d = shape.count - 1
        while d >= 0 {
            index[d] += 1
            if index[d] < shape[d] { break }
            index[d] = 0
            d -= 1
        }
        if d < 0 { return }
    }
}

private func value<T: FixedWidthInteger>(_ source: Source, _ i: Int, _: T.Type) -> Int64 {
    Int64(source.base.loadUnaligned(fromByteOffset: i * source.step * MemoryLayout<T>.size, as: T.self))
}

/// The arrays' memory; the first is written.
private func withArrays(
    _ y: inout [Int64], _ a: [Int32], _ b: [Int16], _ c: [Int8],
    _ body: (UnsafeMutableRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer) -> Void
) {
    y.withUnsafeMutableBytes { y in
        a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in
                c.withUnsafeBytes { c in
                    body(y.baseAddress!, a.baseAddress!, b.baseAddress!, c.baseAddress!)
                }
            }
        }
    }
}

extension AllKernels {
    @Suite struct ElementwiseLoopTests {
        /// y = a + 3 b + 5 c with elements of 8, 4, 2 and 1 bytes over random shapes and layouts.
        @Test(arguments: 0..<400) func layouts(_ seed: Int) {
            var random = Congruential(state: UInt64(seed))
            let rank = seed % 7
            var shape = (0..<rank).map { _ in Int.random(in: 1...9, using: &random) }
            if rank > 0 && seed % 3 == 0 { shape[rank - 1] = Int.random(in: 1...1400, using: &random) / rank }
            if rank > 0 && seed % 40 == 1 { shape[0] = 0 }
            let ly = Layout(shape, broadcasts: false, &random)
            let la = Layout(shape, broadcasts: true, &random)
            let lb = Layout(shape, broadcasts: true, &random)
            let lc = Layout(shape, broadcasts: true, &random)
            let a = (0..<la.count).map { (i: Int) -> Int32 in Int32(i &* 37 % 1009) }
            let b = (0..<lb.count).map { (i: Int) -> Int16 in Int16(i &* 31 % 509) }
            let c = (0..<lc.count).map { (i: Int) -> Int8 in Int8(i &* 29 % 101) }
            let before = (0..<ly.count).map { Int64(-1 - $0) }
            var expected = before
            forEachIndex(shape) {
                expected[ly.offset($0)] =
                    Int64(a[la.offset($0)]) + 3 * Int64(b[lb.offset($0)]) + 5 * Int64(c[lc.offset($0)])
            }
            let threads = numThreads
            defer { setNumThreads(threads) }
            for (count, scalars, grain) in [(1, true, 1 << 20), (1, false, 1 << 20), (3, true, 1)] {
                setNumThreads(count)
                var y = before
                withArrays(&y, a, b, c) { y, a, b, c in
                    let loop = ElementwiseLoop(
                        shape: shape, target: StridedOperand(y, .int64, strides: ly.strides),
                        StridedOperand(a, .int32, strides: la.strides), StridedOperand(b, .int16, strides: lb.strides),
                        StridedOperand(c, .int8, strides: lc.strides))
                    loop.run(grain: grain, scalars: scalars) { block in
                        for i in 0..<block.count {
                            let sum =
                                value(block.a, i, Int32.self) + 3 * value(block.b, i, Int16.self)
                                + 5 * value(block.c, i, Int8.self)
                            (block.target + 8 * i).storeBytes(of: sum, as: Int64.self)
                        }
                    }
                }
                let same = y == expected
                #expect(same, "shape \(shape), target \(ly), sources \(la), \(lb), \(lc), threads \(count)")
            }
        }

        @Test func broadcastTargetStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var y: [Float] = [0, 0]
                _ = ElementwiseLoop(
                    shape: [2, 3], target: StridedOperand(&y, .float32, strides: [1, 0]),
                    StridedOperand([1, 2, 3, 4, 5, 6] as [Float], .float32, strides: [3, 1]))
            }
            #expect(wrote(result, "Pinion: elementwise: the target is broadcast along dimension 1 of 3 elements\n"))
        }
    }
}
