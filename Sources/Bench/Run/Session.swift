import PinionKernelInterface
import PinionSIMDKernels

/// One run of the tool: the chosen benchmarks, the table, and the samples in a file where one is wanted.
struct Session {
    private let options: Options
    private let groups: [(group: Group, benchmarks: [Benchmark])]

    init(_ options: Options) throws {
        self.options = options
        setNumThreads(options.threads)
        let chosen = options.groups.isEmpty ? allGroups : allGroups.filter { options.groups.contains($0.name) }
        groups = chosen.map { group in
            let all = group.benchmarks()
            return (group, options.filter.isEmpty ? all : all.filter { $0.name.contains(options.filter) })
        }
        if groups.allSatisfy(\.benchmarks.isEmpty) { throw BenchError.nothingMatches(filter: options.filter) }
    }

    func run() throws {
        let file = try options.json.map { try SampleFile($0, threads: options.threads) }
        let table = Kernels.current
        let peaks = (
            float: Peak.measure(Peak.floatWork(table)), double: Peak.measure(Peak.doubleWork(table))
        )
        Table.printHeader(threads: options.threads, floatPeak: peaks.float, doublePeak: peaks.double)
        for (group, benchmarks) in groups where !benchmarks.isEmpty {
            Table.printTitle(group)
            for benchmark in benchmarks {
                let call = benchmark.prepare()
                let timing = Timing(seconds: options.seconds, call)
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
