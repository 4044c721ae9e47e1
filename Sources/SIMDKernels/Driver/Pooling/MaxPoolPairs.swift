// Windows of two by two that do not overlap: the pooling of most networks. No index is kept; the backward pass finds
// the largest element again, which is faster than reading eight bytes for each.

extension ConvolutionShape {
    /// Whether windows are two by two places, side by side, all inside.
    package var isPairs: Bool {
        kernel == SIMD3(1, 2, 2) && stride.y == 2 && stride.z == 2 && stride.x == 1 && dilation == .one
            && padding == .zero && output.x == input.x && output.y == input.y / 2 && output.z == input.z / 2
    }
}

/// `maxPool` for such windows, without indices.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func maxPoolPairs<Scalar: PairScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>
) {
    shape.forEachPairOfRows { input, output, count in
        let (top, bottom, to) = (x + input, x + (input + shape.input.z), y + output)
        let done = Scalar.maxPoolPairs(count, top: top, bottom: bottom, into: to)
        for i in done..<count {
            to[i] = Scalar.largest(top[2 * i], top[2 * i + 1], bottom[2 * i], bottom[2 * i + 1])
        }
    }
}

/// The gradient of `maxPoolPairs` by x: each element of g at the place of its window's largest element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func maxPoolPairsBackward<Scalar: PairScalar>(
    _ shape: ConvolutionShape, _ g: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>,
    into gx: UnsafeMutablePointer<Scalar>
) {
    shape.forEachPairOfRows { input, output, count in
        let width = shape.input.z
        let (top, bottom, g) = (x + input, x + (input + width), g + output)
        let (toTop, toBottom) = (gx + input, gx + (input + width))
        let done = Scalar.maxPoolPairs(count, top: top, bottom: bottom, g, toTop: toTop, toBottom: toBottom)
        for i in done..<count {
            let byElement = Scalar.spread(g[i], top[2 * i], top[2 * i + 1], bottom[2 * i], bottom[2 * i + 1])
            (toTop[2 * i], toTop[2 * i + 1], toBottom[2 * i], toBottom[2 * i + 1]) = byElement
        }
        if width % 2 == 1 {
            toTop[width - 1] = 0
            toBottom[width - 1] = 0
        }
    }
    // The row that no window reaches.
    if shape.input.y % 2 == 1 {
        for plane in 0..<shape.images * shape.input.x {
            (gx + ((plane + 1) * shape.input.y - 1) * shape.input.z).update(repeating: 0, count: shape.input.z)
        }
    }
}

extension ConvolutionShape {
    /// Calls `body` for each row of windows: its first element in the input and in the output, and the windows.
    @inline(__always)
    fileprivate func forEachPairOfRows(_ body: (_ input: Int, _ output: Int, _ count: Int) -> Void) {
        let planes = images * input.x
        parallelFor(0..<planes, grain: max(1, (1 << 15) / max(1, input.y * input.z))) { range in
            for plane in range {
                for row in 0..<output.y {
                    body((plane * input.y + 2 * row) * input.z, (plane * output.y + row) * output.z, output.z)
                }
            }
        }
    }
}
