import Foundation
import PinionFiles
import Testing

@Suite struct AtomicFileTests {
    @Test func replacesAtCommitOnly() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a")
        try AtomicFile.write([1, 2, 3], to: path)
        do {
            let file = try AtomicFile(path)
            try file.write([UInt8](repeating: 9, count: 200_000))
            #expect(try MappedFile(path).bytes.array == [1, 2, 3])
        }
        #expect(try MappedFile(path).bytes.array == [1, 2, 3])
        #expect(folder.names == ["a"])
        let file = try AtomicFile(path)
        try file.write([4])
        try file.commit()
        #expect(try MappedFile(path).bytes.array == [4])
        #expect(folder.names == ["a"])
    }

    @Test func aLinkIsWrittenThrough() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write([1], to: folder.file("a"))
        try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: "a")
        try AtomicFile.write([2], to: folder.file("link"))
        #expect(try MappedFile(folder.file("a")).bytes.array == [2])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link")) == "a")
    }

    @Test func errorsNameTheFile() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: FileError.self) { try MappedFile(folder.file("none")) }
        #expect(missing?.description == "\(folder.file("none")): cannot be opened: No such file or directory")
        let inTheWay = #expect(throws: FileError.self) { try AtomicFile(folder.path) }
        #expect(inTheWay?.description == "\(folder.path): cannot be written: a folder is in the way")
        #expect(throws: FileError.self) { try MappedFile(folder.path) }
        #expect(throws: FileError.self) { try AtomicFile(folder.file("none/a")) }
        #expect(folder.names.isEmpty)
    }

    @Test func emptyFilesHaveNoBytes() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write([], to: folder.file("a"))
        #expect(try MappedFile(folder.file("a")).bytes.isEmpty)
    }
}

@Suite struct ByteReaderTests {
    @Test func readsInEitherOrder() throws {
        var reader = ByteReader(Bytes([1, 2, 3, 4, 5, 6, 0x61, 0, 0xFF]))
        #expect(try reader.littleEndian(UInt16.self, "number") == 0x201)
        #expect(try reader.bigEndian(UInt32.self, "number") == 0x0304_0506)
        #expect(try reader.take(until: 0, "name").utf8 == "a")
        let error = #expect(throws: FileError.self) { try reader.littleEndian(UInt16.self, "number") }
        #expect(error?.description == "byte 8: expected 2 bytes of number, but the data ends after 1")
        #expect(try reader.byte("byte") == 255)
        #expect(reader.left == 0)
    }

    @Test func slicesKeepPositions() throws {
        let bytes = Bytes([UInt8](0..<20))
        #expect(bytes[5..<10].origin == 5)
        #expect(bytes[5..<10][2..<4].array == [7, 8])
        for (start, count) in [(21, 0), (-1, 2), (3, 18), (3, -1), (3, .max)] {
            #expect(throws: FileError.self) { try bytes.part(start, count: count, "part") }
        }
    }
}
