import PinionSIMDKernels

/// What handing work to the threads costs, against the length of the work.
let parallelGroup: Group = Group(name: "parallel", summary: "the cost of handing work to the threads") {
    [5, 20, 50, 200, 1000].map { microseconds in
        Benchmark(
            name: "parallel/body/\(microseconds)us",
            remark: { "\(decimal(($0 * 1e6 - Double(microseconds)), places: 1)) us over the body" },
            prepare: {
                let threads = numThreads
                return { parallelFor(0..<threads, grain: 1, isLong: true) { for _ in $0 { spin(microseconds) } } }
            })
    }
}

/// Keeps a thread busy for as long as the clock says.
private func spin(_ microseconds: Int) {
    let clock = ContinuousClock()
    let end = clock.now + .microseconds(microseconds)
    while clock.now < end {}
}
