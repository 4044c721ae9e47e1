import Foundation
import Testing

/// PyTorch's values for one operation, from make_elementwise.py: a row of numbers for each element.
struct ElementwiseFixture: Sendable, CustomTestStringConvertible {
    var name: String
    var first: Double
    var second: Double
    var rows: [[Double]] = []

    var testDescription: String { "\(name) \(first) \(second)" }

    func column(_ index: Int) -> [Double] { rows.map { $0[index] } }
    /// The gradient that came down to each element of the result.
    var gradient: [Double] { rows.indices.map { [1, -2, 0.5][$0 % 3] } }

    static func load(_ file: String) throws -> [ElementwiseFixture] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(file)", withExtension: "txt"))
        var cases: [ElementwiseFixture] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ")
            let numbers = words.compactMap { Double($0) }
            if numbers.count == words.count {
                cases[cases.count - 1].rows.append(numbers)
            } else {
                let name = try #require(words.first)
                cases.append(ElementwiseFixture(name: String(name), first: numbers[0], second: numbers[1]))
            }
        }
        return cases
    }
}

/// Whether `got` is `exact` within a relative and an absolute tolerance; infinities and NaN must agree.
func isClose<T: BinaryFloatingPoint>(_ got: T, _ exact: Double, _ relative: Double, _ absolute: Double) -> Bool {
    let rounded = T(exact)
    if got.isNaN || exact.isNaN { return got.isNaN && exact.isNaN }
    if got == rounded { return true }
    // The largest finite number and infinity are neighbours.
    if got.isInfinite || rounded.isInfinite {
        return abs(Double(got)) > 3e38 && abs(exact) > 3e38 && got.sign == rounded.sign
    }
    return abs(Double(got) - exact) <= absolute + relative * abs(exact)
}
