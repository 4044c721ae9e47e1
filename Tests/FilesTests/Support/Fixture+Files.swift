import Foundation
import PinionFiles
import PinionTestSupport

extension Fixture {
    /// A file of this module's fixtures, by its whole name.
    static func files(_ name: String) throws -> [UInt8] {
        guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil) else {
            throw FileError(.system, "no fixture", path: name)
        }
        return try [UInt8](Data(contentsOf: url))
    }
}
