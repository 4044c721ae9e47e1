extension RandomEngine {
    /// Draws `count` categories with chances in proportion to `weights`, with or without replacement.
    ///
    /// With replacement, a fraction of 53 bits each is searched in the cumulative distribution; without, and for a
    /// single draw, the categories with the largest weight / e win, e exponential: both in the weights' own type.
    @_specialize(where T == Float)
    @_specialize(where T == Double)
    package func multinomial<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<Int64>, _ count: Int, weights: UnsafePointer<T>, _ categories: Int,
        replacement: Bool
    ) {
        guard count > 0 else { stop("multinomial: expected at least 1 draw, got \(count)") }
        guard categories > 0 else { stop("multinomial: expected at least 1 category, got \(categories)") }
        guard replacement || count <= categories else {
            stop("multinomial: cannot draw \(count) of \(categories) categories without replacement")
        }
        var sum: T = 0
        for i in 0..<categories {
            guard weights[i] >= 0, weights[i].isFinite else {
                stop("multinomial: expected finite weights of at least 0, got \(weights[i]) at place \(i)")
            }
            sum += weights[i]
        }
        guard sum > 0, sum.isFinite else { stop("multinomial: expected a positive finite sum of weights, got \(sum)") }

        withScratch(byteCount: categories * MemoryLayout<T>.stride) { scratch in
            let table = scratch.assumingMemoryBound(to: T.self)
            if replacement && count > 1 {
                searchCumulative(target, count, weights: weights, categories, sum: sum, table)
            } else {
                race(target, count, weights: weights, categories, table)
            }
        }
    }

    private func searchCumulative<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<Int64>, _ count: Int, weights: UnsafePointer<T>, _ categories: Int, sum: T,
        _ cumulative: UnsafeMutablePointer<T>
    ) {
        var partial: T = 0
        for i in 0..<categories {
            partial += weights[i]
            cumulative[i] = partial / sum
        }
        // The last one is 1 whatever rounding made of it, so that every fraction finds a place.
        cumulative[categories - 1] = 1
        for i in 0..<count {
            let fraction = nextUnit()
            var low = 0
            var high = categories
            while low < high {
                let middle = low + (high - low) / 2
                if Double(cumulative[middle]) < fraction { low = middle + 1 } else { high = middle }
            }
            target[i] = Int64(low)
        }
    }

    /// Exponential clocks: P. S. Efraimidis and P. G. Spirakis, "Weighted random sampling with a reservoir",
    /// Information Processing Letters 97 (2006).
    private func race<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<Int64>, _ count: Int, weights: UnsafePointer<T>, _ categories: Int,
        _ keys: UnsafeMutablePointer<T>
    ) {
        exponential(keys, categories)
        var possible = 0
        for i in 0..<categories {
            keys[i] = weights[i] / keys[i]
            if weights[i] > 0 { possible += 1 }
        }
        guard count <= possible else {
            stop("multinomial: cannot draw \(count) categories without replacement, only \(possible) have a weight")
        }
        var order = Array(0..<categories)
        order.sort { keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1 }
        for i in 0..<count { target[i] = Int64(order[i]) }
    }
}
