import Foundation
import PinionSIMDKernels

/// A committed text file of values: one case a line, fields between semicolons.
enum Fixture {
    struct Missing: Error { var name: String }

    static func rows(_ name: String) throws -> [[Substring]] {
        guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "txt") else {
            throw Missing(name: name)
        }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false)
        }
    }
}

extension DType {
    /// The dtype with PyTorch's name.
    init?(name: Substring) {
        guard let dtype = DType.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = dtype
    }
}
