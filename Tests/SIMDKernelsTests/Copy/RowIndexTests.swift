import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct RowIndices {
        private func indices(_ count: Int, below rows: Int) -> [Int64] {
            (0..<count).map { Int64(($0 &* 7919 &+ $0 / 3) % rows) }
        }

        private func checkGather<T: FixedWidthInteger>(_: T.Type, rows: Int, length: Int, count: Int, stride: Int) {
            let source = (0..<rows * stride).map { T(truncatingIfNeeded: $0 &* 40503 &+ 1) }
            let indices = indices(count, below: rows)
            let size = MemoryLayout<T>.size
            var gathered = [T](repeating: 9, count: count * length + 2)
            gatherRows(
                source, rows: rows, rowBytes: length * size, sourceStride: stride * size, indices: indices,
                count: count, into: &gathered)
            var expected = gathered
            for i in 0..<count {
                for j in 0..<length { expected[i * length + j] = source[Int(indices[i]) * stride + j] }
            }
            #expect(gathered == expected && gathered[count * length] == 9)

            var scattered = [T](repeating: 3, count: rows * stride)
            expected = scattered
            scatterRows(
                gathered, rowBytes: length * size, indices: indices, count: count, into: &scattered, rows: rows,
                targetStride: stride * size)
            for i in 0..<count {
                for j in 0..<length { expected[Int(indices[i]) * stride + j] = gathered[i * length + j] }
            }
            #expect(scattered == expected)
        }

        private func checkAdd<T: ScatterScalar & Equatable>(
            _: T.Type, rows: Int, length: Int, count: Int, _ number: (Int) -> T, _ add: (T, T) -> T
        ) {
            let source = (0..<count * (length + 1)).map { number($0) }
            let indices = indices(count, below: rows)
            var target = (0..<rows * (length + 2)).map { number($0 + 5) }
            var expected = target
            scatterAddRows(
                source, length: length, sourceStride: length + 1, indices: indices, count: count, into: &target,
                rows: rows, targetStride: length + 2)
            for i in 0..<count {
                for j in 0..<length {
                    let place = Int(indices[i]) * (length + 2) + j
                    expected[place] = add(expected[place], source[i * (length + 1) + j])
                }
            }
            #expect(target == expected, "\(T.self) \(rows) \(length) \(count)")
        }

        private func checkIntegers<T: ScatterScalar & FixedWidthInteger>(_: T.Type, _ rows: Int, _ length: Int) {
            checkAdd(T.self, rows: rows, length: length, count: 50, { T(truncatingIfNeeded: $0 &* 0x9E37_79B9_7F4A) }) {
                $0 &+ $1
            }
        }

        @Test func gatherScatterAndAdd() {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for threads in [1, 3] {
                    setNumThreads(threads)
                    for (rows, length) in [(1, 1), (5, 2), (7, 33), (30, 100), (3, 700)] {
                        checkGather(UInt32.self, rows: rows, length: length, count: 40, stride: length + 3)
                        checkGather(UInt8.self, rows: rows, length: length, count: 0, stride: length)
                        checkGather(UInt64.self, rows: rows, length: length, count: 900, stride: length)
                        checkAdd(Float.self, rows: rows, length: length, count: 300, { Float($0 % 97) / 7 }, +)
                        checkAdd(Double.self, rows: rows, length: length, count: 300, { Double($0 % 97) / 7 }, +)
                        checkIntegers(Int64.self, rows, length)
                        checkIntegers(Int32.self, rows, length)
                        checkIntegers(Int16.self, rows, length)
                        checkIntegers(Int8.self, rows, length)
                        checkIntegers(UInt8.self, rows, length)
                    }
                }
            }
        }

        @Test func indicesOutOfRangeStop() async {
            let above = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var target = [Float](repeating: 0, count: 2)
                gatherRows(
                    [Float(1), 2, 3], rows: 3, rowBytes: 4, sourceStride: 4, indices: [2, 3], count: 2, into: &target)
            }
            let text = String(decoding: above?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("gatherRows: index 3 at position 1 is out of range for 3 rows"))
            let below = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var target = [Float](repeating: 0, count: 2)
                scatterAddRows(
                    [Float(1)], length: 1, sourceStride: 1, indices: [-1], count: 1, into: &target, rows: 2,
                    targetStride: 1)
            }
            let line = String(decoding: below?.standardErrorContent ?? [], as: UTF8.self)
            #expect(line.contains("scatterAddRows: index -1 at position 0 is out of range for 2 rows"))
        }
    }
}
