import PinionSIMDKernels

/// A node of the Autograd module's graph, as far as printing knows it.
package protocol GraphNode: AnyObject {
    /// The name of the operation that made `tensor`; nil for leaves.
    func gradFnName(of tensor: Tensor) -> String?
}

extension Tensor: CustomStringConvertible, CustomDebugStringConvertible {
    /// The elements as PyTorch prints them: `tensor([[1., 2.],\n        [3., 4.]])`.
    ///
    /// `setPrintOptions` sets the number of digits and more. The dtype is named where it is not the default one, int64
    /// or bool; the middles of large tensors are left out.
    public var description: String { text(getPrintOptions()) }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// The elements as `description` prints them with given options.
    func text(_ options: PrintOptions) -> String {
        let prefix = "tensor("
        var suffixes: [String] = []
        if (numel == 0 && ndim != 1) || (numel > 0 && options.edgeItems == 0) {
            let sizes = shape.map { "\($0)" }.joined(separator: ", ")
            suffixes.append("size=(\(sizes)\(ndim == 1 ? "," : ""))")
        }
        let isUsual = dtype == getDefaultDType() || (numel > 0 && (dtype == .int64 || dtype == .bool))
        if !isUsual { suffixes.append("dtype=torch.\(dtype)") }
        if let name = ((autograd ?? base?.autograd) as? any GraphNode)?.gradFnName(of: self) {
            suffixes.append("grad_fn=<\(name)>")
        } else if tracksGrad {
            suffixes.append("requires_grad=True")
        }

        var text = prefix + TensorText(self, options).text(indent: prefix.utf8.count)
        // PyTorch counts two characters more.
        var column = text.utf8.count + 2
        if let lineBreak = text.utf8.lastIndex(of: 10) {
            column = text.utf8.distance(from: lineBreak, to: text.utf8.endIndex) + 1
        }
        for suffix in suffixes {
            if column + suffix.utf8.count + 2 > options.lineWidth {
                text += ",\n" + String(repeating: " ", count: prefix.utf8.count) + suffix
                column = prefix.utf8.count + suffix.utf8.count
            } else {
                text += ", " + suffix
                column += suffix.utf8.count + 2
            }
        }
        return text + ")"
    }
}
