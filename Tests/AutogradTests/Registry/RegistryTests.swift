import PinionAutograd
import PinionTestSupport
import Testing

/// Every row of the registry against PyTorch's values.
@Suite struct RegistryTests {
    static let rows = Registry.rows

    @Test(arguments: rows) func forward(_ row: OperationRow) { expect(row) { $0.forward() } }
    @Test(arguments: rows) func backward(_ row: OperationRow) { expect(row) { $0.backward() } }
    @Test(arguments: rows) func secondBackward(_ row: OperationRow) { expect(row) { $0.secondBackward() } }
    @Test(arguments: rows) func memoryVariants(_ row: OperationRow) { expect(row) { $0.memoryVariants() } }
    @Test(arguments: rows) func expandedInputs(_ row: OperationRow) { expect(row) { $0.expandedInputs() } }
    @Test(arguments: rows) func inPlace(_ row: OperationRow) { expect(row) { $0.inPlace() } }
    @Test(arguments: rows) func mistakes(_ row: OperationRow) { expect(row) { $0.mistakes() } }
    @Test(arguments: rows) func numericalGradients(_ row: OperationRow) { expect(row) { $0.numericalGradients() } }

    /// A fault that has gone is to be taken off its row.
    @Test(arguments: rows.filter { !$0.pending.isEmpty }) func pendingFaultsExist(_ row: OperationRow) {
        guard let check = Registry.check(row) else { return }
        let lines = check.all()
        for text in row.pending {
            print("pending: \(row.name): \(text)")
            #expect(lines.contains { $0.contains(text) }, "\(row.name) no longer has the fault: \(text)")
        }
    }

    private func expect(_ row: OperationRow, _ lines: (RowCheck) -> [String]) {
        guard let check = Registry.check(row) else { return }
        let wrong = lines(check).filter { !row.expects($0) }
        if wrong.isEmpty { return }
        Issue.record("\(wrong.count) wrong:\n\(wrong.prefix(3).map { $0.prefix(700) }.joined(separator: "\n"))")
    }
}
