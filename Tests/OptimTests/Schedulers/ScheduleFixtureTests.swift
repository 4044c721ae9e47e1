import PinionOptim
import PinionTestSupport
import Testing

@Suite struct ScheduleFixtureTests {
    private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(abs(b), 1e-3) }

    /// PyTorch's learning rates of 200 epochs.
    @Test(arguments: ScheduleCases.all.keys.sorted()) func isPyTorchs(_ name: String) throws {
        let make = try #require(ScheduleCases.all[name])
        let rows = try Fixture.optim("schedules").split(separator: "\n").map { $0.split(separator: ";") }
        let row = try #require(rows.first { $0[0] == name })
        let expected = row[1].split(separator: " ").compactMap { Double($0) }
        #expect(expected.count == 200)
        let optimizer = ScheduleCases.makeOptimizer()
        let rates = ScheduleCases.rates(optimizer, make(optimizer), 0..<200)
        for (epoch, (rate, expected)) in zip(rates, expected).enumerated() {
            #expect(isClose(rate, expected), "\(name), epoch \(epoch): \(rate), PyTorch \(expected)")
        }
        let second = try #require(Double(row[2]))
        let momentum = try #require(Double(row[3]))
        #expect(isClose(optimizer.paramGroups[1].lr, second))
        #expect(isClose(optimizer.paramGroups[0].number("momentum"), momentum))
    }

    /// A schedule goes on exactly where it was left.
    @Test(arguments: ScheduleCases.all.keys.sorted()) func continues(_ name: String) throws {
        let make = try #require(ScheduleCases.all[name])
        let first = ScheduleCases.makeOptimizer()
        let schedulers = make(first)
        _ = ScheduleCases.rates(first, schedulers, 0..<70)
        let second = ScheduleCases.makeOptimizer()
        let others = make(second)
        for (scheduler, other) in zip(schedulers, others) { try other.loadStateDict(scheduler.stateDict()) }
        try second.loadStateDict(first.stateDict())
        let expected = ScheduleCases.rates(first, schedulers, 70..<150)
        let rates = ScheduleCases.rates(second, others, 70..<150)
        #expect(rates == expected)
    }
}
