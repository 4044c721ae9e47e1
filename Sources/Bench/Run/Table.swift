import PinionKernelInterface
import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The table that people read.
enum Table {
    static func printHeader(threads: Int, floatPeak: Double, doublePeak: Double) {
        let name = CPUFeatures.current.name
        let found = Kernels.available.map(\.instructionSet.rawValue).joined(separator: ", ")
        print("processor  \(name.isEmpty ? "unknown" : name)")
        print("kernels    \(Kernels.current.instructionSet.rawValue) (this processor can run \(found))")
        print("threads    \(threads)")
        print(
            "peak       \(decimal(floatPeak / 1e9, places: 0)) GFLOPS float, "
                + "\(decimal(doublePeak / 1e9, places: 0)) double, measured with multiply-adds in registers")
        flush()
    }

    static func printTitle(_ group: Group) {
        print("\n\(group.name): \(group.summary)")
        print(line("operation", "size", "time", "rate", "of peak"))
        flush()
    }

    static func printRow(_ benchmark: Benchmark, _ timing: Timing, peak: Double?, allocations: Double?) {
        let parts = benchmark.name.split(separator: "/").map(String.init)
        let seconds = timing.median
        let share = peak.map { decimal(Double(benchmark.flops) / seconds / $0 * 100, places: 0) + " %" } ?? ""
        print(
            line(
                parts.dropFirst().dropLast().joined(separator: " "), parts.last ?? "", duration(seconds),
                rate(benchmark, seconds, allocations), share))
        flush()
    }

    static func printMemory(_ memory: MemoryPool.Statistics) {
        func megabytes(_ bytes: Int) -> String { decimal(Double(bytes) / 1e6, places: 0) + " MB" }
        print(
            "\nmemory     \(megabytes(memory.peakBytesInUse)) in use at most, \(megabytes(memory.bytesCached)) kept for "
                + "reuse; \(memory.hits) requests met from kept blocks, \(memory.misses) by the system")
        flush()
    }

    private static func rate(_ benchmark: Benchmark, _ seconds: Double, _ allocations: Double?) -> String {
        if let allocations { return decimal(allocations, places: 1) + " allocations" }
        if let remark = benchmark.remark { return remark(seconds) }
        if benchmark.flops > 0 { return decimal(Double(benchmark.flops) / seconds / 1e9, places: 1) + " GFLOPS" }
        if benchmark.elements > 0 {
            return decimal(Double(benchmark.elements) / seconds / 1e9, places: 2) + " G elements/s"
        }
        if benchmark.bytes > 0 { return decimal(Double(benchmark.bytes) / seconds / 1e9, places: 1) + " GB/s" }
        return ""
    }

    private static func line(_ name: String, _ size: String, _ time: String, _ rate: String, _ share: String) -> String
    {
        let text = "  " + padded(name, 32) + padded(size, 20) + leftPadded(time, 10) + leftPadded(rate, 24)
        return share.isEmpty ? text : text + leftPadded(share, 10)
    }

    /// Three significant digits with a unit.
    private static func duration(_ seconds: Double) -> String {
        let (value, unit) =
            seconds < 1e-6
            ? (seconds * 1e9, "ns")
            : seconds < 1e-3 ? (seconds * 1e6, "us") : seconds < 1 ? (seconds * 1e3, "ms") : (seconds, "s")
        return decimal(value, places: value < 10 ? 2 : value < 100 ? 1 : 0) + " " + unit
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func leftPadded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    /// Rows appear as they are measured, in a pipe too.
    private static func flush() { fflush(nil) }
}

/// A number with a fixed count of decimal places.
func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    if places == 0 { return sign + "\(scaled)" }
    let fraction = "\(scaled % scale)"
    return sign + "\(scaled / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
}
