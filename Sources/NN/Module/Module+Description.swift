extension Module: CustomStringConvertible {
    /// The tree of modules, as PyTorch prints it.
    public var description: String {
        let extra = extraRepr.isEmpty ? [] : extraRepr.split(separator: "\n", omittingEmptySubsequences: false)
        let children = childLines
        if extra.count == 1 && children.isEmpty { return "\(printedName)(\(extra[0]))" }
        let lines = extra.map(String.init) + children
        return lines.isEmpty ? "\(printedName)()" : "\(printedName)(\n  " + lines.joined(separator: "\n  ") + "\n)"
    }

    private var childLines: [String] {
        if self is ModuleList { return collapsedChildLines }
        return heldModules.map { "(\($0.name)): \($0.module.indentedDescription)" }
    }

    /// The same with equal neighbours in one line, as PyTorch prints a `ModuleList`.
    private var collapsedChildLines: [String] {
        var runs: [(first: Int, last: Int, text: String)] = []
        for (index, held) in heldModules.enumerated() {
            let text = held.module.indentedDescription
            if let run = runs.last, run.text == text {
                runs[runs.count - 1].last = index
            } else {
                runs.append((index, index, text))
            }
        }
        return runs.map { run in
            run.first == run.last
                ? "(\(run.first)): \(run.text)"
                : "(\(run.first)-\(run.last)): \(run.last - run.first + 1) x \(run.text)"
        }
    }

    private var indentedDescription: String {
        description.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
    }
}

/// Arguments as Python prints them.
package enum PythonText {
    package static func bool(_ value: Bool) -> String { value ? "True" : "False" }

    /// `(3, 5)`, and `(3,)` for one.
    package static func tuple(_ values: [Int]) -> String {
        values.count == 1 ? "(\(values[0]),)" : "(" + values.map(String.init).joined(separator: ", ") + ")"
    }
}
