import PinionSIMDKernels
import PinionTensor

/// The binary operations: kernel, names, and derivatives by each side.
extension BinaryRule {
    static let add: BinaryRule = BinaryRule(
        .add, "add", "AddBackward0", needs: ([], []), left: { g, _, _ in g }, right: { g, _, _ in g })
    static let sub: BinaryRule = BinaryRule(
        .sub, "sub", "SubBackward0", needs: ([], []), left: { g, _, _ in g }, right: { g, _, _ in -g })
    static let mul: BinaryRule = BinaryRule(
        .mul, "mul", "MulBackward0", needs: (.b, .a), left: { g, _, b in g * b }, right: { g, a, _ in g * a })
    static let div: BinaryRule = BinaryRule(
        .div, "div", "DivBackward0", needs: (.b, [.a, .b]), left: { g, _, b in g / b },
        right: { g, a, b in -g * (a / b / b) })
}
