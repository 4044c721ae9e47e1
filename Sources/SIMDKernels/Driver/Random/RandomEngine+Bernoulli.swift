extension RandomEngine {
    /// Fills with 1 where a fraction of 53 bits is below `probability`, else 0.
    package func bernoulli<T: RandomFillScalar>(_ target: UnsafeMutablePointer<T>, _ count: Int, probability: Double) {
        checkBernoulli(count, probability)
        fillMask(target, count, probability: probability, value: 1)
    }

    /// The same, as bytes of a Bool tensor.
    package func bernoulli(_ target: UnsafeMutablePointer<UInt8>, _ count: Int, probability: Double) {
        checkBernoulli(count, probability)
        let chunk = 4096
        withScratch(byteCount: chunk * MemoryLayout<Float>.stride) { scratch in
            let mask = scratch.assumingMemoryBound(to: Float.self)
            for start in stride(from: 0, to: count, by: chunk) {
                let length = min(chunk, count - start)
                fillMask(mask, length, probability: probability, value: 1)
                for i in 0..<length { target[start + i] = mask[i] != 0 ? 1 : 0 }
            }
        }
    }

    /// Fills with 1 where a uniform number of the type is below the probability of the same place, else 0.
    @_specialize(where T == Float)
    @_specialize(where T == Double)
    package func bernoulli<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<T>, _ count: Int, probabilities: UnsafePointer<T>
    ) {
        guard count >= 0 else { stop("bernoulli: expected at least 0 numbers, got \(count)") }
        for i in 0..<count where !(0...1 ~= probabilities[i]) {
            stop("bernoulli: expected probabilities from 0 to 1, got \(probabilities[i]) at place \(i)")
        }
        uniform(target, count)
        for i in 0..<count { target[i] = target[i] < probabilities[i] ? 1 : 0 }
    }

    /// Fills with dropout's factors: 1 / (1 - p) where an element is kept, which is where a fraction of 53 bits is
    /// below 1 - p, else 0. With p 0 or 1 nothing is drawn.
    package func dropoutMask<T: RandomFillScalar>(_ target: UnsafeMutablePointer<T>, _ count: Int, p: Double) {
        guard count >= 0 else { stop("dropout: expected at least 0 numbers, got \(count)") }
        guard 0...1 ~= p else { stop("dropout: expected a probability from 0 to 1, got \(p)") }
        if p == 0 || p == 1 { return target.update(repeating: p == 0 ? 1 : 0, count: count) }
        fillMask(target, count, probability: 1 - p, value: 1 / T(1 - p))
    }

    private func checkBernoulli(_ count: Int, _ probability: Double) {
        guard count >= 0 else { stop("bernoulli: expected at least 0 numbers, got \(count)") }
        guard 0...1 ~= probability else {
            stop("bernoulli: expected a probability from 0 to 1, got \(probability)")
        }
    }

    private func fillMask<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<T>, _ count: Int, probability: Double, value: T
    ) {
        let kernel = T.mask(Kernels.current.random)
        draw(count, wordsPerNumber: 2) { words, range in
            kernel(words, target + range.lowerBound, range.count, probability, value)
        }
    }
}
