import PinionNN
import PinionTestSupport
import Testing

/// Functional forms against PyTorch's values, gradients and mistakes, and gradients against differences.
struct FunctionalRows {
    private let checks: [String: RowCheck]

    /// The rows of a fixture that functional_rows.py wrote; each has an operation here, and the other way round.
    init(_ fixture: String, _ rows: [OperationRow]) throws {
        let fixtures = try Fixture.nn(fixture).split(separator: "\n").compactMap { OperationFixture(line: $0) }
        #expect(fixtures.map(\.name).sorted() == rows.map(\.name).sorted())
        let pairs = fixtures.compactMap { fixture in
            rows.first { $0.name == fixture.name }.map { (fixture.name, RowCheck($0, fixture)) }
        }
        checks = Dictionary(uniqueKeysWithValues: pairs)
    }

    func check(_ name: String) throws {
        let check = try #require(checks[name])
        let lines =
            check.forward() + check.backward() + check.secondBackward() + check.memoryVariants() + check.mistakes()
            + check.numericalGradients()
        let wrong = lines.filter { !check.row.expects($0) }
        if wrong.isEmpty { return }
        Issue.record("\(wrong.count) wrong:\n\(wrong.prefix(4).map { $0.prefix(700) }.joined(separator: "\n"))")
    }
}
