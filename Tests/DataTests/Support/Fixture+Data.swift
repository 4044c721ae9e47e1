import Foundation
import PinionTestSupport

extension Fixture {
    /// A fixture of this module's tests.
    static func data(_ name: String) throws -> String { try text(name, in: .module) }
}
