#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Calls of `malloc`, which a library counts that `Benchmarks/allocations` loads before libc.
enum Allocations {
    private typealias Counter = @convention(c) () -> Int

    private static let counter: Counter? = {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "pinion_allocation_count") else { return nil }
        return unsafeBitCast(symbol, to: Counter.self)
    }()

    /// How often a call of `body` asks for memory, once it has what it keeps; nil where nobody counts.
    static func perCall(_ body: () -> Void) -> Double? {
        guard let counter else { return nil }
        let calls = 100
        for _ in 0..<calls { body() }
        let before = counter()
        for _ in 0..<calls { body() }
        return Double(counter() - before) / Double(calls)
    }
}
