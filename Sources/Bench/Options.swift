import PinionSIMDKernels

/// What the command line asks for.
struct Options {
    /// The names of the groups to run; empty for all that run unnamed.
    var groups: [String] = []
    var threads = numThreads
    var filter = ""
    /// Time spent on each benchmark.
    var seconds: Double?
    var json: String?

    enum Request {
        case help
        case list(Options)
        case memory(Benchmark, threads: Int)
        case run(Options)
    }

    static let usage = """
        usage: bench [list] [GROUP …] [--threads N] [--filter TEXT] [--seconds S] [--json FILE]
               bench --memory NAME [--threads N]

          list            names the benchmarks instead of running them
          GROUP           \(names(allGroups));
                          all but \(names(allGroups.filter { !$0.isInDefaultRun })) when none is named
          --threads N     threads an operation may use (now \(numThreads))
          --filter TEXT   only benchmarks whose name contains TEXT
          --seconds S     time for each benchmark: \(namedSeconds) unless told, \(unnamedSeconds) when no group is named
          --json FILE     also writes one object a line, with every timed sample
          --memory NAME   bytes that the first calls of a benchmark add to the process, at the peak

        PINION_CPU=baseline|avx2|avx512 chooses the kernels.
        """

    /// Reads the arguments; throws `BenchError` at the first that makes no sense.
    static func parse(_ arguments: [String]) throws -> Request {
        var options = Options()
        var lists = false
        var memory: String?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            func value() throws -> String {
                guard let value = rest.popFirst() else { throw BenchError.missingValue(argument) }
                return value
            }
            switch argument {
            case "--help", "-h": return .help
            case "--threads": options.threads = try threadCount(value())
            case "--filter": options.filter = try value()
            case "--seconds": options.seconds = try seconds(value())
            case "--json": options.json = try value()
            case "--memory": memory = try value()
            case "list": lists = true
            default:
                if argument.hasPrefix("-") { throw BenchError.unknownOption(argument) }
                guard allGroups.contains(where: { $0.name == argument }) else {
                    throw BenchError.unknownGroup(argument)
                }
                options.groups.append(argument)
            }
        }
        if let memory { return .memory(try benchmark(memory), threads: options.threads) }
        return lists ? .list(options) : .run(options)
    }

    /// The groups asked for, each with those benchmarks whose names have the filter's text.
    func selection() throws -> [(group: Group, benchmarks: [Benchmark])] {
        let chosen = allGroups.filter { groups.isEmpty ? $0.isInDefaultRun : groups.contains($0.name) }
        let found = chosen.map { group in
            (group: group, benchmarks: group.benchmarks().filter { filter.isEmpty || $0.name.contains(filter) })
        }.filter { !$0.benchmarks.isEmpty }
        if found.isEmpty { throw BenchError.nothingMatches(filter: filter) }
        return found
    }

    /// Time spent on each benchmark; less where all run, so that a look at everything takes less than a minute.
    var secondsEach: Double { seconds ?? (groups.isEmpty && filter.isEmpty ? Self.unnamedSeconds : Self.namedSeconds) }

    private static let namedSeconds = 0.2
    private static let unnamedSeconds = 0.05

    private static func names(_ groups: [Group]) -> String { groups.map(\.name).joined(separator: ", ") }

    private static func benchmark(_ name: String) throws -> Benchmark {
        for group in allGroups where name.hasPrefix(group.name + "/") {
            if let found = group.benchmarks().first(where: { $0.name == name }) { return found }
        }
        throw BenchError.unknownBenchmark(name)
    }

    private static func threadCount(_ text: String) throws -> Int {
        guard let count = Int(text), 1...1024 ~= count else {
            throw BenchError.badValue(option: "--threads", value: text, expected: "a number from 1 to 1024")
        }
        return count
    }

    private static func seconds(_ text: String) throws -> Double {
        guard let seconds = Double(text), seconds > 0, seconds <= 3600 else {
            throw BenchError.badValue(option: "--seconds", value: text, expected: "a number above 0, at most 3600")
        }
        return seconds
    }
}
