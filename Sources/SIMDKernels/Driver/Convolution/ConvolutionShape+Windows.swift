extension ConvolutionShape {
    /// The taps' offsets in the window, in the order of the weights.
    func forEachTap(_ body: (_ index: Int, _ tap: SIMD3<Int>) -> Void) {
        var index = 0
        for z in 0..<kernel.x {
            for y in 0..<kernel.y {
                for x in 0..<kernel.z {
                    body(index, SIMD3(z, y, x))
                    index += 1
                }
            }
        }
    }

    /// Calls `body` with the part of a row of outputs that lies inside the image for a tap: how many outputs come before
    /// it, how many it has, and the offset of its first element in a channel.
    ///
    /// - Parameter start: the first output: depth, height, width.
    @inline(__always)
    func insidePart(
        ofRowAt start: SIMD3<Int>, tap: SIMD3<Int>, _ body: (_ before: Int, _ count: Int, _ source: Int) -> Void
    ) {
        let first = start &* stride &- padding &+ tap &* dilation
        if first.x < 0 || first.x >= input.x || first.y < 0 || first.y >= input.y { return body(output.z, 0, 0) }
        let inside = insideRange(from: first.z, count: output.z)
        let row = (first.x * input.y + first.y) * input.z
        body(inside.lowerBound, inside.count, row + first.z + inside.lowerBound * stride.z)
    }

    /// Which of the places `first`, `first + stride`, … of a row lie inside the image, of `count`.
    @inline(__always)
    func insideRange(from first: Int, count: Int) -> Range<Int> {
        PinionSIMDKernels.insideRange(from: first, step: stride.z, count: count, size: input.z)
    }
}

/// Which of the places `first`, `first + step`, … lie in a dimension of `size`, of `count`.
@inline(__always)
func insideRange(from first: Int, step: Int, count: Int, size: Int) -> Range<Int> {
    let start = first >= 0 ? 0 : min(count, (step - 1 - first) / step)
    let end = size <= first ? 0 : min(count, (size - first + step - 1) / step)
    return start..<max(start, end)
}
