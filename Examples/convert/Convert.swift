import Pinion

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Converts files of tensors between PyTorch's, safetensors' and NumPy's formats, and lists what is in one.
@main enum Convert {
    static let usage = """
        usage: convert IN OUT [--part NAME]
               convert --list FILE [--part NAME]
        Formats, by extension: .pth .pt .safetensors .npz .npy
          --part NAME  only this entry of a dictionary, such as model_state_dict; dots lead further in
          --list       what a file holds: names, dtypes, shapes, other values
        """

    static func main() {
        var (files, part, lists) = ([String](), String?.none, false)
        var words = CommandLine.arguments.dropFirst()
        while let word = words.popFirst() {
            switch word {
            case "--help", "-h": return print(usage)
            case "--list": lists = true
            case "--part":
                guard let name = words.popFirst() else { fail("--part needs a name\n" + usage, status: 2) }
                part = name
            case _ where word.hasPrefix("--"): fail("there is no option \(word)\n" + usage, status: 2)
            default: files.append(word)
            }
        }
        guard files.count == (lists ? 1 : 2) else { fail(usage, status: 2) }
        do {
            let value = try entry(part, of: load(files[0]) as StateValue, in: files[0])
            if lists { return list(value) }
            try convert(value, from: files[0], to: files[1])
        } catch { fail("convert: \(error)", status: 1) }
    }

    private static func convert(_ value: StateValue, from source: String, to target: String) throws {
        if source.hasSuffix(".safetensors") && target.hasSuffix(".safetensors") {
            try save(StateDict.from(stateValue: value), to: target, metadata: loadMetadata(source))
        } else {
            try save(value, to: target)
        }
    }

    /// The entry that `a.b` names.
    private static func entry(_ name: String?, of value: StateValue, in path: String) throws -> StateValue {
        guard let name else { return value }
        if let inner = value[name] { return inner }
        // Names of parameters have dots of their own: the longest beginning that is an entry comes first.
        var end = name.endIndex
        while let dot = name[..<end].lastIndex(of: ".") {
            if let inner = value[String(name[..<dot])] {
                return try entry(String(name[name.index(after: dot)...]), of: inner, in: path)
            }
            end = dot
        }
        throw FileError(.value, "there is no entry \(name)", path: path)
    }

    private static func list(_ value: StateValue) {
        var (tensors, elements) = (0, 0)
        func show(_ name: String, _ value: StateValue, _ indent: String) {
            switch value {
            case .tensor(let tensor):
                (tensors, elements) = (tensors + 1, elements + tensor.numel)
                print("\(indent)\(name)  \(tensor.dtype)  \(tensor.shape)")
            case .dictionary(let tree):
                print("\(indent)\(name)  \(tree.count) entries")
                for (key, value) in tree { show("\(key)", value, indent + "  ") }
            case .list(let values), .tuple(let values):
                let isPlain = values.allSatisfy { $0.number != nil && $0.tensor == nil }
                if isPlain && values.count <= 16 { return print("\(indent)\(name)  \(value)") }
                print("\(indent)\(name)  \(values.count) values")
                if !isPlain { for (place, value) in values.enumerated() { show("\(place)", value, indent + "  ") } }
            default: print("\(indent)\(name)  \(value)")
            }
        }
        if let tree = value.dictionary {
            for (key, value) in tree { show("\(key)", value, "") }
        } else {
            show("value", value, "")
        }
        print("\(tensors) tensors, \(elements) elements")
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        let line = message + "\n"
        write(2, line, line.utf8.count)
        exit(status)
    }
}
