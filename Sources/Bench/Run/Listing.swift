/// What `bench list` prints.
enum Listing {
    static func print(_ selection: [(group: Group, benchmarks: [Benchmark])]) {
        for (group, benchmarks) in selection {
            Swift.print("\(group.name): \(group.summary)")
            for benchmark in benchmarks { Swift.print("  \(benchmark.name)") }
        }
    }
}
