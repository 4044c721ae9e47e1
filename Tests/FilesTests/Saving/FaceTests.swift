import PinionFiles
import Testing

/// The ways programs call `save` and `load`: all must compile as they are, without a word about types.
@Suite struct FaceTests {
    private let model = Sequential(Linear(2, 3), ReLU(), Linear(3, 1))

    @Test func modelsAsInPyTorch() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("net.pth")
        try save(model.stateDict(), to: path)
        try model.loadStateDict(load(path))
        let differences = try model.loadStateDict(load(path), strict: false)
        #expect(differences.missingKeys.isEmpty)
        let state = try load(path)
        try model.loadStateDict(state)
        #expect(state["0.weight"]?.shape == [3, 2])
        var names: [String] = []
        for (name, tensor) in try load(path) where tensor.ndim == 2 { names.append(name) }
        #expect(names == ["0.weight", "2.weight"])
    }

    @Test func dictionariesAsInPyTorch() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("checkpoint.pth")
        let optimizer = SGD(model.parameters(), lr: 0.1, momentum: 0.9)
        let (loss, losses) = (0.5, [0.75, 0.5])
        try save(
            [
                "epoch": 3, "model_state_dict": model.stateDict(), "optimizer_state_dict": optimizer.stateDict(),
                "loss": loss, "losses": losses, "name": "net",
            ], to: path)
        let checkpoint: StateValue = try load(path)
        try model.loadStateDict(checkpoint["model_state_dict"])
        try optimizer.loadStateDict(checkpoint["optimizer_state_dict"])
        #expect(checkpoint["epoch"]?.int == 3)
        #expect(checkpoint["losses"]?.numbers == losses)
        try save(
            Checkpoint(epoch: 3, model: model, optimizer: optimizer, extra: ["loss": loss, "losses": losses]), to: path)
        let again = try Checkpoint.load(path)
        try again.restore(model, optimizer: optimizer)
        #expect(again.extra["loss"]?.number == loss)
    }

    @Test func tensorsAsInPyTorch() throws {
        let folder = try TemporaryFolder()
        let (a, b) = (Tensor([1.0, 2.0]), Tensor([3, 4]))
        try save(["a": a], to: folder.file("one.safetensors"))
        try save(["a": a, "b": b], to: folder.file("two.npz"))
        let named = ["b": b, "a": a]
        try save(named, to: folder.file("named.pt"))
        try save([a, b], to: folder.file("list.pt"))
        try save(a, to: folder.file("a.pt"))
        #expect(try load(folder.file("two.npz")).keys == ["a", "b"])
        let back: [String: Tensor] = try load(folder.file("named.pt"))
        #expect(back["b"]?.toArray(Int.self) == [3, 4])
        let list: [Tensor] = try load(folder.file("list.pt"))
        #expect(list.count == 2)
        #expect((try load(folder.file("a.pt")) as Tensor).toArray(Float.self) == [1, 2])
    }

    @Test func valuesMayBeDeep() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("deep.pt")
        var value: StateValue = .list([1])
        for _ in 0..<120 { value = .dictionary(["a": value]) }
        try save(value, to: path)
        #expect("\(try load(path) as StateValue)" == "\(value)")
        for _ in 0..<20 { value = .dictionary(["a": value]) }
        let error = #expect(throws: FileError.self) { try save(value, to: path) }
        #expect(error?.message.contains("levels deep") == true)
    }
}
