import PinionNN
import PinionTestSupport

/// What PyTorch printed for the cases of `make_layers.py` and its like.
struct LayerFixture {
    private var cases: [Substring: (shape: Substring, text: Substring)] = [:]
    private var order: [Substring] = []

    init(_ name: String = "layers") throws {
        for line in try Fixture.nn(name).split(separator: "\n") {
            let fields = line.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
            cases[fields[0]] = (fields[1], fields[2])
            order.append(fields[0])
        }
    }

    func text(_ key: String) -> String { cases[key[...]].map { String($0.text) } ?? "no case \(key)" }

    /// What follows in the keys that begin so, in the file's order.
    func keys(startingWith prefix: String) -> [String] {
        order.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    func tensor(_ key: String) throws -> Tensor {
        struct Missing: Error { let key: String }
        guard let found = cases[key[...]] else { throw Missing(key: key) }
        let shape = found.shape.split(separator: ",").compactMap { Int($0) }
        return Tensor(found.text.split(separator: " ").compactMap { Double($0) }, dtype: .float64).reshape(shape)
    }

    /// Whether the tensor is PyTorch's, to the last bit or nearly.
    func matches(_ key: String, _ actual: Tensor?, tolerance: Double = 0) throws -> Bool {
        let expected = try tensor(key)
        guard let actual = actual?.detach().double(), actual.shape == expected.shape else { return false }
        return tolerance == 0
            ? actual.equal(expected.float().double())
            : allClose(actual, expected.double(), rtol: tolerance, atol: tolerance)
    }
}

extension Tensor {
    /// `from` to `to` in equal steps, as the fixtures' inputs.
    static func ramp(_ from: Double, _ to: Double, _ shape: [Int]) -> Tensor {
        linspace(from, to, shape.reduce(1, *)).reshape(shape)
    }

    /// Runs backward with the weights 1, 2, 3, …
    func backwardByPlace() { (self * (Tensor.arange(numel).float() + 1).reshape(shape)).sum().backward() }
}
