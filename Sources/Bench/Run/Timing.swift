/// Seconds of a call, sampled many times.
struct Timing {
    var samples: [Double] = []

    var median: Double {
        let sorted = samples.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    var best: Double { samples.min() ?? 0 }

    /// Times `call` for about `seconds`: at least five samples, each of as many calls as last a millisecond or more.
    init(seconds: Double, _ call: () -> Void) {
        call()
        var calls = 1
        var elapsed = Timing.time(calls, call)
        while elapsed < 1e-3 {
            calls = max(calls * 2, min(calls * 100, Int(Double(calls) * 1.2e-3 / max(elapsed, 1e-8))))
            elapsed = Timing.time(calls, call)
        }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while samples.count < 5 || clock.now < end {
            samples.append(Timing.time(calls, call) / Double(calls))
        }
    }

    private static func time(_ calls: Int, _ call: () -> Void) -> Double {
        let duration = ContinuousClock().measure {
            for _ in 0..<calls { call() }
        }
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
