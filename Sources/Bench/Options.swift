import PinionSIMDKernels

/// What the command line asks for.
struct Options {
    /// The names of the groups to run, in the order given; empty for all.
    var groups: [String] = []
    var threads = numThreads
    var filter = ""
    /// Time spent on each benchmark.
    var seconds = 0.2
    var json: String?

    enum Request {
        case help, list
        case run(Options)
    }

    static let usage = """
        usage: bench [list] [GROUP …] [--threads N] [--filter TEXT] [--seconds S] [--json FILE]

          list            names the groups and their benchmarks
          GROUP           \(allGroups.map(\.name).joined(separator: ", ")); all of them when none is named
          --threads N     threads an operation may use (now \(numThreads))
          --filter TEXT   only benchmarks whose name contains TEXT
          --seconds S     time for each benchmark, 0.2 unless told
          --json FILE     also writes one object a line, with every timed sample

        PINION_CPU=baseline|avx2|avx512 chooses the kernels.
        """

    /// Reads the arguments; throws `BenchError` at the first that makes no sense.
    static func parse(_ arguments: [String]) throws -> Request {
        var options = Options()
        var lists = false
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
            case "list": lists = true
            default:
                if argument.hasPrefix("-") { throw BenchError.unknownOption(argument) }
                guard allGroups.contains(where: { $0.name == argument }) else {
                    throw BenchError.unknownGroup(argument)
                }
                options.groups.append(argument)
            }
        }
        return lists ? .list : .run(options)
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
