import Foundation
import PinionFiles
import PinionTestSupport
import Testing

@Suite struct SaveTests {
    private func fixture() throws -> StateDict { try StateDict.from(stateValue: Fixture.torch("state.pth")) }

    @Test(arguments: ["a.pth", "a.pt", "a.PT", "a.safetensors", "a.npz"])
    func stateDictsComeBack(_ name: String) throws {
        let folder = try TemporaryFolder()
        var state = try fixture()
        if name.hasSuffix("npz") { state["bfloat16"] = nil }
        for mmap in [false, true] {
            try save(state, to: folder.file(name))
            let again: StateDict = try load(folder.file(name), mmap: mmap)
            #expect(Set(again.keys) == Set(state.keys))
            for (key, tensor) in state {
                let other = try #require(again[key])
                #expect(other.dtype == tensor.dtype && other.shape == tensor.shape, "\(key)")
                #expect(other.toArray(Double.self) == tensor.toArray(Double.self), "\(key)")
            }
        }
        #expect(folder.names == [name])
        if name.hasSuffix("pth") {
            let again: StateDict = try load(folder.file(name))
            #expect(again.keys == state.keys)
            try checkFixtureState(again)
        }
    }

    @Test func storagesAreWrittenOnceAndOnlyTheirPart() throws {
        let folder = try TemporaryFolder()
        let large = Tensor.zeros(100, 1000)
        let rows = large[40..<60]
        try save([rows, rows[0], rows.t()], to: folder.file("a.pt"))
        let size = try MappedFile(folder.file("a.pt")).count
        #expect(size > 80_000 && size < 82_000)
        let again: [Tensor] = try load(folder.file("a.pt"))
        #expect(again.map(\.shape) == [[20, 1000], [1000], [1000, 20]])
        #expect(again[1].sharesStorage(with: again[0]) && again[2].sharesStorage(with: again[0]))
        #expect(again[2].strides == [1, 1000] && again[0].storageOffset == 0)
    }

    @Test func valuesOfEveryKindComeBack() throws {
        let folder = try TemporaryFolder()
        let value: StateValue = [
            "none": .null, "flag": true, "int": -5, "double": 0.1, "text": "a'b", 7: ["x", [1, 2.5], [:]],
            "pair": .tuple([0.9, 0.999]), "tensors": .list([.tensor(Tensor([1, 2])), .tensor(Tensor(2.5))]),
        ]
        try save(value, to: folder.file("a.pth"))
        let again: StateValue = try load(folder.file("a.pth"))
        #expect("\(again)" == "\(value)")
        try save(["b": 1, "a": Tensor([1.0]), "names": ["x", "y"], "epoch": 3], to: folder.file("b.pth"))
        let tree: StateTree = try load(folder.file("b.pth"))
        #expect("\(tree)" == "{'b': 1, 'a': tensor([1.]), 'names': ['x', 'y'], 'epoch': 3}")
        #expect(tree["epoch"]?.int == 3)
    }

    @Test func valuesOfOneTypeComeBack() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.pt")
        try save(Tensor([1.0, 2.0], requiresGrad: true), to: path)
        let tensor: Tensor = try load(path)
        #expect(tensor.toArray(Float.self) == [1, 2] && tensor.requiresGrad)
        try save([3, 1, 2], to: path)
        #expect(try load(path) as [Int] == [3, 1, 2])
        let losses: [String: Double?] = ["a": 0.5, "b": nil]
        try save(losses, to: path)
        #expect(try load(path) as [String: Double?] == losses)
        try save("text", to: path)
        #expect(try load(path) as String == "text")
        try save(Tensor([1.0, 2.0]), to: folder.file("a.npy"))
        let array: Tensor = try load(folder.file("a.npy"))
        #expect(array.toArray(Float.self) == [1, 2])
        try save([tensor, array], to: folder.file("a.npz"))
        let arrays: StateDict = try load(folder.file("a.npz"))
        #expect(arrays.keys == ["arr_0", "arr_1"])
    }

    @Test func metadataIsKept() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.safetensors")
        try save(["w": Tensor([1.0])] as StateDict, to: path, metadata: ["format": "pt"])
        #expect(try loadMetadata(path) == ["format": "pt"])
        #expect(throws: FileError.self) { try save(StateDict(), to: folder.file("a.pth"), metadata: [:]) }
    }

    @Test func theContentSaysTheFormatWhereTheNameDoesNot() throws {
        let folder = try TemporaryFolder()
        for name in ["state.pth", "legacy2.pth", "all.safetensors", "stored.npz"] {
            try AtomicFile.write(Fixture.files(name), to: folder.file("weights"))
            let state: StateDict = try load(folder.file("weights"))
            #expect(state.count > 10)
        }
        let error = #expect(throws: FileError.self) { try save(StateDict(), to: folder.file("weights.txt")) }
        #expect(error?.message.contains(".safetensors") == true)
    }

    @Test func errorsSayWhatWasFound() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.pth")
        try save(["epoch": 3, "model_state_dict": try fixture()], to: path)
        let notFlat = #expect(throws: FileError.self) { let _: StateDict = try load(path) }
        #expect(notFlat?.path == path)
        #expect(notFlat?.message.contains("epoch, model_state_dict, in which epoch is an integer") == true)
        let nested: StateTree = ["a": ["b": 1]]
        for name in ["a.npz", "a.safetensors", "a.npy"] {
            let error = #expect(throws: FileError.self) { try save(nested, to: folder.file(name)) }
            #expect(error?.path == folder.file(name) && error?.kind == .value)
        }
        #expect(folder.names == ["a.pth"])
        let missing = #expect(throws: FileError.self) { let _: StateDict = try load(folder.file("none.pth")) }
        #expect(missing?.description == "\(folder.file("none.pth")): cannot be opened: No such file or directory")
    }

    @Test func mappedTensorsMayBeWritten() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.pth")
        try save(["w": Tensor.ones(5000)] as StateDict, to: path)
        let before = try MappedFile(path).bytes.array
        let state: StateDict = try load(path, mmap: true)
        let tensor = try #require(state["w"])
        tensor.fillInPlace(3)
        #expect(tensor.sum().item == 15000)
        #expect(try MappedFile(path).bytes.array == before)
    }

    /// Copies are checked against the file's checksums; mapped pages are not read before they are wanted.
    @Test func damagedElementsAreFoundWhereTheyAreCopied() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.pth")
        try save(["w": Tensor.full([5000], 7.0)] as StateDict, to: path)
        var bytes = try MappedFile(path).bytes.array
        let pattern: [UInt8] = [0, 0, 224, 64, 0, 0, 224, 64]
        let first = (0..<bytes.count - 8).first { bytes[$0...].starts(with: pattern) }
        let place = try #require(first)
        // The highest byte of an element: 7 becomes 28.
        bytes[place + 4003] = 65
        try Data(bytes).write(to: URL(filePath: path))
        #expect(throws: FileError.self) { let _: StateDict = try load(path) }
        let mapped: StateDict = try load(path, mmap: true)
        let sum = try #require(mapped["w"]).sum().item
        #expect(sum == 35021)
    }
}
