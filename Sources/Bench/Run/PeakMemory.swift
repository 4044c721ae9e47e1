import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How much memory a benchmark needs beside its model and operands, from Linux's account of this process.
enum PeakMemory {
    /// How far the first three calls raise the peak of this process's memory above what it held when all was prepared;
    /// pages of files, such as the program's own code, do not count.
    ///
    /// A process that has done nothing else gives the true figure: what was freed before is taken again unseen.
    static func ofFirstCalls(_ benchmark: Benchmark) throws -> Int {
        let call = benchmark.prepare()
        MemoryPool.trim()
        try restartPeak()
        let before = try Status()
        for _ in 0..<3 { call() }
        let after = try Status()
        return max(0, (after.peak - after.files) - (before.resident - before.files))
    }

    /// Makes the memory held now the peak.
    private static func restartPeak() throws {
        guard let file = fopen("/proc/self/clear_refs", "w") else { throw BenchError.noMemoryAccount }
        let written = fputs("5", file)
        if fclose(file) != 0 || written < 0 { throw BenchError.noMemoryAccount }
    }

    /// Bytes in memory.
    private struct Status {
        let resident: Int
        let peak: Int
        /// Those of `resident` that files hold.
        let files: Int

        init() throws {
            guard let file = fopen("/proc/self/status", "r") else { throw BenchError.noMemoryAccount }
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: 16_384)
            let count = fread(&bytes, 1, bytes.count, file)
            var kilobytes: [Substring: Int] = [:]
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            for line in text.split(separator: "\n") {
                let words = line.split { $0 == ":" || $0 == "\t" || $0 == " " }
                if words.count == 3, words[2] == "kB" { kilobytes[words[0]] = Int(words[1]) }
            }
            guard let resident = kilobytes["VmRSS"], let peak = kilobytes["VmHWM"], let files = kilobytes["RssFile"]
            else { throw BenchError.noMemoryAccount }
            (self.resident, self.peak, self.files) = (resident << 10, peak << 10, files << 10)
        }
    }
}
