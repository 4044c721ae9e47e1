import Foundation
import PinionTestSupport
import Testing

@testable import PinionSIMDKernels

extension AllKernels {
    /// Each fused step rounds once, also where the instruction set has no such step.
    @Suite struct RandomFused {
        /// `fma(z, std, 1)` for numbers z of one block and a std that takes z * std next to the middle between two
        /// Floats, so near that Double cannot hold the sum.
        @Test func aFusedStepRoundsOnce() {
            withEachTable { table in
                let kernels = Kernels.current.random
                let engine = RandomEngine(seed: 5)
                let drawn: [Float] = engine.array(1600) { engine.uniform($0, 1600) }
                var roundedTwice = 0
                var cases = 0
                for block in stride(from: 0, to: 1600, by: 16) {
                    let uniform = Array(drawn[block..<block + 16])
                    func normal(_ mean: Float, _ std: Float) -> [Float] {
                        var values = uniform
                        values.withUnsafeMutableBufferPointer { kernels.normalFloat($0.baseAddress!, 1, mean, std) }
                        return values
                    }
                    for z in normal(0, 1) where z != 0 {
                        // Mantissas of 24 bits with a product next to a power of two.
                        let a = Double(z.significand) * 0x1p23
                        let b = (0x1p47 / a).rounded()
                        let rest = abs(a * b - 0x1p47)
                        guard rest > 0, rest < 0x1p18, b < 0x1p24 else { continue }
                        let std = Float(b) * Float(sign: .plus, exponent: -48 - Int(z.exponent), significand: 1)
                        let exact = normal(1, std).enumerated().allSatisfy { i, value in
                            value == fmaf(normal(0, 1)[i], std, 1)
                        }
                        #expect(exact, "\(table): \(z) * \(std) + 1")
                        cases += 1
                        if Float(Double(z) * Double(std) + 1) != fmaf(z, std, 1) { roundedTwice += 1 }
                    }
                }
                // The cases are such that Double arithmetic alone gets some wrong.
                #expect(cases > 20 && roundedTwice > 5, "\(cases) cases, \(roundedTwice) hard ones")
            }
        }

        @Test func aRangeIsFilledWithOneRounding() {
            let ranges: [(Float, Float)] = [
                (0, 1), (-1.3, 2.7), (1, 1.0000001), (1e-30, 3e-30), (-1e30, 1e30), (0x1p-146, 0x1p-137), (-5, 1e-8),
                (3, 3),
                (16_777_216, 16_777_300), (-0.1, 0.1),
            ]
            withEachTable { table in
                let engine = RandomEngine(seed: 6)
                let words = (0..<1000).map { _ in engine.nextUInt32() } + [UInt32](repeating: 0, count: 32)
                for (from, to) in ranges {
                    let values: [Float] = engine.array(1000) {
                        Kernels.current.random.uniformFloat(words, $0, 1000, from, to)
                    }
                    let expected = words.prefix(1000).map { word -> Float in
                        let value = fmaf(Float(word & 0xFF_FFFF) * 0x1p-24, to - from, from)
                        return value == to ? from : value
                    }
                    #expect(values == expected, "\(table): \(from) to \(to)")
                }
            }
        }
    }
}
