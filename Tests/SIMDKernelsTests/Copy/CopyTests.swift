import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Copies {
        /// Every element's place in the source, written down plainly, for elements of type T.
        private func check<T: FixedWidthInteger>(
            _: T.Type, _ sizes: [Int], _ sourceStrides: [Int], _ targetStrides: [Int], reversed: Bool = false
        ) {
            let places = allPlaces(sizes)
            let from = places.map { zip($0, sourceStrides).reduce(0) { $0 + $1.0 * $1.1 } }
            let to = places.map { zip($0, targetStrides).reduce(0) { $0 + $1.0 * $1.1 } }
            let firstFrom = -min(0, from.min() ?? 0)
            let firstTo = -min(0, to.min() ?? 0)
            let source = (0...((from.max() ?? 0) + firstFrom)).map { T(truncatingIfNeeded: $0 &* 2_654_435_761 &+ 1) }
            var target = [T](repeating: 77, count: (to.max() ?? 0) + firstTo + 3)
            var expected = target
            for (from, to) in zip(from, to) { expected[firstTo + to] = source[firstFrom + from] }
            source.withUnsafeBytes { source in
                target.withUnsafeMutableBytes { target in
                    copy(
                        elementSize: MemoryLayout<T>.size, sizes: sizes,
                        from: source.baseAddress! + firstFrom * MemoryLayout<T>.size, strides: sourceStrides,
                        into: target.baseAddress! + firstTo * MemoryLayout<T>.size, strides: targetStrides)
                }
            }
            #expect(target == expected, "\(T.self) \(sizes) \(sourceStrides) -> \(targetStrides)")
        }

        private func allPlaces(_ sizes: [Int]) -> [[Int]] {
            sizes.reduce([[]]) { places, size in places.flatMap { place in (0..<size).map { place + [$0] } } }
        }

        private func checkEachSize(_ sizes: [Int], _ sourceStrides: [Int], _ targetStrides: [Int]) {
            check(UInt8.self, sizes, sourceStrides, targetStrides)
            check(UInt16.self, sizes, sourceStrides, targetStrides)
            check(UInt32.self, sizes, sourceStrides, targetStrides)
            check(UInt64.self, sizes, sourceStrides, targetStrides)
        }

        @Test func stridedCopies() {
            withEachTable { _ in
                checkEachSize([], [], [])
                checkEachSize([0], [1], [1])
                checkEachSize([3, 0, 2], [0, 2, 1], [0, 2, 1])
                checkEachSize([5], [1], [1])
                checkEachSize([5], [3], [1])
                checkEachSize([5], [0], [1])
                checkEachSize([5], [-1], [1])
                checkEachSize([5], [1], [-2])
                checkEachSize([4, 100], [100, 1], [130, 1])
                checkEachSize([4, 100], [0, 1], [100, 1])
                checkEachSize([4, 100], [1, 0], [100, 1])
                checkEachSize([2, 3, 4, 5], [60, 20, 5, 1], [60, 20, 5, 1])
                checkEachSize([2, 3, 4, 5], [1, 2, 6, 24], [60, 20, 5, 1])
                checkEachSize([2, 3, 4, 5], [60, 1, 15, 3], [60, 20, 5, 1])
                checkEachSize([2, 1, 4, 5], [-20, 7, 5, -1], [1, 9, 2, 8])
                checkEachSize([3, 9, 10], [90, 1, 9], [90, 10, 1])
            }
        }

        /// Rows that end in a part of a register.
        @Test func everySecondElement() {
            withEachTable { _ in
                for count in 1...70 { checkEachSize([2, count], [2 * count - 1, 2], [count, 1]) }
            }
        }

        @Test func transposes() {
            withEachTable { _ in
                for (rows, columns) in [
                    (4, 4), (5, 7), (8, 8), (16, 16), (17, 33), (63, 65), (64, 64), (100, 3), (3, 100), (130, 70),
                    (200, 129),
                ] {
                    checkEachSize([columns, rows], [1, columns], [rows, 1])
                    checkEachSize([columns, rows], [1, columns + 3], [rows + 2, 1])
                }
                checkEachSize([2, 20, 30], [600, 1, 20], [600, 30, 1])
                checkEachSize([20, 2, 30], [1, 600, 20], [60, 30, 1])
            }
        }

        @Test func doNotDependOnTheNumberOfThreads() {
            let former = numThreads
            defer { setNumThreads(former) }
            for threads in [1, 2, 3] {
                setNumThreads(threads)
                check(UInt32.self, [700, 300], [1, 700], [300, 1])
                check(UInt64.self, [300, 700], [800, 1], [700, 1])
                check(UInt8.self, [1_500_000], [1], [1])
                check(UInt16.self, [50, 40, 50], [1, 2500, 50], [2000, 50, 1])
            }
        }

        @Test func wrongStridesStop() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var target = [UInt32](repeating: 0, count: 6)
                copy(
                    elementSize: 4, sizes: [2, 3], from: [UInt32](repeating: 0, count: 6), strides: [3, 1],
                    into: &target, strides: [0, 1])
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("copy of [2, 3]: strides [0, 1] of the target write an element more than once"))
        }
    }
}
