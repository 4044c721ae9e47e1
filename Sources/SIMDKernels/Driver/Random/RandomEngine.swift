/// MT19937 as PyTorch's CPU generator uses it: the same seed gives the same numbers, whatever machine and whatever
/// number of threads. One thread at a time may use an engine.
///
/// Words come from a block of 624 that is made and tempered at a time; fills hand whole runs of it to the kernels.
package final class RandomEngine {
    static let wordCount = 624
    /// The seed of a generator that nobody has seeded, PyTorch's.
    package static let defaultSeed: UInt64 = 67_280_421_310_721

    /// 624 words, and room for the next 624 while they are made.
    private let state: UnsafeMutablePointer<UInt32>
    /// The state's words, tempered. The place before the first one holds a word left over from the block before, for
    /// a number of 64 bits that takes one word of each; kernels may read a register behind the last one.
    private let tempered: UnsafeMutablePointer<UInt32>
    /// The next word to use: -1 for the one left over, 624 when none is left.
    private var position = wordCount
    /// The second number of the last pair that `nextNormal` made.
    var cachedNormal: Double?

    private static let lineWords = 16
    private static let stateBytes = (2 * wordCount + lineWords) * 4
    private static let temperedBytes = (lineWords + wordCount + 2 * lineWords) * 4

    package init(seed: UInt64 = defaultSeed) {
        let memory = MemoryPool.allocate(byteCount: Self.stateBytes + Self.temperedBytes)
            .initializeMemory(as: UInt32.self, repeating: 0, count: (Self.stateBytes + Self.temperedBytes) / 4)
        state = memory
        tempered = memory + Self.stateBytes / 4 + Self.lineWords
        self.seed(seed)
    }

    deinit { MemoryPool.deallocate(state, byteCount: Self.stateBytes + Self.temperedBytes) }

    /// Starts again from a seed, of which MT19937 takes the low 32 bits.
    package func seed(_ seed: UInt64) {
        // Knuth's linear generator fills the state: TAOCP vol. 2, 3rd edition, p. 106.
        state[0] = UInt32(truncatingIfNeeded: seed)
        for i in 1..<Self.wordCount {
            state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i)
        }
        position = Self.wordCount
        cachedNormal = nil
    }

    private func refill() {
        let left = Self.wordCount - position
        if left == 1 { tempered[-1] = tempered[position] }
        Kernels.current.random.refill(state, tempered)
        position = -left
    }

    /// Draws `count` numbers of 1 or 2 words each, calling `body` with runs of words and the numbers' places.
    func draw(_ count: Int, wordsPerNumber: Int, _ body: (UnsafePointer<UInt32>, Range<Int>) -> Void) {
        var done = 0
        while done < count {
            if Self.wordCount - position < wordsPerNumber { refill() }
            let run = min(count - done, (Self.wordCount - position) / wordsPerNumber)
            body(tempered + position, done..<done + run)
            position += run * wordsPerNumber
            done += run
        }
    }

    /// The next 32 bits.
    package func nextUInt32() -> UInt32 {
        if position == Self.wordCount { refill() }
        defer { position += 1 }
        return tempered[position]
    }

    /// The next 64 bits, the first word high.
    package func nextUInt64() -> UInt64 {
        let high = nextUInt32()
        return UInt64(high) << 32 | UInt64(nextUInt32())
    }
}

extension RandomEngine {
    /// Everything that decides the numbers to come, for checkpoints.
    package struct State: Sendable, Equatable {
        /// MT19937's 624 words.
        package var words: [UInt32]
        /// How many of them have been used, 0 to 624.
        package var position: Int
        /// The second number of a pair of normal ones, if it has not been drawn yet.
        package var cachedNormal: Double?

        package init(words: [UInt32], position: Int, cachedNormal: Double? = nil) {
            self.words = words
            self.position = position
            self.cachedNormal = cachedNormal
        }
    }

    /// The state as it stands; setting it goes on from there.
    package var savedState: State {
        get {
            State(
                words: Array(UnsafeBufferPointer(start: state, count: Self.wordCount)), position: position,
                cachedNormal: cachedNormal)
        }
        set {
            guard newValue.words.count == Self.wordCount, 0...Self.wordCount ~= newValue.position else {
                stop(
                    "random state: expected 624 words and a position from 0 to 624, got \(newValue.words.count) words "
                        + "and position \(newValue.position)")
            }
            for (i, word) in newValue.words.enumerated() { state[i] = word }
            position = newValue.position
            cachedNormal = newValue.cachedNormal
            Kernels.current.random.temper(state, tempered)
        }
    }
}
