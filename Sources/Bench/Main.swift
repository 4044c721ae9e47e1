import PinionSIMDKernels

@main
struct Bench {
    static func main() {
        do {
            switch try Options.parse(Array(CommandLine.arguments.dropFirst())) {
            case .help: print(Options.usage)
            case .list: Listing.print()
            case .run(let options): try Session(options).run()
            }
        } catch let error as BenchError {
            stopForUsage(error.description)
        } catch {
            stopForUsage("\(error)")
        }
    }
}
