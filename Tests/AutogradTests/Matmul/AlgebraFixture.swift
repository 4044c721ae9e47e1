import Foundation
import PinionAutograd
import PinionTensor
import Testing

/// A sample of make_algebra.py: inputs and PyTorch's results.
struct AlgebraSample: Decodable {
    let name: String
    let inputs: [Elements]
    let out: [Elements]
    let grad: [Elements?]?
    let second: [Elements?]?

    struct Elements: Decodable {
        let dtype: String
        let shape: [Int]
        let strides: [Int]?
        let values: [Double]

        enum CodingKeys: String, CodingKey {
            case dtype = "d"
            case shape = "s"
            case strides = "t"
            case values = "v"
        }
    }

    enum CodingKeys: String, CodingKey {
        case name, out, grad, second
        case inputs = "in"
    }

    struct Missing: Error { let name: String }

    static func all(_ name: String) throws -> [AlgebraSample] {
        guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json") else {
            throw Missing(name: name)
        }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(AlgebraSample.self, from: Data($0.utf8))
        }
    }

    var title: String { "\(name) of \(inputs.map { "\($0.shape) \($0.dtype)" }.joined(separator: ", "))" }

    /// Compares results, gradients and second gradients with PyTorch's.
    func check(_ function: ([Tensor]) -> [Tensor], tolerance: Double = 1e-12) {
        let inputs = inputs.map { $0.tensor() }
        let results = function(inputs)
        guard compare(results, out, "result", tolerance) else { return }
        let wanted = inputs.filter(\.requiresGrad)
        guard let grad = grad.map({ ofWanted($0, inputs) }), !wanted.isEmpty else { return }
        let recorded = results.enumerated().filter { $0.element.requiresGrad }
        let weights = recorded.map { Self.weight($0.element, $0.offset) }
        let gradients = gradOrNil(recorded.map(\.element), wanted, gradOutputs: weights, createGraph: true)
        guard compare(gradients, grad, "gradient", tolerance) else { return }
        guard let second = second.map({ ofWanted($0, inputs) }) else { return }
        let directions = gradients.enumerated().map { index, g in g.map { ($0 * Self.weight($0, 100 + index)).sum() } }
        let sums = directions.compactMap { $0 }.filter(\.requiresGrad)
        compare(gradOrNil(sums, wanted), second, "second gradient", tolerance * 10)
        // Without a graph of gradients other code may run.
        let again = function(inputs)
        let plain = gradOrNil(recorded.map { again[$0.offset] }, wanted, gradOutputs: weights)
        compare(plain, grad, "gradient without a graph", tolerance)
    }

    private func ofWanted(_ gradients: [Elements?], _ inputs: [Tensor]) -> [Elements?] {
        zip(inputs, gradients).filter { $0.0.requiresGrad }.map(\.1)
    }

    @discardableResult
    private func compare(_ seen: [Tensor?], _ expected: [Elements?], _ what: String, _ tolerance: Double) -> Bool {
        guard seen.count == expected.count else {
            Issue.record("\(title): \(seen.count) \(what)s, expected \(expected.count)")
            return false
        }
        var isGood = true
        for (index, (seen, expected)) in zip(seen, expected).enumerated() {
            if let problem = Self.problem(seen, expected, tolerance) {
                Issue.record("\(title), \(what) \(index): \(problem)")
                isGood = false
            }
        }
        return isGood
    }

    private static func problem(_ seen: Tensor?, _ expected: Elements?, _ tolerance: Double) -> String? {
        guard let expected else {
            let isZero = seen.map { $0.toArray(Double.self).allSatisfy { $0 == 0 } } ?? true
            return isZero ? nil : "expected none"
        }
        // A gradient of zeros may be left out.
        guard let seen else { return expected.values.allSatisfy { $0 == 0 } ? nil : "none" }
        if seen.shape != expected.shape { return "shape \(seen.shape), expected \(expected.shape)" }
        if "\(seen.dtype)" != expected.dtype { return "dtype \(seen.dtype), expected \(expected.dtype)" }
        let scale = expected.values.reduce(1) { max($0, abs($1)) }
        let limit = scale * max(tolerance, expected.precision)
        for (index, (x, y)) in zip(seen.toArray(Double.self), expected.values).enumerated() where !(abs(x - y) <= limit)
        {
            return "element \(index) is \(x), expected \(y)"
        }
        return nil
    }

    /// What make_algebra.py sends down to an output.
    private static func weight(_ x: Tensor, _ index: Int) -> Tensor {
        let values = (0..<x.numel).map { Double((37 * $0 + 11 * index) % 17 - 8) / 8 }
        return Tensor(values, dtype: x.dtype).viewed(as: x.layout)
    }
}

extension AlgebraSample.Elements {
    /// The relative error that rounding in the dtype explains.
    var precision: Double {
        switch dtype {
        case "float32": 1e-6
        case "float16": 2e-3
        case "bfloat16": 1e-2
        default: 0
        }
    }

    func tensor() -> Tensor {
        let dtype = DType.allCases.first { "\($0)" == self.dtype } ?? .float64
        guard let strides else {
            let plain = Tensor(values, dtype: dtype).viewed(as: layout([]))
            plain.requiresGrad = dtype.isFloatingPoint
            return plain
        }
        // The element at each place of the memory; places that several indices share hold the same.
        var memory = [0.0]
        var index = shape.map { _ in 0 }
        for value in values {
            let place = zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }
            while memory.count <= place { memory.append(0) }
            memory[place] = value
            for d in shape.indices.reversed() {
                index[d] += 1
                if index[d] < shape[d] { break }
                index[d] = 0
            }
        }
        let flat = Tensor(memory, dtype: dtype)
        let strided = Tensor(flat.storage, layout(strides), dtype)
        strided.requiresGrad = dtype.isFloatingPoint
        return strided
    }

    private func layout(_ strides: [Int]) -> Layout {
        var (sizes, steps) = (Extents(), Extents())
        for d in shape.indices { (sizes[d], steps[d]) = (shape[d], strides.isEmpty ? 0 : strides[d]) }
        if strides.isEmpty { return Layout(rank: shape.count, sizes: sizes) }
        return Layout(rank: shape.count, sizes: sizes, strides: steps)
    }
}
