#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension RandomEngine {
    /// Fills with -log(1 - u) / rate, u a fraction of 53 bits, computed in Double.
    @_specialize(where T == Float)
    @_specialize(where T == Double)
    package func exponential<T: RandomFillScalar>(_ target: UnsafeMutablePointer<T>, _ count: Int, rate: Double = 1) {
        guard count >= 0 else { stop("exponential: expected at least 0 numbers, got \(count)") }
        guard rate > 0 else { stop("exponential: expected a rate above 0, got \(rate)") }
        let chunk = 1 << 14
        let scale = -1 / rate
        withScratch(byteCount: min(chunk, count) * MemoryLayout<Double>.stride) { scratch in
            let units = scratch.assumingMemoryBound(to: Double.self)
            for start in stride(from: 0, to: count, by: chunk) {
                let length = min(chunk, count - start)
                uniform(units, length)
                parallelFor(0..<length, grain: 4096) {
                    for i in $0 { target[start + i] = T(scale * log1p(-units[i])) }
                }
            }
        }
    }
}
