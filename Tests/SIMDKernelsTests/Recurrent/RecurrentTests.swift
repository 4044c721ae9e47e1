import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Recurrent {
        private static let cells: [(RecurrentCell, projects: Bool)] = [
            (.tanh, false), (.relu, false), (.gru, false), (.lstm, false), (.lstm, true),
        ]

        @Test(arguments: cells) func isTheSameOnEveryTableAndThread(_ cell: RecurrentCell, projects: Bool) {
            let former = numThreads
            defer { setNumThreads(former) }
            let (single, double) = (
                RecurrentSample<Float>(cell, projects: projects), RecurrentSample<Double>(cell, projects: projects)
            )
            setNumThreads(1)
            let exact = double.run()
            withEachTable { table in
                expectSame(single.run, exact, tolerance: 2e-4, "\(table) float32")
                expectSame(double.run, exact, tolerance: 1e-12, "\(table) float64")
            }
        }

        /// On one thread within `tolerance` of `exact`, on three threads the same bits.
        private func expectSame(_ run: () -> [Double], _ exact: [Double], tolerance: Double, _ what: Comment) {
            setNumThreads(1)
            let alone = run()
            #expect(largestDifference(alone, exact) < tolerance, what)
            setNumThreads(3)
            #expect(run() == alone, what)
        }

        private func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
            zip(a, b).map { abs($0 - $1) }.max() ?? .nan
        }

        /// One unit and one sequence, by the formulas.
        @Test func followsTheFormulas() {
            let pass = RecurrentPass(.lstm, batchSizes: [1, 1], isReverse: false, hidden: 1, output: 1)
            var gates = [0.5, -0.3, 0.8, 0.1, -0.2, 0.4, 0.6, -0.7]
            var (y, h, c) = ([0.0, 0.0], [0.25], [-0.5])
            let weight = [0.3, -0.6, 0.9, 0.2]
            func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
            var (expectedH, expectedC, expectedY) = (h[0], c[0], [Double]())
            for step in 0..<2 {
                let a = (0..<4).map { gates[4 * step + $0] + weight[$0] * expectedH }
                expectedC = sigmoid(a[1]) * expectedC + sigmoid(a[0]) * tanh(a[2])
                expectedH = sigmoid(a[3]) * tanh(expectedC)
                expectedY.append(expectedH)
            }
            gates.withUnsafeMutableBufferPointer { gates in
                weight.withUnsafeBufferPointer { weight in
                    y.withUnsafeMutableBufferPointer { y in
                        h.withUnsafeMutableBufferPointer { h in
                            c.withUnsafeMutableBufferPointer { c in
                                run(pass, gates.baseAddress, weight.baseAddress, y.baseAddress, h.baseAddress, c)
                            }
                        }
                    }
                }
            }
            #expect(zip(y, expectedY).allSatisfy { abs($0 - $1) < 1e-15 })
            #expect(abs(h[0] - expectedH) < 1e-15 && abs(c[0] - expectedC) < 1e-15)
        }

        private func run(
            _ pass: RecurrentPass, _ gates: UnsafeMutablePointer<Double>?, _ weight: UnsafePointer<Double>?,
            _ y: UnsafeMutablePointer<Double>?, _ h: UnsafeMutablePointer<Double>?,
            _ c: UnsafeMutableBufferPointer<Double>
        ) {
            guard let gates, let weight, let y, let h else { return }
            var forward = RecurrentForward<Double>(pass, gates: gates, weight: weight, y: y, yStride: 1, h: h)
            forward.c = c.baseAddress
            recurrentForward([forward])
        }

        @Test func growingBatchesStop() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = RecurrentPass(.gru, batchSizes: [1, 2], isReverse: false, hidden: 1, output: 1)
            }
            #expect(wrote(result, "batch sizes [1, 2] grow"))
        }
    }
}
