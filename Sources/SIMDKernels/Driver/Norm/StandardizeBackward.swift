import PinionKernelInterface

/// The gradient of `standardize` by x, from the gradient g by y:
/// `rstd · (h - mean h - x̂ · mean(h · x̂))` with `h = g · weight` and `x̂ = (x - mean) · rstd`.
///
/// gx may be nil. The sums are each group's `Σ g` and `Σ g · x̂`: the gradients by bias and weight where these are numbers
/// for each group; where they are numbers for each piece, each piece's. Where they are numbers for each element, g is
/// multiplied with the weight first.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func standardizeBackward<Scalar: GemmScalar>(
    _ shape: NormGroups, _ g: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, mean: UnsafePointer<Scalar>,
    rstd: UnsafePointer<Scalar>, _ affine: NormAffine<Scalar>, into gx: UnsafeMutablePointer<Scalar>?,
    sums: (g: UnsafeMutablePointer<Scalar>, product: UnsafeMutablePointer<Scalar>)
) {
    let kernels = Scalar.normKernels(Kernels.current)
    parallelFor(0..<shape.groups, grain: shape.grain) { groups in
        for group in groups {
            let (center, scale) = (mean[group], rstd[group])
            let (sum, product) = gradientSums(shape, group, g, x, center, scale, affine, sums, kernels)
            guard let gx else { continue }
            // h · factor - (mean h) · factor - (x - mean) · slope
            var factor = scale
            if case .groups(let weight?, _, let period) = affine { factor *= weight[group % period] }
            let count = Double(max(1, shape.count))
            let shift = -Scalar(sum / count) * factor
            let slope = -Scalar(product / count * Double(scale) * Double(scale)) * factor
            for piece in 0..<shape.pieces {
                let start = shape.offset(group: group, piece: piece)
                let (g, x, to) = (g + start, x + start, gx + start)
                switch affine {
                case .elements(let weights?, _):
                    for i in 0..<shape.inner {
                        to[i] = g[i] * weights[i] * factor + ((x[i] - center) * slope + shift)
                    }
                case .pieces(let weight?, _, let period):
                    let weight = weight[group % period * shape.pieces + piece]
                    kernels.gradient(shape.inner, g, factor * weight, x, center, slope, shift, to)
                default: kernels.gradient(shape.inner, g, factor, x, center, slope, shift, to)
                }
            }
        }
    }
}

/// `Σ h` and `Σ h · (x - mean)` of a group; the sums of g that are the parameters' gradients are written.
@inline(__always)
private func gradientSums<Scalar: GemmScalar>(
    _ shape: NormGroups, _ group: Int, _ g: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, _ center: Scalar,
    _ rstd: Scalar, _ affine: NormAffine<Scalar>,
    _ sums: (g: UnsafeMutablePointer<Scalar>, product: UnsafeMutablePointer<Scalar>), _ kernels: NormEntries<Scalar>
) -> (Double, Double) {
    func write(_ index: Int, _ found: (Double, Double)) {
        sums.g[index] = Scalar(found.0)
        sums.product[index] = Scalar(found.1 * Double(rstd))
    }
    if case .pieces(let weight, _, let period) = affine {
        var total = (0.0, 0.0)
        for piece in 0..<shape.pieces {
            let found = pieceSums(shape, group, piece) { kernels.productSums($1, g + $0, x + $0, center) }
            write(group * shape.pieces + piece, found)
            let factor = Double(weight?[group % period * shape.pieces + piece] ?? 1)
            total = (total.0 + factor * found.0, total.1 + factor * found.1)
        }
        return total
    }
    let found = groupSums(shape, group) { first, count in
        let (g, x) = (g + first, x + first)
        guard case .elements(let weights?, _) = affine else { return kernels.productSums(count, g, x, center) }
        let w = weights + (first - shape.offset(group: group, piece: 0))
        return (eightfoldSum(count) { g[$0] * w[$0] }, eightfoldSum(count) { g[$0] * w[$0] * (x[$0] - center) })
    }
    write(group, found)
    return found
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
