import PinionOptim
import PinionTestSupport
import Testing

@Suite struct StepFixtureTests {
    @Test(arguments: StepCases.sgd.keys.sorted()) func sgd(_ name: String) throws {
        try check(name, StepCases.sgd[name])
    }
    @Test(arguments: StepCases.adam.keys.sorted()) func adam(_ name: String) throws {
        try check(name, StepCases.adam[name])
    }

    /// As PyTorch after as many steps, in both dtypes.
    private func check(_ name: String, _ make: StepCases.Make?) throws {
        let make = try #require(make)
        let rows = try Fixture.optim("steps").split(separator: "\n").map { $0.split(separator: ";") }
        let cases = rows.filter { $0[0] == name }
        #expect(cases.count == 2)
        for row in cases {
            let dtype = try #require(DType(name: row[1]))
            let problem = SmallProblem(dtype)
            problem.step(make(problem.params), times: name.hasPrefix("lbfgs") ? 20 : 100)
            let expected = row[2].split(separator: " ").compactMap { Double($0) }
            let tolerance = dtype == .float64 ? 1e-10 : 1e-5
            #expect(expected.count == 15)
            for (value, expected) in zip(problem.values, expected) {
                let error = abs(value - expected)
                #expect(error <= tolerance * max(abs(expected), 1), "\(name) \(dtype): \(value), PyTorch \(expected)")
            }
        }
    }
}
