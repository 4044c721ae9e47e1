import Foundation
import PinionAutograd
import PinionTensor
import Testing

/// An operation under the name that a fixture has for it.
typealias NamedOperations = [String: @Sendable (Tensor) -> [Tensor]]

/// A row of a fixture that `operation_rows.py` has written.
struct FixtureRow: CustomTestStringConvertible {
    struct Result {
        let dtype: String
        let shape: [Int]
        let values: [Double]
    }

    let name: String
    let shape: [Int]
    let input: [Double]
    let results: [Result]
    /// nil for operations without gradients.
    let gradient: [Double]?
    let second: [Double]?

    var testDescription: String { "\(name) of \(shape)" }

    static func all(_ fixture: String) throws -> [FixtureRow] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(fixture)", withExtension: "txt"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            try #require(fields.count == 6)
            let results = fields[3].split(separator: "|").map { text in
                let parts = text.split(separator: ":", omittingEmptySubsequences: false)
                return Result(dtype: String(parts[0]), shape: integers(parts[1]), values: numbers(parts[2]))
            }
            return FixtureRow(
                name: String(fields[0]), shape: integers(fields[1]), input: numbers(fields[2]), results: results,
                gradient: fields[4] == "-" ? nil : numbers(fields[4]),
                second: fields[5] == "-" ? nil : numbers(fields[5]))
        }
    }

    private static func integers(_ text: Substring) -> [Int] { text.split(separator: ",").compactMap { Int($0) } }
    private static func numbers(_ text: Substring) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }
}

/// Runs every row of a fixture: results, gradients and gradients of those in float64, on contiguous and on strided
/// inputs, and results in float32. Each operation must have a row, and each row an operation.
func checkRows(_ fixture: String, _ operations: NamedOperations) throws {
    let rows = try FixtureRow.all(fixture)
    #expect(Set(rows.map(\.name)) == Set(operations.keys))
    for row in rows {
        guard let operation = operations[row.name] else { continue }
        let x = Tensor(row.input, dtype: .float64).viewed(as: Layout.of(row.shape)).clone()
        check(row, operation, x)
        if row.shape.count > 1 { check(row, operation, strided(x)) }
        let results = operation(x.to(.float32))
        for (seen, expected) in zip(results, row.results) {
            if expected.dtype == "float64" { #expect(seen.dtype == .float32) }
            let isClose = agree(seen.toArray(Double.self), expected.values, 2e-5)
            #expect(isClose, "\(row.testDescription) in float32: \(seen.toArray(Double.self)), \(expected.values)")
        }
    }
}

private func check(_ row: FixtureRow, _ operation: (Tensor) -> [Tensor], _ source: Tensor) {
    let x = source.detach()
    x.requiresGrad = true
    let layout = x.isContiguous ? "contiguous" : "strided"
    let results = operation(x)
    #expect(results.count == row.results.count)
    var total: Tensor?
    for (index, (seen, expected)) in zip(results, row.results).enumerated() {
        let values = seen.toArray(Double.self)
        #expect("\(seen.dtype)" == expected.dtype, "\(row.testDescription)")
        #expect(seen.shape == expected.shape, "\(row.testDescription)")
        let isClose = agree(values, expected.values, 1e-12)
        #expect(isClose, "\(row.testDescription), \(layout): \(values), expected \(expected.values)")
        if seen.requiresGrad {
            let part = (seen * weight(seen, index)).sum()
            total = total.map { $0 + part } ?? part
        }
    }
    #expect((total != nil) == (row.gradient != nil), "\(row.testDescription) is recorded")
    guard let total, let gradient = row.gradient, let second = row.second else { return }
    let first = grad(total, [x], createGraph: true)[0]
    let isClose = agree(first.toArray(Double.self), gradient, 1e-10)
    #expect(
        isClose, "gradient of \(row.testDescription), \(layout): \(first.toArray(Double.self)), expected \(gradient)")
    let fused = grad(
        operation(x).enumerated().reduce(nil as Tensor?) { sum, next in
            guard next.element.requiresGrad else { return sum }
            let part = (next.element * weight(next.element, next.offset)).sum()
            return sum.map { $0 + part } ?? part
        } ?? total, [x])[0]
    let isSame = agree(fused.toArray(Double.self), gradient, 1e-10)
    #expect(isSame, "fused gradient of \(row.testDescription): \(fused.toArray(Double.self)), expected \(gradient)")
    if !first.requiresGrad {
        #expect(second.allSatisfy { $0 == 0 || $0.isNaN }, "\(row.testDescription) has no second gradient")
        return
    }
    let values: [Double] = (0..<x.numel).map { (k: Int) -> Double in Double(k * 5 % 9) / 4 - 1 }
    let direction = Tensor(values, dtype: .float64).viewed(as: Layout.of(row.shape))
    let found = grad((first * direction).sum(), [x], allowUnused: true)[0]
    let isSecondClose = agree(found.toArray(Double.self), second, 1e-9)
    #expect(
        isSecondClose,
        "second gradient of \(row.testDescription), \(layout): \(found.toArray(Double.self)), expected \(second)")
}

/// What `operation_rows.py` multiplies a result with.
private func weight(_ result: Tensor, _ index: Int) -> Tensor {
    let values: [Double] = (0..<result.numel).map { k in 0.5 + Double((k * 7 + index * 3) % 11) / 8 }
    return Tensor(values, dtype: .float64).viewed(as: Layout.of(result.shape))
}

/// The same elements with the dimensions in reverse order in memory.
func strided(_ x: Tensor) -> Tensor {
    var strides = Extents()
    var step = 1
    for d in 0..<x.ndim {
        strides[d] = step
        step *= max(x.shape[d], 1)
    }
    let result = Tensor(Layout(rank: x.ndim, sizes: x.layout.sizes, strides: strides), x.dtype)
    Raw.copy(x, into: result)
    return result
}

/// Whether numbers agree up to an error relative to the larger of 1 and the number; NaN agrees with NaN.
func agree(_ seen: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
    guard seen.count == expected.count else { return false }
    return zip(seen, expected).allSatisfy { a, b in
        a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(1, abs(b))
    }
}

extension Layout {
    /// Row-major order.
    static func of(_ shape: [Int]) -> Layout { Layout(rank: shape.count, sizes: Extents(padding: shape)) }
}
