import PinionAutograd
import PinionTestSupport
import Testing

@testable import PinionTensor

/// Printed tensors against prints.txt.
@Suite struct PrintTests {
    private static let lists: [String: [Double]] = [
        "ones": [1, 2, 3],
        "fractions": [1.5, -2.25, 1000.125],
        "ties": [0.00005, 0.00015, 0.12345, 2.00005, 0.5, 1.03125],
        "tiny": [1e-5, 2.5e-5],
        "tiny and zero": [0, 1e-12, -3e-12],
        "large": [1e9, 2, -3],
        "large whole": [123_456_789, 987_654_321],
        "hundred million": [1e8, 1],
        "wide range": [1, 1001, 0.5],
        "at the limit": [1, 1000, 1],
        "negative": [-1, -22, 333],
        "not finite": [.infinity, -.infinity, .nan, 1],
        "not finite with fractions": [.infinity, -.infinity, .nan, 1.5],
        "not finite with exponents": [.infinity, -.infinity, .nan, 1e-7],
        "only not finite": [.infinity, .nan],
        "zeros": [0, -0.0],
        "negative zero": [-0.0, 5.5],
        "rounds up": [9.99995, 99.99999, 0.99999],
        "rounds up with exponents": [9.99996e10, 9.99994e-10],
        "denormal": [.leastNonzeroMagnitude, .leastNonzeroMagnitude * 2024],
        "greatest": [1.7976931348623157e308, -1e-308],
        "smallest float": [1e-38, 1.4e-45],
        "three digits of exponent": [1e100, 1e-100],
        "empty": [],
    ]

    private static let integers: [String: [Int]] = [
        "integers": [1, -20, 300],
        "one integer": [7],
        "extreme integers": [.min, .max],
        "long row": Array(-30..<70),
    ]

    private static let options: [String: @Sendable (inout PrintOptions) -> Void] = [
        "precision=2": { $0.precision = 2 },
        "precision=0": { $0.precision = 0 },
        "precision=7": { $0.precision = 7 },
        "threshold=5": { $0.threshold = 5 },
        "edgeitems=1 threshold=5": { ($0.edgeItems, $0.threshold) = (1, 5) },
        "edgeitems=0 threshold=5": { ($0.edgeItems, $0.threshold) = (0, 5) },
        "linewidth=40": { $0.lineWidth = 40 },
        "sci_mode=True": { $0.sciMode = true },
        "sci_mode=False": { $0.sciMode = false },
        "profile=short": { ($0.precision, $0.edgeItems) = (2, 2) },
        "profile=full": { $0.threshold = .max },
        "linewidth=1": { $0.lineWidth = 1 },
    ]

    private func values(_ count: Int) -> [Double] {
        (0..<count).map { (k: Int) -> Double in
            let step = k * 7919 % 2003
            return Double(step - 1001) / 7
        }
    }

    private func ramp(_ shape: [Int], dtype: DType = .float64) -> Tensor {
        Tensor(values(shape.reduce(1, *)), shape: shape, dtype: dtype)
    }

    private func small(_ shape: [Int], _ dtype: DType) -> Tensor {
        let values = values(shape.reduce(1, *)).map { abs($0.truncatingRemainder(dividingBy: 100)) }
        return Tensor(values, shape: shape, dtype: dtype)
    }

    private func strided(_ x: Tensor, _ shape: [Int], _ strides: [Int], _ offset: Int = 0) -> Tensor {
        let layout = Layout(
            rank: shape.count, sizes: Extents(padding: shape), strides: Extents(padding: strides), offset: offset)
        return Tensor(x.storage, layout, x.dtype)
    }

