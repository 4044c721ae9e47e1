import PinionSIMDKernels

/// Runs `body` with one thread and with three, and puts the former number back.
func withEachThreadCount(_ body: (Int) throws -> Void) rethrows {
    let former = numThreads
    defer { setNumThreads(former) }
    for threads in [1, 3] {
        setNumThreads(threads)
        try body(threads)
    }
}
