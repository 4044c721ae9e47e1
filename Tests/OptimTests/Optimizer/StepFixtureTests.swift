import PinionOptim
import PinionTestSupport
import Testing

@Suite struct StepFixtureTests {
    /// As PyTorch after as many steps, in both dtypes.
    @Test(arguments: StepCases.all.keys.sorted()) func isPyTorchs(_ name: String) throws {
        let make = try #require(StepCases.all[name])
        let rows = try Fixture.optim("steps").split(separator: "\n").map { $0.split(separator: ";") }
        let cases = rows.filter { $0[0] == name }
        #expect(cases.count == 2)
        for row in cases {
            let dtype = try #require(DType(name: row[1]))
            let problem = SmallProblem(dtype)
            problem.step(make(problem.params), times: name.hasPrefix("lbfgs") ? 10 : 100)
            let expected = row[2].split(separator: " ").compactMap { Double($0) }
            // LBFGS divides differences of gradients, which have few digits left in float32.
            let single = name.hasPrefix("lbfgs") ? 1e-4 : 1e-5
            let tolerance = dtype == .float64 ? 1e-10 : single
            #expect(expected.count == 15)
            for (value, expected) in zip(problem.values, expected) {
                let error = abs(value - expected)
                #expect(error <= tolerance * max(abs(expected), 1), "\(name) \(dtype): \(value), PyTorch \(expected)")
            }
        }
    }

    /// What is kept of the parameters in other forms, such as packed weights, goes by their versions.
    @Test(arguments: StepCases.all.keys.sorted()) func aStepIsAChange(_ name: String) throws {
        let make = try #require(StepCases.all[name])
        let problem = SmallProblem(.float32)
        let before = problem.params.map(\.version)
        problem.step(make(problem.params), times: 1)
        for (p, version) in zip(problem.params, before) { #expect(p.version > version) }
    }
}
