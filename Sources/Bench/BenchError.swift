#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A mistake in how the tool was called.
enum BenchError: Error, CustomStringConvertible {
    case unknownOption(String)
    case unknownGroup(String)
    case missingValue(String)
    case badValue(option: String, value: String, expected: String)
    case nothingMatches(filter: String)
    case unknownBenchmark(String)
    case noMemoryAccount
    case cannotWrite(path: String, reason: String)

    var description: String {
        switch self {
        case .unknownOption(let option): "there is no option \(option); bench --help lists them"
        case .unknownGroup(let name):
            "there is no group '\(name)'; there are \(allGroups.map(\.name).joined(separator: ", "))"
        case .missingValue(let option): "\(option) needs a value"
        case .badValue(let option, let value, let expected): "\(option) \(value): expected \(expected)"
        case .nothingMatches(let filter): "no benchmark's name contains '\(filter)'; bench list prints them"
        case .unknownBenchmark(let name): "there is no benchmark '\(name)'; bench list prints them"
        case .noMemoryAccount: "--memory reads /proc/self of Linux, and cannot here"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        }
    }
}

/// Ends the program with one line on standard error and status 2.
func stopForUsage(_ message: String) -> Never {
    let line = "bench: \(message)\n"
    _ = Array(line.utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(2)
}
