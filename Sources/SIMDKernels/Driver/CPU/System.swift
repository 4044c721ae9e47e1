#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The value of an environment variable, or nil when it is not set.
package func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// Ends the program with one line on standard error because of how it was started (an environment variable, say).
package func stopForEnvironment(_ message: String) -> Never {
    printError(message)
    exit(2)
}

/// Stops the program with one line on standard error, in release builds too (`precondition` prints nothing there).
package func stop(_ message: String) -> Never {
    printError(message)
    abort()
}

private func printError(_ message: String) {
    let line = "Pinion: \(message)\n"
    _ = Array(line.utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
}
