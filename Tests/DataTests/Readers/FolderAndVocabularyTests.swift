import PinionData
import Testing

@Suite struct FolderAndVocabularyTests {
    @Test func imageFolder() throws {
        try withFolder { folder in
            for name in ["dog/b.PNG", "dog/a.png", "dog/more/c.jpg", "cat/x.png", "dog/notes.txt"] {
                _ = try write([UInt8(name.utf8.count)], folder, name)
            }
            let images = try ImageFolder(folder) { path in Tensor(path.utf8.count) }
            #expect(images.classes == ["cat", "dog"])
            let names = images.samples.map { $0.path.dropFirst(folder.count + 1) }
            #expect(names == ["cat/x.png", "dog/a.png", "dog/b.PNG", "dog/more/c.jpg"])
            #expect(try images[0].1 == 0 && images[3].1 == 1)
        }
    }

    @Test func foldersWithoutClasses() throws {
        try withFolder { folder in
            _ = try write([1], folder, "cat/x.png")
            #expect(throws: FileError.self) { try ImageFolder(folder + "/cat") { _ in Tensor(0) } }
            #expect(throws: FileError.self) { try ImageFolder(folder + "/none") { _ in Tensor(0) } }
        }
    }

    @Test func vocabulary() throws {
        let words = Vocabulary([["b", "a", "c"], ["c", "b", "d"]], specials: ["<pad>", "<unk>"], unknown: "<unk>")
        #expect(words.tokens == ["<pad>", "<unk>", "b", "c", "a", "d"])
        #expect(words.encode(["a", "z"]).toArray(Int.self) == [4, 1])
        #expect(words.decode(Tensor([3, 0])) == ["c", "<pad>"])
        #expect(Vocabulary([["b", "a", "b"]], minFrequency: 2).tokens == ["b"])
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = Vocabulary([["b"]]).encode(["a"]) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = words.decode(Tensor([6])) } }
    }
}
