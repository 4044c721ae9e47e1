import PinionSIMDKernels

/// The elements of a tensor in nested brackets.
struct TensorText {
    private let tensor: Tensor
    private let options: PrintOptions
    private let isSummarized: Bool
    private let sizes: Extents
    private let strides: Extents
    private var format: ElementFormat

    init(_ tensor: Tensor, _ options: PrintOptions) {
        self.tensor = tensor
        self.options = options
        (sizes, strides) = (tensor.layout.sizes, tensor.layout.strides)
        isSummarized = tensor.numel > options.threshold
        format = ElementFormat([], options)
        var elements: [Element] = []
        collect(0, 0, &elements)
        format = ElementFormat(elements, options)
    }

    /// The brackets of a tensor that begins `indent` characters from the left.
    func text(indent: Int) -> String {
        tensor.numel == 0 ? "[]" : text(0, 0, indent)
    }

    private func element(_ offset: Int) -> Element {
        Element(tensor.pointer + offset * tensor.elementSize, tensor.dtype)
    }

    /// Whether the middle of a dimension is left out.
    private func isCut(_ d: Int) -> Bool { isSummarized && sizes[d] > 2 * options.edgeItems }

    /// The indices along a dimension that are printed.
    private func shown(_ d: Int) -> [Int] {
        let size = sizes[d]
        return isCut(d) ? Array(0..<options.edgeItems) + Array(size - options.edgeItems..<size) : Array(0..<size)
    }

    private func collect(_ d: Int, _ offset: Int, _ elements: inout [Element]) {
        if d == tensor.ndim { return elements.append(element(offset)) }
        for i in shown(d) { collect(d + 1, offset + i * strides[d], &elements) }
    }

    private func text(_ d: Int, _ offset: Int, _ indent: Int) -> String {
        if d == tensor.ndim { return format.padded(element(offset)) }
        if d == tensor.ndim - 1 { return row(d, offset, indent) }
        var parts = shown(d).map { text(d + 1, offset + $0 * strides[d], indent + 1) }
        if isCut(d) { parts.insert("...", at: options.edgeItems) }
        let lines = String(repeating: "\n", count: tensor.ndim - d - 1)
        return "[" + parts.joined(separator: "," + lines + spaces(indent + 1)) + "]"
    }

    private func row(_ d: Int, _ offset: Int, _ indent: Int) -> String {
        var parts = shown(d).map { format.padded(element(offset + $0 * strides[d])) }
        if isCut(d) { parts.insert(options.edgeItems == 0 ? "..." : " ...", at: options.edgeItems) }
        let perLine = max(1, Int((Double(options.lineWidth - indent) / Double(format.width + 2)).rounded(.down)))
        let lines = stride(from: 0, to: parts.count, by: perLine).map {
            parts[$0..<min($0 + perLine, parts.count)].joined(separator: ", ")
        }
        return "[" + lines.joined(separator: ",\n" + spaces(indent + 1)) + "]"
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
