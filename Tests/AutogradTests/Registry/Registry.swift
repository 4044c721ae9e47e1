// The registry of operations: a row for each operation, checked against PyTorch by the tests beside.
//
// To add a row:
// 1. Name the operation in Fixtures/registry_operations.py, in the family it belongs to, with the names of arguments
//    that PyTorch's OpInfo samples give by position; run make_registry.py FAMILY.
// 2. Add `OperationRow("name") { s in [s[0].name(dim: s.int("dim", 0))] }` to Rows+Family.swift. `s[i]` are the sample's
//    tensors, `s.int(…)`, `s.bool(…)`, `s.tensor(…)` … its arguments by PyTorch's names. The in-place form goes to
//    `.inPlace { s in [s[0].nameInPlace()] }`.
// 3. `swift test --filter RegistryTests`.
import Foundation
import PinionAutograd
import PinionTestSupport
import Testing

enum Registry {
    static let rows: [OperationRow] = [
        alongRows,
        arithmeticRows, unaryRows, reduceRows, functionRows, activationRows, binaryRows, ternaryRows, logicRows,
        viewRows, joinRows, indexRows,
        matmulRows, contractionRows, linalgRows, factorizationRows,
        sortRows, searchRows, specialRows, composedRows, furtherRows, torchSpecialRows,
    ].flatMap { $0 }

    /// PyTorch's results by the operation's name.
    static let fixtures: [String: OperationFixture] = {
        var fixtures: [String: OperationFixture] = [:]
        let files = Bundle.module.urls(forResourcesWithExtension: "json", subdirectory: "Fixtures") ?? []
        for file in files.map({ $0 as URL }) where file.lastPathComponent.hasPrefix("registry_") {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            for line in text.split(separator: "\n") {
                guard let fixture = OperationFixture(line: line) else {
                    Issue.record("\(file.lastPathComponent): not a fixture: \(line.prefix(100))")
                    continue
                }
                fixtures[fixture.name] = fixture
            }
        }
        return fixtures
    }()

    /// The checks of a row; nil, and an issue, where it has no fixture.
    static func check(_ row: OperationRow) -> RowCheck? {
        guard let fixture = fixtures[row.name], !fixture.samples.isEmpty else {
            Issue.record("\(row.name) has no samples in Fixtures/registry_*.json")
            return nil
        }
        return RowCheck(row, fixture)
    }
}

extension OperationRow: CustomTestStringConvertible {
    public var testDescription: String { name }
}
