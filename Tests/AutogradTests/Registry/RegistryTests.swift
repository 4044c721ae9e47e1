import PinionAutograd
import PinionTestSupport
import Testing

/// Every row of the registry against PyTorch's values.
@Suite struct RegistryTests {
    static let rows = Registry.rows.filter { $0.pending == nil }

    @Test(arguments: rows) func forward(_ row: OperationRow) { expect(Registry.check(row)?.forward()) }
    @Test(arguments: rows) func backward(_ row: OperationRow) { expect(Registry.check(row)?.backward()) }
    @Test(arguments: rows) func secondBackward(_ row: OperationRow) { expect(Registry.check(row)?.secondBackward()) }
    @Test(arguments: rows) func memoryVariants(_ row: OperationRow) { expect(Registry.check(row)?.memoryVariants()) }
    @Test(arguments: rows) func inPlace(_ row: OperationRow) { expect(Registry.check(row)?.inPlace()) }

    private func expect(_ wrong: [String]?) {
        guard let wrong, !wrong.isEmpty else { return }
        Issue.record("\(wrong.count) wrong:\n\(wrong.prefix(5).joined(separator: "\n"))")
    }
}
