import Foundation
import PinionFiles
import PinionTestSupport
import Testing

/// The values of the fixtures: 0 to 5 in two rows, as each dtype holds them.
private func isCounting(_ tensor: Tensor) -> Bool {
    let expected: [Double] = tensor.dtype == .bool ? [0, 1, 1, 1, 1, 1] : [0, 1, 2, 3, 4, 5]
    return tensor.shape == [2, 3] && tensor.toArray(Double.self) == expected
}

@Suite struct SafetensorsTests {
    @Test func readsEveryDType() throws {
        for sharing in [false, true] {
            let contents = try Safetensors.read(Bytes(Fixture.files("all.safetensors")), sharing: sharing)
            #expect(contents.metadata == ["format": "pt", "note": "a \"b\" ü"])
            #expect(contents.tensors.count == 13)
            for (name, tensor) in contents.tensors {
                switch name {
                case "scalar": #expect(tensor.shape.isEmpty && tensor.item == 2.5)
                case "empty": #expect(tensor.shape == [0, 3])
                case "quote\"ü\n": #expect(tensor.toArray(Int8.self) == [7])
                default:
                    #expect("\(tensor.dtype)" == name)
                    #expect(isCounting(tensor), "\(name)")
                }
            }
        }
    }

    @Test func writesWhatTheLibraryWrites() throws {
        let folder = try TemporaryFolder()
        let bytes = try Fixture.files("all.safetensors")
        let contents = try Safetensors.read(Bytes(bytes))
        try Safetensors.write(contents.tensors.reversed(), metadata: contents.metadata, to: folder.file("a"))
        let again = try Safetensors.read(MappedFile(folder.file("a")).bytes, sharing: true)
        #expect(again.metadata == contents.metadata)
        #expect(try MappedFile(folder.file("a")).count == bytes.count)
        #expect(again.tensors.map(\.key) == contents.tensors.map(\.key))
        for (a, b) in zip(again.tensors, contents.tensors) {
            #expect(a.value.dtype == b.value.dtype && a.value.shape == b.value.shape)
            #expect(a.value.toArray(Double.self) == b.value.toArray(Double.self))
        }
    }

    @Test(arguments: [
        (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}"#, "takes 4"),
        (
            #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
            "ends at"
        ),
        (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, "ends at 0"),
        (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, "4 bytes follow"),
        (#"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}"#, "does not fit"),
        (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}"#, "expected dtype"),
        (#"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#, "more elements"),
        (#"{"a":{"dtype":"F32","data_offsets":[0,8]}}"#, "expected dtype"),
        (#"{"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}"#, "the dtype F31"),
        (#"{"__metadata__":{"a":1}}"#, "no text"),
        (#"[1]"#, "no JSON object"),
        (#"{"a":{}"#, "expected"),
        (#"{"a":1,"a":2}"#, "twice"),
        (String(repeating: "[", count: 500), "levels"),
    ])
    func refusesLies(_ header: String, _ reason: String) throws {
        var writer = ByteWriter()
        writer.littleEndian(UInt64(header.utf8.count))
        writer.text(header)
        writer.zeros(8)
        let error = #expect(throws: FileError.self) { try Safetensors.read(Bytes(writer.bytes)) }
        #expect(error?.message.contains(reason) == true, "\(error?.description ?? "")")
        #expect(error?.position != nil)
    }
}

@Suite struct NumpyTests {
    @Test(arguments: ["stored.npz", "compressed.npz"])
    func readsNpz(_ file: String) throws {
        let arrays = try Npz.read(Bytes(Fixture.files(file)))
        #expect(arrays.count == 19)
        for (name, tensor) in arrays {
            switch name {
            case "scalar": #expect(tensor.shape.isEmpty && tensor.item == 2.5)
            case "vector": #expect(tensor.toArray(Int32.self) == [0, 1, 2, 3])
            case "empty": #expect(tensor.shape == [0, 3])
            case "fortran": #expect(isCounting(tensor) && tensor.strides == [1, 2])
            default: #expect(isCounting(tensor), "\(name)")
            }
        }
    }

    @Test func readsEveryVersion() throws {
        for version in 1...3 { #expect(isCounting(try Npy.read(Bytes(Fixture.files("v\(version).npy"))))) }
    }

    @Test func refusesOtherElements() throws {
        for (name, reason) in [("structured", "structured"), ("complex", "<c8")] {
            let error = #expect(throws: FileError.self) { try Npy.read(Bytes(Fixture.files("\(name).npy"))) }
            #expect(error?.kind == .unsupported && error?.message.contains(reason) == true)
        }
    }

    @Test func writesWhatNumPyWrites() throws {
        let folder = try TemporaryFolder()
        let bytes = try Fixture.files("v1.npy")
        try Npy.write(Npy.read(Bytes(bytes)), to: folder.file("a.npy"))
        #expect(try MappedFile(folder.file("a.npy")).bytes.array == bytes)
        let bfloat = Tensor.zeros(2, dtype: .bfloat16)
        #expect(throws: FileError.self) { try Npy.write(bfloat, to: folder.file("b.npy")) }
        #expect(folder.names == ["a.npy"])
    }

    @Test func readsTheNpzItWrites() throws {
        let folder = try TemporaryFolder()
        let arrays = try Npz.read(Bytes(Fixture.files("stored.npz")))
        for compressed in [false, true] {
            try Npz.write(arrays, compressed: compressed, to: folder.file("a.npz"))
            let again = try Npz.read(MappedFile(folder.file("a.npz")).bytes, sharing: true)
            #expect(again.map(\.key) == arrays.map(\.key))
            for (a, b) in zip(again, arrays) {
                #expect(a.value.dtype == b.value.dtype && a.value.shape == b.value.shape)
                #expect(a.value.toArray(Double.self) == b.value.toArray(Double.self))
            }
        }
    }
}