    /// The script's tensor of a name.
    private func make(_ name: String) -> Tensor? {
        let words = name.split(separator: " ")
        if let values = Self.integers[name] { return Tensor(values) }
        if let dtype = DType(name: words[0]) {
            return Self.lists[words.dropFirst().joined(separator: " ")].map { Tensor($0, dtype: dtype) }
        }
        if let last = words.last, let dtype = DType(name: last) { return typed(words.dropLast(), dtype) }
        if words[0] == "shape" { return ramp(words.dropFirst().compactMap { Int($0) }) }
        if words.starts(with: ["float", "shape"]) {
            let shape = words.dropFirst(2).compactMap { Int($0) }
            return Tensor(values(shape.reduce(1, *)).map { Float($0) / 7 }, shape: shape)
        }
        if words[0] == "options" {
            switch words.last {
            case "whole": return .arange(30.0)
            case "integers": return .arange(30)
            default: return ramp(words.drop { $0 != "shape" }.compactMap { Int($0) })
            }
        }
        return special(name)
    }

    private func typed(_ words: ArraySlice<Substring>, _ dtype: DType) -> Tensor? {
        switch words.joined(separator: " ") {
        case "scalar": Tensor(1, dtype: dtype)
        case "fraction": Tensor(Float(3.14159265), dtype: dtype)
        case "vector": small([20], dtype)
        case "matrix": small([3, 4], dtype)
        case "cube": small([2, 3, 4], dtype)
        case "signed": Tensor(values(20).map { $0.truncatingRemainder(dividingBy: 100) }, dtype: dtype)
        case "empty": .empty(0, dtype: dtype)
        case "empty matrix": .empty(2, 0, dtype: dtype)
        case "summary": small([1001], dtype)
        default: nil
        }
    }

    private func special(_ name: String) -> Tensor? {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        let broad = { (count: Int, dtype: DType) in
            Tensor((0..<count).map { Double($0) }, dtype: dtype) / 7 + 1000
        }
        switch name {
        case "transposed": return strided(ramp([3, 4]), [4, 3], [1, 4])
        case "transposed summary": return strided(ramp([30, 40]), [40, 30], [1, 40])
        case "part": return strided(ramp([4, 6]), [3, 3], [6, 2], 6)
        case "expanded": return strided(Tensor([1.5]), [2, 3], [0, 0])
        case "leaf": return x
        case "product": return x * x
        case "sum": return x.sum()
        case "broad leaf": return broad(12, .float32).requiresGradInPlace()
        case "broad product": return broad(13, .float64).requiresGradInPlace() * 3
        default: return nil
        }
    }

    @Test func everyTensorPrintsAsPyTorchPrintsIt() throws {
        let cases = try Fixture.text("prints", in: .module).split(separator: "#")
        #expect(cases.count > 200)
        for text in cases {
            let end = try #require(text.firstIndex(of: "\n"))
            let name = String(text[..<end])
            let expected = text[text.index(after: end)...].dropLast()
            let tensor = try #require(make(name), "\(name)")
            var options = PrintOptions()
            if let entry = Self.options.first(where: { name.hasPrefix("options \($0.key) ") }) { entry.value(&options) }
            let printed = tensor.text(options)
            #expect(printed == expected, "\(name)")
        }
    }

    @Test func optionsHoldForAllTensors() async {
        // In a process of its own, because other tests may print.
        await #expect(processExitsWith: .success) { PrintTests.changeOptions() }
        #expect(throws: TensorError.self) { try catchingTensorErrors { setPrintOptions(precision: -1) } }
    }

    private static func changeOptions() {
        let x = Tensor([1.23456, 2.5])
        #expect("\(x)" == "tensor([1.2346, 2.5000])")
        setPrintOptions(precision: 2, threshold: 1, edgeItems: 1, sciMode: true)
        #expect("\(x)" == "tensor([1.23e+00, 2.50e+00])")
        setPrintOptions(threshold: 1)
        #expect("\(Tensor.arange(5))" == "tensor([0,  ..., 4])")
        setPrintOptions(profile: .default)
        #expect(getPrintOptions() == PrintOptions())
        setPrintOptions(profile: .short)
        #expect(x.debugDescription == "tensor([1.23, 2.50])")
        setPrintOptions(profile: .full)
        let whole = "\(Tensor.arange(2000))"
        #expect(!whole.contains("..."))
        setDefaultDType(.float64)
        #expect("\(Tensor([1.5]))" == "tensor([1.5000])")
    }
}
