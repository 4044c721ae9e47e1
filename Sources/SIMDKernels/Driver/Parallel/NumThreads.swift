import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

private let threadCount = Atomic<Int>(threadCountAtStart())

/// The number of threads an operation may use: `PINION_NUM_THREADS`, or the processors of this machine.
public var numThreads: Int { threadCount.load(ordering: .relaxed) }

/// The number of threads an operation may use, as PyTorch's `torch.get_num_threads`.
public func getNumThreads() -> Int { numThreads }

/// Sets the number of threads an operation may use, as PyTorch's `torch.set_num_threads`.
///
/// Results do not depend on it, except where an operation's documentation says so.
/// - Parameter count: at least 1; anything less stops the program.
public func setNumThreads(_ count: Int) {
    guard count >= 1 else { stop("setNumThreads: expected a positive number of threads, got \(count)") }
    threadCount.store(count, ordering: .relaxed)
}

private func threadCountAtStart() -> Int {
    guard let text = environment("PINION_NUM_THREADS"), !text.isEmpty else {
        return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    guard let count = Int(text), count >= 1 else {
        stopForEnvironment("PINION_NUM_THREADS=\(text): expected a positive number of threads")
    }
    return count
}
