import Foundation
import PinionTestSupport
import Testing

/// Every public operation of the Autograd module has a row.
@Suite struct CoverageTests {
    /// Public functions that are no operations on tensors' elements, or that have tests of another kind.
    static let exempt = [
        "slice": "an index; IndexTests and AssignmentTests have it",
        "detach": "leaves the graph; NameTests has it",
        "isreal": "as isReal",
        "isReal": "true of every dtype there is; PyTorchNameTests has it",
        "isNonzero": "gives a Bool; NameTests has it",
        "resultType": "gives a dtype; NameTests has it",
        "canCast": "is about dtypes; NameTests has it",
        "broadcastShapes": "is about shapes; NameTests has it",
    ]

    @Test func everyOperationHasARow() throws {
        let missing = try Set(Self.publicOperations()).subtracting(Self.covered).subtracting(Self.exempt.keys)
        #expect(missing.isEmpty, "add rows (see Registry.swift) for \(missing.sorted().joined(separator: ", "))")
    }

    private static var covered: Set<String> {
        var names: Set<String> = []
        for row in Registry.rows {
            let own = row.names + row.alsoCovered
            names.formUnion(own)
            if row.inPlaceBody != nil { names.formUnion(own.map { $0 + "InPlace" }) }
        }
        return names
    }

    /// The names of public functions in the folders of operations.
    private static func publicOperations() throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Autograd")
        let others = ["Engine", "Functional", "Random", "Exchange", "Create"]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { file in
            file.pathExtension == "swift" && !others.contains(file.deletingLastPathComponent().lastPathComponent)
        }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(name)
        }
    }

    /// The name a line declares as a public function.
    private static func name(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard words.first == "public", let keyword = words.firstIndex(of: "func"), keyword + 1 < words.count else {
            return nil
        }
        let name = words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "`" }.filter { $0 != "`" }
        return name.isEmpty ? nil : String(name)
    }
}
