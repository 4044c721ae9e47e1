import PinionSIMDKernels

@main
struct Bench {
    static func main() {
        do {
            switch try Options.parse(Array(CommandLine.arguments.dropFirst())) {
            case .help: print(Options.usage)
            case .list(let options): Listing.print(try options.selection())
            case .memory(let benchmark, let threads):
                setNumThreads(threads)
                print(try PeakMemory.ofFirstCalls(benchmark))
            case .run(let options): try Session(options).run()
            }
        } catch let error as BenchError {
            stopForUsage(error.description)
        } catch {
            stopForUsage("\(error)")
        }
    }
}
