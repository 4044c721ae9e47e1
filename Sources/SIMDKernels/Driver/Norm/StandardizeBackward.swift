/// The gradient of `standardize` by x, from the gradient g by y:
/// `rstd · (h - mean h - x̂ · mean(h · x̂))` with `h = g · weight` and `x̂ = (x - mean) · rstd`.
///
/// gx may be nil. The sums are each group's `Σ g` and `Σ g · x̂`: the gradients by bias and weight where these are numbers
/// for each group. Where they are numbers for each element, g is multiplied with the weight first.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func standardizeBackward<Scalar: GemmScalar>(
    _ shape: NormGroups, _ g: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, mean: UnsafePointer<Scalar>,
    rstd: UnsafePointer<Scalar>, _ affine: NormAffine<Scalar>, into gx: UnsafeMutablePointer<Scalar>?,
    sums: (g: UnsafeMutablePointer<Scalar>, product: UnsafeMutablePointer<Scalar>)
) {
    parallelFor(0..<shape.groups, grain: shape.grain) { groups in
        for group in groups {
            let (center, scale) = (mean[group], rstd[group])
            var weights: UnsafePointer<Scalar>?
            if case .elements(let weight?, _) = affine { weights = weight }
            let (sum, product) = groupSums(shape, group) { first, count in
                let (g, x) = (g + first, x + first)
                guard let w = weights.map({ $0 + (first - shape.offset(group: group, piece: 0)) }) else {
                    return (eightfoldSum(count) { g[$0] }, eightfoldSum(count) { g[$0] * (x[$0] - center) })
                }
                return (
                    eightfoldSum(count) { g[$0] * w[$0] }, eightfoldSum(count) { g[$0] * w[$0] * (x[$0] - center) }
                )
            }
            sums.g[group] = Scalar(sum)
            sums.product[group] = Scalar(product * Double(scale))
            guard let gx else { continue }
            var factor = scale
            if case .groups(let weight?, _, let period) = affine { factor *= weight[group % period] }
            let count = Double(max(1, shape.count))
            let average = Scalar(sum / count)
            let slope = Scalar(product / count * Double(scale) * Double(scale))
            for piece in 0..<shape.pieces {
                let start = shape.offset(group: group, piece: piece)
                let (g, x, to) = (g + start, x + start, gx + start)
                if let weights {
                    for i in 0..<shape.inner {
                        to[i] = (g[i] * weights[i] - average - (x[i] - center) * slope) * factor
                    }
                } else {
                    for i in 0..<shape.inner { to[i] = (g[i] - average - (x[i] - center) * slope) * factor }
                }
            }
        }
    }
}

/// The gradients by weight and bias of elements: `Σ g · x̂` and `Σ g` over the rows of [rows, length].
///
/// Rows are summed in blocks cut by the shape alone, so results do not depend on the number of threads.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func standardizeBackwardElements<Scalar: GemmScalar>(
    _ shape: NormGroups, _ g: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, mean: UnsafePointer<Scalar>,
    rstd: UnsafePointer<Scalar>, weight: UnsafeMutablePointer<Scalar>, bias: UnsafeMutablePointer<Scalar>
) {
    let length = shape.inner
    let blocks = max(1, min(16, shape.total >> 14))
    withScratch(byteCount: 2 * blocks * length * MemoryLayout<Scalar>.stride) { scratch in
        let parts = scratch.assumingMemoryBound(to: Scalar.self)
        parallelFor(0..<blocks, grain: 1) { range in
            for block in range {
                let (byWeight, byBias) = (parts + 2 * block * length, parts + (2 * block + 1) * length)
                byWeight.update(repeating: 0, count: 2 * length)
                for row in shape.groups * block / blocks..<shape.groups * (block + 1) / blocks {
                    let (g, x) = (g + row * length, x + row * length)
                    let (center, scale) = (mean[row], rstd[row])
                    for i in 0..<length {
                        byWeight[i] += g[i] * ((x[i] - center) * scale)
                        byBias[i] += g[i]
                    }
                }
            }
        }
        weight.update(from: parts, count: length)
        bias.update(from: parts + length, count: length)
        for block in 1..<max(1, blocks) {
            let (byWeight, byBias) = (parts + 2 * block * length, parts + (2 * block + 1) * length)
            for i in 0..<length {
                weight[i] += byWeight[i]
                bias[i] += byBias[i]
            }
        }
    }
}
