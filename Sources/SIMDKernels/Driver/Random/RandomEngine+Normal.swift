#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Box and Muller's pair from log(1 - u) and the angle's fraction of a turn.
func normalPair(log: Double, turn: Double) -> (cosine: Double, sine: Double) {
    let radius = (-2 * log).squareRoot()
    let angle = 2 * Double.pi * turn
    return (radius * cos(angle), radius * sin(angle))
}

extension RandomEngine {
    /// Blocks transformed between two looks at the generator: half a megabyte of Float stays in the cache.
    private static let chunk = 8192
    /// Blocks that pay for another thread.
    private static let grain = 1024

    /// Fills with normally distributed numbers.
    ///
    /// From 16 numbers on they are made in blocks of 16, below one pair at a time, of which a second number left over
    /// is kept for the next call: both as PyTorch does it.
    package func normal<T: RandomFillScalar>(
        _ target: UnsafeMutablePointer<T>, _ count: Int, mean: Double = 0, std: Double = 1
    ) {
        guard count >= 0 else { stop("normal: expected at least 0 numbers, got \(count)") }
        guard std >= 0 else { stop("normal: expected std >= 0, got \(std)") }
        if count < 16 {
            for i in 0..<count { target[i] = T(fma(nextNormal(), std, mean)) }
            return
        }
        let blocks = count / 16
        for start in stride(from: 0, to: blocks, by: Self.chunk) {
            let end = min(start + Self.chunk, blocks)
            uniform(target + start * 16, (end - start) * 16)
            parallelFor(start..<end, grain: Self.grain) {
                T.transformToNormal(target + $0.lowerBound * 16, $0.count, mean: mean, std: std)
            }
        }
        if count % 16 != 0 {
            // The rest is drawn, and then the last 16 numbers once more, so that they are a block too.
            uniform(target + blocks * 16, count % 16)
            uniform(target + count - 16, 16)
            T.transformToNormal(target + count - 16, 1, mean: mean, std: std)
        }
    }

    /// The next number with mean 0 and standard deviation 1 of the ones made in pairs.
    package func nextNormal() -> Double {
        if let cached = cachedNormal {
            cachedNormal = nil
            return cached
        }
        let turn = nextUnit()
        let (cosine, sine) = normalPair(log: log1p(-nextUnit()), turn: turn)
        cachedNormal = sine
        return cosine
    }
}
