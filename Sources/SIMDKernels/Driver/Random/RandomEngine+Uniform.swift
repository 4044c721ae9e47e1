extension RandomEngine {
    /// Fills with numbers spread evenly over [from, to): 24 random bits each for Float, 53 for Double.
    package func uniform<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<T>, _ count: Int, from: Double = 0, to: Double = 1
    ) {
        guard count >= 0 else { stop("uniform: expected at least 0 numbers, got \(count)") }
        guard from <= to, (to - from).isFinite else {
            stop("uniform: expected finite from <= to, got from \(from) and to \(to)")
        }
        let kernel = T.uniform(Kernels.current.random)
        draw(count, wordsPerNumber: T.wordsPerNumber) { words, range in
            kernel(words, target + range.lowerBound, range.count, T(from), T(to))
        }
    }

    /// The next fraction of 53 bits.
    package func nextUnit() -> Double { Double(nextUInt64() & (1 << 53 - 1)) * 0x1p-53 }
}
