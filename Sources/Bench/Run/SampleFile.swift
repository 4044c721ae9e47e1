#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file of `--json`: an object a line, written as each benchmark ends.
final class SampleFile {
    private let path: String
    private let descriptor: Int32
    private let threads: Int

    init(_ path: String, threads: Int) throws {
        self.path = path
        self.threads = threads
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        if descriptor < 0 { throw SampleFile.failure(path) }
    }

    deinit { close(descriptor) }

    func append(_ benchmark: Benchmark, _ timing: Timing) throws {
        // Names are ours, without characters that JSON would escape.
        let line =
            "{\"name\": \"\(benchmark.name)\", \"threads\": \(threads), "
            + "\"seconds\": [\(timing.samples.map { "\($0)" }.joined(separator: ", "))], "
            + "\"flops\": \(benchmark.flops), \"bytes\": \(benchmark.bytes)}\n"
        try Array(line.utf8).withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count <= 0 { throw SampleFile.failure(path) }
                written += count
            }
        }
    }

    private static func failure(_ path: String) -> BenchError {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
}
