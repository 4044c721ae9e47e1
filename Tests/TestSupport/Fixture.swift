import Foundation
import PinionSIMDKernels

/// A committed text file of values in a test target's folder `Fixtures`.
package enum Fixture {
    struct Missing: Error { var name: String }

    /// The whole text.
    package static func text(_ name: String, in bundle: Bundle) throws -> String {
        guard let url = bundle.url(forResource: "Fixtures/\(name)", withExtension: "txt") else {
            throw Missing(name: name)
        }
        return try String(contentsOf: url, encoding: .utf8)
    }

    /// One case a line, fields between semicolons.
    package static func rows(_ name: String, in bundle: Bundle) throws -> [[Substring]] {
        try text(name, in: bundle).split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false)
        }
    }
}

extension DType {
    /// The dtype with PyTorch's name.
    package init?(name: Substring) {
        guard let dtype = DType.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = dtype
    }
}
