/// Elements that share a mean and a variance: `pieces` runs of `inner` elements in each of `groups` groups.
package struct NormGroups: Sendable {
    package let groups: Int
    package let pieces: Int
    package let inner: Int
    private let groupStride: Int
    private let pieceStride: Int

    /// Elements of a group.
    package var count: Int { pieces * inner }
    /// Elements of all groups.
    package var total: Int { groups * count }

    /// The channels of [images, channels, plane].
    package static func channels(images: Int, channels: Int, plane: Int) -> NormGroups {
        NormGroups(
            groups: channels, pieces: images, inner: plane, groupStride: plane, pieceStride: channels * plane)
    }

    /// The rows of [rows, length].
    package static func rows(_ rows: Int, length: Int) -> NormGroups {
        NormGroups(groups: rows, pieces: 1, inner: length, groupStride: length, pieceStride: length)
    }

    /// Groups of neighbouring channels of each image of [images, channels, plane]; a piece is a channel.
    package static func channelGroups(images: Int, groups: Int, channels: Int, plane: Int) -> NormGroups {
        NormGroups(
            groups: images * groups, pieces: channels / groups, inner: plane, groupStride: channels / groups * plane,
            pieceStride: plane)
    }

    func offset(group: Int, piece: Int) -> Int { group * groupStride + piece * pieceStride }

    /// Groups that pay for a hand-over to another thread.
    var grain: Int { max(1, (1 << 15) / max(1, count)) }
}

/// What standardized elements are multiplied with, and what is added to them then.
package enum NormAffine<Scalar: GemmScalar> {
    case none
    /// A number for each group: number i % period for group i.
    case groups(weight: UnsafePointer<Scalar>?, bias: UnsafePointer<Scalar>?, period: Int)
    /// A number for each element of a group.
    case elements(weight: UnsafePointer<Scalar>?, bias: UnsafePointer<Scalar>?)
    /// A number for each piece of a group, those of group i % period.
    case pieces(weight: UnsafePointer<Scalar>?, bias: UnsafePointer<Scalar>?, period: Int)
}

/// The most elements that are summed in the elements' own precision before the sums are added up in double.
private let chunk = 4096

/// The sums over a group of what `sums` gives for a run of elements: (first element, count).
@inline(__always)
func groupSums<Scalar: GemmScalar>(
    _ shape: NormGroups, _ group: Int, _ sums: (_ first: Int, _ count: Int) -> (Scalar, Scalar)
) -> (Double, Double) {
    var total = (0.0, 0.0)
    for piece in 0..<shape.pieces {
        let part = pieceSums(shape, group, piece, sums)
        total = (total.0 + part.0, total.1 + part.1)
    }
    return total
}

/// The same over a piece of a group.
@inline(__always)
func pieceSums<Scalar: GemmScalar>(
    _ shape: NormGroups, _ group: Int, _ piece: Int, _ sums: (_ first: Int, _ count: Int) -> (Scalar, Scalar)
) -> (Double, Double) {
    var total = (0.0, 0.0)
    let start = shape.offset(group: group, piece: piece)
    var done = 0
    while done < shape.inner {
        let count = min(chunk, shape.inner - done)
        let (first, second) = sums(start + done, count)
        total.0 += Double(first)
        total.1 += Double(second)
        done += count
    }
    return total
}

/// `Σ f(i)` for i below `count`, in eight sums, which the compiler makes vectors of.
@inline(__always)
func eightfoldSum<Scalar: GemmScalar>(_ count: Int, _ f: (Int) -> Scalar) -> Scalar {
    var (a, b, c, d): (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
    var (e, g, h, k): (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
    var i = 0
    while i &+ 8 <= count {
        a += f(i)
        b += f(i &+ 1)
        c += f(i &+ 2)
        d += f(i &+ 3)
        e += f(i &+ 4)
        g += f(i &+ 5)
        h += f(i &+ 6)
        k += f(i &+ 7)
        i &+= 8
    }
    var sum = ((a + e) + (b + g)) + ((c + h) + (d + k))
    while i < count {
        sum += f(i)
        i += 1
    }
    return sum
}
