import PinionKernelInterface
import PinionSIMDKernels

/// One run of the tool: the chosen benchmarks, the table, and the samples in a file where one is wanted.
struct Session {
    private let options: Options
    private let groups: [(group: Group, benchmarks: [Benchmark])]

    init(_ options: Options) throws {
        self.options = options
        setNumThreads(options.threads)
        groups = try options.selection()
    }

    func run() throws {
        let file = try options.json.map { try SampleFile($0, threads: options.threads) }
        let table = Kernels.current
        let peaks = (
            float: Peak.measure(Peak.floatWork(table)), double: Peak.measure(Peak.doubleWork(table))
        )
        Table.printHeader(threads: options.threads, floatPeak: peaks.float, doublePeak: peaks.double)
        for (group, benchmarks) in groups {
            Table.printTitle(group)
            for benchmark in benchmarks {
                let call = benchmark.prepare()
                let timing = Timing(seconds: options.secondsEach, call)
                let peak: Double? =
                    switch benchmark.limit {
                    case .none: nil
                    case .floatPeak: peaks.float
                    case .doublePeak: peaks.double
                    }
                Table.printRow(benchmark, timing, peak: peak, allocations: Allocations.perCall(call))
                try file?.append(benchmark, timing)
            }
        }
        Table.printMemory(MemoryPool.statistics)
    }
}
