/// A linear map along one dimension: output place j is the sum of `weights[t] · input[places[t]]` over its taps t.
package struct ResampleTaps: Sendable {
    package let inputSize: Int
    package let outputSize: Int
    /// Taps of each output place.
    package let count: Int
    package let places: [Int]
    package let weights: [Double]

    package init(inputSize: Int, outputSize: Int, count: Int, places: [Int], weights: [Double]) {
        (self.inputSize, self.outputSize, self.count) = (inputSize, outputSize, count)
        (self.places, self.weights) = (places, weights)
    }
}

/// Applies the map along the middle of [outer, inputSize, inner], to [outer, outputSize, inner].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func resample<Scalar: GemmScalar>(
    _ taps: ResampleTaps, _ x: UnsafePointer<Scalar>, outer: Int, inner: Int, into y: UnsafeMutablePointer<Scalar>
) {
    let weights = taps.weights.map { Scalar($0) }
    let work = max(1, taps.outputSize * taps.count * inner)
    parallelFor(0..<outer, grain: max(1, (1 << 15) / work)) { part in
        for o in part {
            let source = x + o * taps.inputSize * inner
            let target = y + o * taps.outputSize * inner
            if inner == 1 {
                for j in 0..<taps.outputSize {
                    var sum: Scalar = 0
                    for t in j * taps.count..<(j + 1) * taps.count { sum += weights[t] * source[taps.places[t]] }
                    target[j] = sum
                }
                continue
            }
            for j in 0..<taps.outputSize {
                let row = target + j * inner
                for t in j * taps.count..<(j + 1) * taps.count {
                    let (from, weight) = (source + taps.places[t] * inner, weights[t])
                    if t == j * taps.count {
                        for i in 0..<inner { row[i] = weight * from[i] }
                    } else {
                        for i in 0..<inner { row[i] += weight * from[i] }
                    }
                }
            }
        }
    }
}

/// The transpose of `resample`: from [outer, outputSize, inner] to [outer, inputSize, inner].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func resampleBackward<Scalar: GemmScalar>(
    _ taps: ResampleTaps, _ gy: UnsafePointer<Scalar>, outer: Int, inner: Int, into gx: UnsafeMutablePointer<Scalar>
) {
    let weights = taps.weights.map { Scalar($0) }
    let work = max(1, taps.outputSize * taps.count * inner)
    parallelFor(0..<outer, grain: max(1, (1 << 15) / work)) { part in
        for o in part {
            let source = gy + o * taps.outputSize * inner
            let target = gx + o * taps.inputSize * inner
            target.update(repeating: 0, count: taps.inputSize * inner)
            for j in 0..<taps.outputSize {
                let row = source + j * inner
                for t in j * taps.count..<(j + 1) * taps.count {
                    let (to, weight) = (target + taps.places[t] * inner, weights[t])
                    for i in 0..<inner { to[i] += weight * row[i] }
                }
            }
        }
    }
}
