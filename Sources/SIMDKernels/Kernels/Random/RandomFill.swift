/// What a fill makes of the generator's words, a register at a time.
protocol RandomSource {
    associatedtype L: Lane
    /// Words that one number takes.
    static var wordsPerElement: Int { get }
    func lane(_ words: UnsafePointer<UInt32>) -> L
}

/// Fills the target; the last register may be stored in part.
///
/// Words are read up to a register behind the last one that is used.
@inline(__always)
func fill<S: RandomSource>(
    _ source: S, _ words: UnsafePointer<UInt32>, _ target: UnsafeMutablePointer<S.L.Scalar>, _ count: Int
) {
    var i = 0
    while i + S.L.width <= count {
        source.lane(words + i * S.wordsPerElement).store(target + i)
        i += S.L.width
    }
    if i < count {
        let last = source.lane(words + i * S.wordsPerElement)
        var j = 0
        while j < count - i {
            target[i + j] = last[j]
            j += 1
        }
    }
}

/// Numbers spread evenly from `start` to below `end`.
struct UniformSource<L: UniformLane>: RandomSource {
    private let start: L
    private let end: L
    private let range: L

    @inline(__always) init(_ start: L.Scalar, _ end: L.Scalar) {
        self.start = L(start)
        self.end = L(end)
        range = L(end - start)
    }

    @inline(__always) static var wordsPerElement: Int { L.wordsPerElement }

    @inline(__always) func lane(_ words: UnsafePointer<UInt32>) -> L {
        let value = L.fused(L.unit(words), range, start)
        return L.select(value .== end, start, value)
    }
}

/// A value where a 53-bit fraction is below a probability, else 0.
struct MaskSource<L: MaskLane>: RandomSource {
    private let probability: DoubleLane
    private let value: L

    @inline(__always) init(_ probability: Double, _ value: L.Scalar) {
        self.probability = DoubleLane(probability)
        self.value = L(value)
    }

    @inline(__always) static var wordsPerElement: Int { 2 }
    @inline(__always) func lane(_ words: UnsafePointer<UInt32>) -> L { .mask(words, probability, value) }
}
