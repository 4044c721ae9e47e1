import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where progress is shown, and the clock it goes by.
struct ProgressOutput: Sendable {
    /// Whether a line can be written over.
    let isTerminal: Bool
    /// Seconds between two showings.
    let interval: Double
    let write: @Sendable (String) -> Void
    /// Seconds from some beginning.
    let now: @Sendable () -> Double

    /// Ten times a second in a terminal, every ten seconds elsewhere.
    static let standardError: ProgressOutput = {
        let isTerminal = isatty(2) == 1
        return ProgressOutput(
            isTerminal: isTerminal, interval: isTerminal ? 0.1 : 10,
            write: { text in
                let bytes = Array(text.utf8)
                var start = 0
                while start < bytes.count {
                    let count = bytes[start...].withUnsafeBytes {
                        #if canImport(Glibc)
                        Glibc.write(2, $0.baseAddress, $0.count)
                        #elseif canImport(Musl)
                        Musl.write(2, $0.baseAddress, $0.count)
                        #else
                        Darwin.write(2, $0.baseAddress, $0.count)
                        #endif
                    }
                    if count <= 0 { break }
                    start += count
                }
            },
            now: { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 })
    }()
}
