import Foundation
import PinionFiles
import PinionTestSupport
import Testing

/// Writes files for `Tests/Interop`, whose scripts read them with the libraries of the formats.
@Suite struct InteropTests {
    private static let folder = ProcessInfo.processInfo.environment["PINION_INTEROP"]

    @Test(.enabled(if: folder != nil))
    func writesArrays() throws {
        let folder = try #require(Self.folder)
        let contents = try Safetensors.read(Bytes(Fixture.files("all.safetensors")))
        try Safetensors.write(contents.tensors, metadata: contents.metadata, to: folder + "/all.safetensors")
        let arrays = try Npz.read(Bytes(Fixture.files("stored.npz")))
        try Npz.write(arrays, to: folder + "/stored.npz")
        try Npz.write(arrays, compressed: true, to: folder + "/compressed.npz")
    }
}
