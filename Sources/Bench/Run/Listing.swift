/// What `bench list` prints.
enum Listing {
    static func print() {
        for group in allGroups {
            Swift.print("\(group.name): \(group.summary)")
            for benchmark in group.benchmarks() { Swift.print("  \(benchmark.name)") }
        }
    }
}
