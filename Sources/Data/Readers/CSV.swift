import PinionAutograd
import PinionFiles

/// A table of text fields, as comma-separated files hold it (RFC 4180): fields may be quoted, with `""` for a quote.
///
/// ```swift
/// let table = try CSV.load("passengers.csv")
/// let x = try table.numbers(["age", "fare"], missing: .mean)      // float32, [rows, 2]
/// let (codes, names) = table.categories("port")                    // int64, [rows]
/// ```
/// Files compressed with gzip are read as they are.
public struct CSV: Sendable {
    /// The columns' names: the header's, or "0", "1", … of a file without.
    public let columns: [String]
    /// The number of rows without the header.
    public let count: Int
    let bytes: Bytes
    let path: String?
    /// The fields of the rows, row after row.
    let fields: [CSVField]

    /// Reads a file.
    /// - Parameters:
    ///   - path: the file.
    ///   - header: whether its first line names the columns.
    ///   - separator: what stands between fields, an ASCII character.
    ///   - skipRows: lines before the header, or the first row, that are passed over.
    /// - Throws: `FileError` for a file that cannot be read, a quote that is not closed, or a row with another number of
    ///   fields than the first one.
    public static func load(_ path: String, header: Bool = true, separator: Character = ",", skipRows: Int = 0)
        throws(FileError) -> CSV
    {
        try naming(path) { () throws(FileError) in
            try CSV(try contents(path), path, header: header, separator: separator, skipRows: skipRows)
        }
    }

    /// Reads a text.
    public init(_ text: String, header: Bool = true, separator: Character = ",", skipRows: Int = 0) throws(FileError) {
        try self.init(Bytes(Array(text.utf8)), nil, header: header, separator: separator, skipRows: skipRows)
    }

    private init(_ bytes: Bytes, _ path: String?, header: Bool, separator: Character, skipRows: Int)
        throws(FileError)
    {
        guard let separator = separator.asciiValue, separator != 10, separator != 13, separator != 34 else {
            throw FileError(.value, "the separator must be an ASCII character other than a quote or a line's end")
        }
        let (fields, width) = try bytes.withUnsafeBytes { (memory) throws(FileError) in
            var scanner = CSVScanner(memory, separator: separator)
            for _ in 0..<skipRows { scanner.skipLine() }
            return try scanner.fields()
        }
        self.bytes = bytes
        self.path = path
        let rows = width == 0 ? 0 : fields.count / width
        let isNamed = header && rows > 0
        columns = (0..<width).map { isNamed ? fields[$0].text(in: bytes) : "\($0)" }
        count = isNamed ? rows - 1 : rows
        self.fields = isNamed ? Array(fields[width...]) : fields
    }

    /// Where a column is.
    func place(_ column: String) throws(FileError) -> Int {
        guard let place = columns.firstIndex(of: column) else {
            throw FileError(.value, "no column \"\(column)\"; there are \(columns)", path: path)
        }
        return place
    }

    /// The texts of a column.
    public func texts(_ column: String) throws(FileError) -> [String] {
        let place = try place(column)
        return (0..<count).map { fields[$0 * columns.count + place].text(in: bytes) }
    }
}

/// Where a field's text lies.
struct CSVField {
    let start: Int
    /// The end, and in the lowest bit whether the field stands in quotes and doubles those inside.
    private let packed: Int

    init(start: Int, end: Int, hasQuotes: Bool) {
        self.start = start
        packed = end << 1 | (hasQuotes ? 1 : 0)
    }

    var end: Int { packed >> 1 }
    var hasQuotes: Bool { packed & 1 == 1 }

    func text(in bytes: Bytes) -> String {
        let text = bytes.withUnsafeBytes { String(decoding: $0[start..<end], as: UTF8.self) }
        return hasQuotes ? undoubled(text) : text
    }

    private func undoubled(_ text: String) -> String {
        var (result, wasQuote) = ("", false)
        for character in text.unicodeScalars {
            wasQuote = character == "\"" && !wasQuote
            if !wasQuote { result.unicodeScalars.append(character) }
        }
        return result
    }
}
