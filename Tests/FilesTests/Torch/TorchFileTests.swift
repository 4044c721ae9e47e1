import Foundation
import PinionFiles
import PinionTestSupport
import Testing

extension Fixture {
    static func torch(_ name: String, sharing: Bool = false) throws -> StateValue {
        try TorchFile.read(Bytes(files(name)), sharing: sharing)
    }
}

/// The state dict of the fixtures: every dtype, shared storages, a parameter, no elements.
func checkFixtureState(_ state: StateDict, _ comment: Comment? = nil) throws {
    #expect(state.count == 16, comment)
    for dtype in DType.allCases {
        let tensor = try #require(state["\(dtype)"])
        let expected: [Double] = dtype == .bool ? [0, 1, 1, 1, 1, 1] : [0, 1, 2, 3, 4, 5]
        #expect(tensor.dtype == dtype && tensor.shape == [2, 3], comment)
        #expect(tensor.toArray(Double.self) == expected, comment)
    }
    let (rows, all) = (try #require(state["shared.rows"]), try #require(state["shared.all"]))
    #expect(rows.toArray(Float.self) == [2, 3, 4, 5, 6, 7], comment)
    #expect(rows.sharesStorage(with: all), comment)
    #expect(state["shared.columns"]?.strides == [1, 4], comment)
    #expect(state["shared.columns"]?.sharesStorage(with: all) == true, comment)
    #expect(state["parameter"]?.toArray(Float.self) == [1.5], comment)
    #expect(state["parameter"]?.requiresGrad == true, comment)
    #expect(state["scalar"]?.item == 2.5, comment)
    #expect(state["empty"]?.shape == [0, 3], comment)
}

@Suite struct TorchFileTests {
    /// The zip form, as a program for big-endian machines writes it, compressed, without checksums; the older form.
    static let forms = ["state.pth", "big.pth", "deflated.pth", "sums.pth", "legacy2.pth", "legacy4.pth"]

    @Test(arguments: forms, [false, true])
    func readsStateDicts(_ name: String, sharing: Bool) throws {
        try checkFixtureState(StateDict.from(stateValue: Fixture.torch(name, sharing: sharing)), "\(name)")
    }

    @Test func readsCheckpoints() throws {
        let value = try Fixture.torch("checkpoint.pth")
        try checkFixtureState(StateDict.from(stateValue: #require(value["model"])))
        #expect(value.dictionary?.keys.map(\.description) == ["epoch", "model", "note", "list"])
        #expect(value["epoch"]?.int == 3)
        #expect(value["note"]?.string == "ü")
        #expect(value["list"].map { "\($0)" } == "[1, 2.5, None, True, (1, 2)]")
    }

    @Test func readsEveryKindOfValue() throws {
        let value = try Fixture.torch("structures.pth")
        var texts: [String: String] = [:]
        for (key, value) in try #require(value.dictionary) {
            if let tensor = value.tensor {
                texts["\(key)"] =
                    "\(tensor.dtype) \(tensor.shape) \(tensor.toArray(Double.self)) \(tensor.requiresGrad)"
            } else {
                texts["\(key)"] = "\(value)"
            }
        }
        let expected = [
            "none": "None", "true": "True", "int": "7", "large": "1099511627776", "negative": "-4611686018427387904",
            "float": "-0.1", "text": "ü\n", "list": "[1, [2, [3]]]", "tuple": "()", "pair": "(1, 'a')",
            "set": "[5]", "bytes": "uint8 [2] [0.0, 255.0] false", "array": "uint8 [2] [97.0, 98.0] false",
            "size": "(2, 3)", "dtype": "torch.bfloat16", "device": "cuda:1", "3": "number",
            "ordered": "{'b': 1, 'a': 2}", "counter": "{30: 2, 80: 1}", "float32": "1e+300",
            "requires": "float32 [2] [1.0, 1.0] true", "frozen": "float32 [2] [1.0, 1.0] false",
            "expanded": "float32 [4] [1.0, 1.0, 1.0, 1.0] false",
            "storage": "uint8 [12] [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 128.0, 63.0, 0.0, 0.0, 0.0, 64.0] false",
        ]
        #expect(texts == expected)
        #expect(value["expanded"]?.tensor?.strides == [0])
        let attribute = try Fixture.torch("attribute.pth")["attribute"]
        #expect(attribute?.tensor?.toArray(Float.self) == [1, 1, 1])
    }

    @Test(arguments: [
        ("function.pth", "torch.nn.functional.relu"), ("module.pth", "torch.nn.modules.linear.Linear"),
        ("uint16.pth", "torch.uint16"), ("complex.pth", "torch.ComplexFloatStorage"), ("script.pth", "TorchScript"),
    ])
    func refusesByName(_ file: String, _ name: String) throws {
        let error = #expect(throws: FileError.self) { try Fixture.torch(file) }
        #expect(error?.kind == .unsupported)
        #expect(error?.message.contains(name) == true, "\(error?.description ?? "")")
        #expect(error?.position != nil)
    }

    @Test func refusesOtherFiles() throws {
        var tar = [UInt8](repeating: 0, count: 512)
        tar.replaceSubrange(257..<262, with: Array("ustar".utf8))
        for (bytes, reason) in [
            (tar, "tar file"), ([0x80, 2, 0x4E, 0x2E], "plain pickle"), ([], "end record"), ([1, 2, 3], "end record"),
        ] {
            let error = #expect(throws: FileError.self) { try TorchFile.read(Bytes(bytes)) }
            #expect(error?.message.contains(reason) == true, "\(error?.description ?? "")")
        }
    }

    @Test(arguments: forms + ["structures.pth"])
    func everyTruncationIsAnError(_ name: String) throws {
        let bytes = try Fixture.files(name)
        for end in 0..<bytes.count {
            let error = #expect(throws: FileError.self) { try TorchFile.read(Bytes([UInt8](bytes[..<end]))) }
            #expect(error?.position != nil)
        }
    }
}
