import PinionAutograd
import PinionFiles

extension CSV {
    /// What stands for a number that is missing.
    public enum Missing: Sendable {
        /// A missing number is an error.
        case refused
        /// This number.
        case value(Double)
        /// The mean of the column's numbers.
        case mean
    }

    /// Columns as numbers: a tensor of shape [rows, columns].
    ///
    /// A field is missing when it is empty or one of NA, N/A, NaN, null and ?.
    /// - Parameters:
    ///   - chosen: the columns in the tensor's order; all of them where they are left out.
    ///   - missing: what stands for missing numbers.
    ///   - dtype: the tensor's dtype.
    /// - Throws: `FileError` for a field that is no number, with its row and column.
    public func numbers(_ chosen: [String]? = nil, missing: Missing = .refused, dtype: DType = .float32)
        throws(FileError) -> Tensor
    {
        let names = chosen ?? columns
        var places: [Int] = []
        for name in names { places.append(try place(name)) }
        var values = [Double](repeating: 0, count: count * places.count)
        var holes: [Int] = []
        try bytes.withUnsafeBytes { (memory) throws(FileError) in
            let width = columns.count
            for row in 0..<count {
                for (column, place) in places.enumerated() {
                    let field = fields[row * width + place]
                    let target = row * places.count + column
                    let text = UnsafeRawBufferPointer(rebasing: memory[field.start..<field.end])
                    if let value = DecimalNumber.parse(text) {
                        values[target] = value
                    } else if isMissing(text), !isRefused(missing) {
                        holes.append(target)
                    } else {
                        let found = isMissing(text) ? "a missing value" : "\"\(field.text(in: bytes))\""
                        throw FileError(
                            .format, "row \(row + 1), column \"\(names[column])\": expected a number, found \(found)",
                            at: field.start, path: path)
                    }
                }
            }
        }
        fill(&values, holes, places.count, missing)
        return Tensor(values, shape: [count, places.count], dtype: dtype)
    }

    /// A column of texts as numbers from 0 on, with the texts in alphabetical order: the number is the text's place.
    public func categories(_ column: String) throws(FileError) -> (codes: Tensor, names: [String]) {
        let texts = try texts(column)
        let names = Set(texts).sorted()
        let codes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        return (Tensor(texts.map { codes[$0] ?? 0 }), names)
    }

    /// A column of texts as rows with a 1 at the text's place among `names`, of float32.
    public func oneHot(_ column: String) throws(FileError) -> (rows: Tensor, names: [String]) {
        let (codes, names) = try categories(column)
        let places = Tensor(Array(0..<names.count))
        return ((codes.unsqueeze(1) .== places.unsqueeze(0)).to(.float32), names)
    }

    private func isRefused(_ missing: Missing) -> Bool {
        if case .refused = missing { return true }
        return false
    }

    private func fill(_ values: inout [Double], _ holes: [Int], _ width: Int, _ missing: Missing) {
        switch missing {
        case .refused: break
        case .value(let value): for hole in holes { values[hole] = value }
        case .mean:
            let open = Set(holes)
            for column in Set(holes.map { $0 % width }) {
                let known = stride(from: column, to: values.count, by: width).filter { !open.contains($0) }
                let mean = known.reduce(0) { $0 + values[$1] } / Double(known.count)
                for hole in holes where hole % width == column { values[hole] = mean }
            }
        }
    }
}

private let missingTexts: [[UInt8]] = ["", "NA", "N/A", "NaN", "nan", "null", "?"].map { Array($0.utf8) }

private func isMissing(_ text: UnsafeRawBufferPointer) -> Bool {
    if text.isEmpty { return true }
    let bare = text.filter { $0 != 32 }
    return missingTexts.contains(bare)
}
