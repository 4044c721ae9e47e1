import PinionData
import Testing

@Suite struct CSVTests {
    private let text = #"""
        name,age,fare,port
        "Doe, John",22,7.25,S
        "the ""Cat""",,1e3, C
        "two
        lines",NA,-0.1,S

        x, 30 ,12345678901234567890.5,Q
        """#

    @Test func quotedFieldsAndNames() throws {
        let table = try CSV(text)
        #expect(table.columns == ["name", "age", "fare", "port"] && table.count == 4)
        #expect(try table.texts("name") == ["Doe, John", "the \"Cat\"", "two\nlines", "x"])
        let lines = try CSV("# a remark\r\n1;2\r\n3;4\r\n", header: false, separator: ";", skipRows: 1)
        #expect(try lines.numbers().toList([[Float]].self) == [[1, 2], [3, 4]] && lines.columns == ["0", "1"])
        #expect(try CSV("").count == 0)
    }

    @Test func numbersAndMissingOnes() throws {
        let table = try CSV(text)
        let filled = try table.numbers(["fare", "age"], missing: .mean, dtype: .float64)
        #expect(filled.toArray(Double.self) == [7.25, 22, 1000, 26, -0.1, 26, 12345678901234567890.5, 30])
        #expect(try table.numbers(["age"], missing: .value(-1)).toArray(Float.self) == [22, -1, -1, 30])
        let missing = #expect(throws: FileError.self) { try table.numbers(["age"]) }
        #expect(missing?.message == "row 2, column \"age\": expected a number, found a missing value")
        let text = #expect(throws: FileError.self) { try table.numbers(["port"], missing: .mean) }
        #expect(text?.message.contains("row 1, column \"port\": expected a number, found \"S\"") == true)
        let unknown = #expect(throws: FileError.self) { try table.numbers(["weight"]) }
        #expect(unknown?.message.hasPrefix("no column \"weight\"") == true)
    }

    @Test func numbersAreTheNearest() throws {
        let samples = ["0.1", "3.14159265358979", "9007199254740993", "1.7976931348623157e308", "-0", "+5", ".5", "5."]
        let values = try CSV(samples.joined(separator: "\n"), header: false).numbers(dtype: .float64)
        let expected = [0.1, 3.14159265358979, 9007199254740992, 1.7976931348623157e308, -0.0, 5, 0.5, 5]
        #expect(values.toArray(Double.self) == expected)
        for wrong in ["1.2.3", "-", ".", "1,5x", "0x"] {
            #expect(throws: FileError.self) { try CSV("\"\(wrong)\"", header: false).numbers() }
        }
    }

    /// Against Swift's own reading of numbers, which is exact: all lengths, with and without points and exponents.
    @Test func numbersOfAllLengths() throws {
        var draw = SystemRandomNumberGenerator()
        var samples = [
            "18446744073709551616", "184467440737095516160.5e-3", "0.00018446744073709551616", "00.000", "-.0e5",
        ]
        samples += ["9007199254740993", "1e22", "1e23", "8.5e-19", "4503599627370497.5", "1E+05", "2e-0005", "5e-324"]
        for length in 1...24 {
            for _ in 0..<200 {
                var digits = (0..<length).map { _ in "\(Int.random(in: 0...9, using: &draw))" }.joined()
                let place = Int.random(in: 0...length, using: &draw)
                if draw.next() % 4 > 0 { digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place)) }
                if draw.next() % 3 == 0 { digits += "e\(Int.random(in: -25...25, using: &draw))" }
                samples.append((draw.next() % 2 == 0 ? "-" : "") + digits)
            }
        }
        let values = try CSV(samples.joined(separator: "\n"), header: false).numbers(dtype: .float64)
        for (sample, value) in zip(samples, values.toArray(Double.self)) {
            #expect(value.bitPattern == Double(sample)?.bitPattern, "\(sample)")
        }
    }

    /// Fields of every length around the eight bytes that are looked at together, with both ends of lines.
    @Test func fieldsOfAllLengths() throws {
        for end in ["\n", "\r\n"] {
            let rows = (0..<40).map { row in (0..<3).map { String(repeating: "x", count: (row + $0 * 7) % 23) } }
            let text = rows.map { $0.joined(separator: ";") }.joined(separator: end)
            for text in [text, text + end] {
                let table = try CSV(text, header: false, separator: ";")
                #expect(table.count == 40)
                for column in 0..<3 {
                    let texts = try table.texts("\(column)")
                    #expect(texts == rows.map { $0[column] })
                }
            }
        }
        let odd = try CSV("a\rb,\r\nc\"d,\n", header: false)
        #expect(try odd.texts("0") == ["a\rb", "c\"d"] && odd.texts("1") == ["", ""])
    }

    @Test func categoriesAndOneHot() throws {
        let table = try CSV("c\nred\nblue\nred\n")
        let (codes, names) = try table.categories("c")
        #expect(codes.toArray(Int.self) == [1, 0, 1] && names == ["blue", "red"])
        #expect(try table.oneHot("c").rows.toList([[Float]].self) == [[0, 1], [1, 0], [0, 1]])
    }

    @Test func damage() {
        let ragged = #expect(throws: FileError.self) { try CSV("a,b\n1,2\n3\n") }
        #expect(ragged?.description == "byte 8: row 3 has 1 fields, the first one has 2")
        #expect(throws: FileError.self) { try CSV("a,\"b\n") }
        #expect(throws: FileError.self) { try CSV("\"a\"b,c\n") }
    }
}
