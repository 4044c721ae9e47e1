import Foundation
import PinionTestSupport
import Testing

extension Fixture {
    /// A fixture of this module's tests.
    static func data(_ name: String) throws -> String { try text(name, in: .module) }

    /// Where a file of this module's fixtures lies.
    static func path(_ file: String) throws -> String {
        try #require(Bundle.module.url(forResource: "Fixtures/" + file, withExtension: nil)).path
    }
}
