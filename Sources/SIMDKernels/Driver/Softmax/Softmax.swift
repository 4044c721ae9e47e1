/// What a softmax makes of each lane of elements.
package enum SoftmaxKind: Sendable {
    /// `eˣ / Σ eˣ`
    case probabilities
    /// `x - log Σ eˣ`
    case logarithms
}

/// The softmax over the middle of a contiguous [outer, n, inner] array; `y` may be `x`.
///
/// Works through blocks that stay in the cache, so that memory is read and written once.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func softmax<T: ReductionScalar & BinaryFloatingPoint>(
    _ kind: SoftmaxKind, _ x: UnsafePointer<T>, outer: Int, n: Int, inner: Int, into y: UnsafeMutablePointer<T>
) {
    forEachLaneBlock(T.self, outer: outer, n: n, inner: inner) { block, offset in
        let (x, y) = (x + offset, y + offset)
        block.reduce(.max, x)
        block.combine(.sub, x, into: y)
        switch kind {
        case .probabilities:
            block.map(.exp, y, into: y)
            block.reduce(.sum, y)
            block.invertResults()
            block.combine(.mul, y, into: y)
        case .logarithms:
            block.reduce(.logSumExp, y)
            block.combine(.sub, y, into: y)
        }
    }
}

/// The gradient by x from the gradient `g` by y and from y; all of them contiguous [outer, n, inner] arrays.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func softmaxBackward<T: ReductionScalar & BinaryFloatingPoint>(
    _ kind: SoftmaxKind, _ g: UnsafePointer<T>, _ y: UnsafePointer<T>, outer: Int, n: Int, inner: Int,
    into gx: UnsafeMutablePointer<T>
) {
    forEachLaneBlock(T.self, outer: outer, n: n, inner: inner) { block, offset in
        let (g, y, gx) = (g + offset, y + offset, gx + offset)
        switch kind {
        case .probabilities:
            block.zip(.mul, g, y, into: gx)
            block.reduce(.sum, gx)
            block.combine(.sub, g, into: gx)
            block.zip(.mul, gx, y, into: gx)
        case .logarithms:
            block.reduce(.sum, g)
            block.map(.exp, y, into: gx)
            block.combine(.mul, gx, into: gx)
            block.zip(.sub, g, gx, into: gx)
        }
    }
}
