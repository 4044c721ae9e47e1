import PinionTensor

/// Sums of products in Einstein's notation, as PyTorch's `torch.einsum`.
///
/// `einsum("bij,bjk->bik", a, b)`: each letter is a dimension; letters that the output does not name are summed. Without
/// an arrow the output has the letters that appear once, in alphabetical order. A letter twice in one operand is its
/// diagonal. `...` stands for the dimensions without letters, which broadcast. Sizes of 1 broadcast. Spaces do not count.
///
/// Operands are multiplied from left to right.
public func einsum(_ equation: String, _ operands: Tensor...) -> Tensor { einsum(equation, operands) }

/// Sums of products in Einstein's notation, of an array of operands.
public func einsum(_ equation: String, _ operands: [Tensor]) -> Tensor {
    attempt { () throws(TensorError) in
        let parsed = try EinsumEquation(equation, operands)
        let terms = zip(operands, parsed.inputs).map { LabelledTensor(tensor: $0, labels: $1) }
        return contract(terms, sizes: parsed.sizes, output: parsed.output)
    }
}

/// An equation with a number for each letter, and negative ones for the dimensions of the ellipsis.
private struct EinsumEquation {
    private let text: String
    var inputs: [[Int]] = []
    var output: [Int] = []
    var sizes: [Int: Int] = [:]
    /// The most dimensions an ellipsis stands for: -1 is the last of them.
    private var ellipsisRank = 0

    init(_ equation: String, _ operands: [Tensor]) throws(TensorError) {
        text = equation
        if operands.isEmpty { throw mistake("there are no operands") }
        let characters = equation.filter { $0 != " " }
        let arrow = Self.arrow(characters)
        let left = arrow.map { characters[..<$0] } ?? characters[...]
        let groups = left.split(separator: ",", omittingEmptySubsequences: false)
        if groups.count != operands.count {
            throw mistake("\(groups.count) operands in the equation, but \(operands.count) were given")
        }
        for (index, group) in groups.enumerated() {
            let operand = operands[index]
            let subscripts = try parse(group, rank: operand.ndim, "operand \(index)")
            inputs.append(subscripts)
            try note(subscripts, operand, index)
        }
        if let arrow {
            output = try parse(characters[characters.index(arrow, offsetBy: 2)...], rank: nil, "the output")
            for (position, label) in output.enumerated() {
                if output[..<position].contains(label) {
                    throw mistake("subscript \(Self.name(label)) appears more than once in the output")
                }
                if sizes[label] == nil {
                    throw mistake("output subscript \(Self.name(label)) does not appear in any operand")
                }
            }
        } else {
            let all = inputs.flatMap { $0 }
            let once = Set(all).filter { label in label >= 0 && all.count { $0 == label } == 1 }
            output = ellipsis(ellipsisRank) + once.sorted()
        }
    }

    private static func arrow(_ text: String) -> String.Index? {
        text.indices.first { text[$0...].hasPrefix("->") }
    }

    /// - Parameters:
    ///   - group: letters and perhaps an ellipsis.
    ///   - rank: the dimensions that they stand for; nil for the output, whose ellipsis is that of the operands.
    ///   - whose: for messages.
    private mutating func parse(_ group: Substring, rank: Int?, _ whose: String) throws(TensorError) -> [Int] {
        var labels: [Int] = []
        var ellipsisAt: Int?
        var rest = group
        while let character = rest.first {
            if rest.hasPrefix("...") {
                if ellipsisAt != nil { throw mistake("an ellipsis appears twice in \(whose)") }
                ellipsisAt = labels.count
                rest = rest.dropFirst(3)
            } else if character.isASCII, character.isLetter, let code = character.asciiValue {
                labels.append(Int(code))
                rest = rest.dropFirst()
            } else {
                throw mistake("'\(character)' in \(whose) is not a letter")
            }
        }
        guard let rank else {
            if let ellipsisAt { labels.insert(contentsOf: ellipsis(ellipsisRank), at: ellipsisAt) }
            return labels
        }
        if ellipsisAt == nil ? labels.count != rank : labels.count > rank {
            throw mistake("\(whose) has \(labels.count) subscripts but \(rank) dimensions")
        }
        if let ellipsisAt {
            ellipsisRank = max(ellipsisRank, rank - labels.count)
            labels.insert(contentsOf: ellipsis(rank - labels.count), at: ellipsisAt)
        }
        return labels
    }

    private func ellipsis(_ rank: Int) -> [Int] { (0..<rank).map { $0 - rank } }

    /// Notes the sizes of an operand's labels; throws where they do not broadcast.
    private mutating func note(_ labels: [Int], _ operand: Tensor, _ index: Int) throws(TensorError) {
        let shape = operand.shape
        for (label, size) in zip(labels, shape) {
            let own = zip(labels, shape).filter { $0.0 == label }.map(\.1)
            if let other = own.first(where: { $0 != size }) {
                throw mistake(
                    "subscript \(Self.name(label)) is repeated in operand \(index) with sizes \(size), \(other)")
            }
            let former = sizes[label] ?? 1
            if size != former && size != 1 && former != 1 {
                throw mistake(
                    "subscript \(Self.name(label)) has size \(size) in operand \(index) of shape \(shape), "
                        + "which does not broadcast with size \(former) before")
            }
            sizes[label] = size == 1 ? former : size
        }
    }

    private static func name(_ label: Int) -> String {
        label < 0 ? "..." : String(UnicodeScalar(UInt8(truncatingIfNeeded: label)))
    }

    private func mistake(_ message: String) -> TensorError { TensorError("einsum", .shape, "\"\(text)\": \(message)") }
}
