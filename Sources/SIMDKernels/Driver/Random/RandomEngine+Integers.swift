extension RandomEngine {
    /// Fills with integers spread evenly over [low, high).
    package func integers(_ target: UnsafeMutablePointer<Int64>, _ count: Int, from low: Int64, to high: Int64) {
        guard count >= 0 else { stop("randint: expected at least 0 numbers, got \(count)") }
        guard low < high else { stop("randint: expected low < high, got low \(low) and high \(high)") }
        let range = UInt64(bitPattern: high &- low)
        if range >= 1 << 28 {
            for i in 0..<count { target[i] = low &+ Int64(bitPattern: nextUInt64() % range) }
            return
        }
        // The remainder by two multiplications, exact for 32 bits: D. Lemire, O. Kaser, N. Kurz, "Faster remainder by
        // direct computation", Software: Practice and Experience 49 (2019).
        let reciprocal = (UInt64.max / range) &+ 1
        draw(count, wordsPerNumber: 1) { words, places in
            for i in 0..<places.count {
                let fraction = reciprocal &* UInt64(words[i])
                let remainder = fraction.multipliedFullWidth(by: range).high
                target[places.lowerBound + i] = low &+ Int64(bitPattern: remainder)
            }
        }
    }

    /// Fills with the numbers 0 to count - 1 in random order.
    package func permutation(_ target: UnsafeMutablePointer<Int64>, _ count: Int) {
        guard count >= 0 else { stop("randperm: expected at least 0 numbers, got \(count)") }
        for i in 0..<count { target[i] = Int64(i) }
        draw(max(count - 1, 0), wordsPerNumber: 1) { words, places in
            for i in places {
                let left = UInt64(count - i)
                let word = words[i - places.lowerBound]
                // Divisions of 32 bits are faster.
                let offset = left >> 32 == 0 ? UInt64(word % UInt32(truncatingIfNeeded: left)) : UInt64(word)
                let other = i + Int(offset)
                (target[i], target[other]) = (target[other], target[i])
            }
        }
    }
}
