import PinionAutograd

/// What an operation is called with: tensors in PyTorch's order, and arguments by PyTorch's names.
///
/// A row takes from it what the operation needs: `{ s in [s[0].sum(dim: s.int("dim", 0))] }`.
package struct OperationCall {
    package var tensors: [Tensor]
    package var arguments: [String: JSONValue]

    package init(tensors: [Tensor], arguments: [String: JSONValue]) {
        (self.tensors, self.arguments) = (tensors, arguments)
    }

    /// The tensor at `index`, among all of the call.
    package subscript(_ index: Int) -> Tensor { tensors[index] }

    /// Whether the argument was given, and not None.
    package func has(_ name: String) -> Bool { value(name) != nil }

    package func int(_ name: String) -> Int? { value(name)?.int }
    package func int(_ name: String, _ otherwise: Int) -> Int { int(name) ?? otherwise }
    package func double(_ name: String) -> Double? { value(name)?.double }
    package func double(_ name: String, _ otherwise: Double) -> Double { double(name) ?? otherwise }
    package func bool(_ name: String) -> Bool? { value(name)?.bool }
    package func bool(_ name: String, _ otherwise: Bool) -> Bool { bool(name) ?? otherwise }
    package func string(_ name: String) -> String? { value(name)?.string }
    package func string(_ name: String, _ otherwise: String) -> String { string(name) ?? otherwise }

    /// A list of integers; one integer counts as a list of it.
    package func ints(_ name: String) -> [Int]? { int(name).map { [$0] } ?? value(name)?.elements?.compactMap(\.int) }
    package func ints(_ name: String, _ otherwise: [Int]) -> [Int] { ints(name) ?? otherwise }

    package func dtype(_ name: String = "dtype") -> DType? {
        string(name).flatMap { name in DType.allCases.first { "\($0)" == name } }
    }

    /// A number of the category it has in PyTorch.
    package func scalar(_ name: String) -> AnyScalar? {
        switch value(name) {
        case .bool(let value): AnyScalar(.bool(value))
        case .int(let value): AnyScalar(.int(Int64(value)))
        case .double(let value): AnyScalar(.double(value))
        case .string(let text): Double(text).map { AnyScalar(.double($0)) }
        default: nil
        }
    }

    /// A tensor given by name; nil for None and for numbers.
    package func tensor(_ name: String) -> Tensor? { value(name)?["tensor"]?.int.map { tensors[$0] } }

    /// A list of tensors given by name.
    package func tensors(_ name: String) -> [Tensor] {
        value(name)?.elements?.compactMap { $0["tensor"]?.int.map { tensors[$0] } } ?? []
    }

    /// An argument as the fixture has it.
    package func value(_ name: String) -> JSONValue? {
        guard let value = arguments[name], value != .null else { return nil }
        return value
    }
}

/// A number of any category beside a tensor.
package struct AnyScalar: TensorScalar {
    // Public, because the protocol is.
    public let _number: _TensorNumber
    package init(_ number: Number) { _number = _TensorNumber(number) }
    package var double: Double { _number.value.asDouble }
}
