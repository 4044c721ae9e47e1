import Foundation
import PinionNN
import PinionTestSupport
import Testing

/// Operations with windows that slide over images, each checked against PyTorch's values in Fixtures/windows_*.json,
/// which make_windows.py writes.
enum WindowRegistry {
    static let rows = convolutionRows + poolingRows + resizeRows

    /// PyTorch's results by the operation's name.
    static let fixtures: [String: OperationFixture] = {
        var found: [String: OperationFixture] = [:]
        for family in ["conv", "pool", "resize"] {
            guard let url = Bundle.module.url(forResource: "Fixtures/windows_\(family)", withExtension: "json"),
                let text = try? String(contentsOf: url, encoding: .utf8)
            else { continue }
            for line in text.split(separator: "\n") {
                if let fixture = OperationFixture(line: line) { found[fixture.name] = fixture }
            }
        }
        return found
    }()
}

@Suite struct WindowTests {
    @Test(arguments: WindowRegistry.rows) func matchesPyTorch(_ row: OperationRow) throws {
        let fixture = try #require(WindowRegistry.fixtures[row.name])
        #expect(fixture.samples.count > 3)
        let wrong = RowCheck(row, fixture).all().filter { !row.expects($0) }
        if wrong.isEmpty { return }
        Issue.record("\(wrong.count) wrong:\n\(wrong.prefix(6).map { $0.prefix(900) }.joined(separator: "\n"))")
    }
}
