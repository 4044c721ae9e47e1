import PinionSIMDKernels
import Synchronization

private let defaultDTypeStore = Atomic<UInt8>(DType.float32.rawValue)

/// The dtype of new tensors of floating-point numbers; float32 unless set.
public func getDefaultDType() -> DType { DType(rawValue: defaultDTypeStore.load(ordering: .relaxed)) ?? .float32 }

/// Sets the dtype of new tensors of floating-point numbers, as PyTorch's `torch.set_default_dtype`.
public func setDefaultDType(_ dtype: DType) {
    guard dtype.isFloatingPoint else {
        return report(TensorError("setDefaultDType", .dtype, "expected a floating-point dtype, got \(dtype)"))
    }
    defaultDTypeStore.store(dtype.rawValue, ordering: .relaxed)
}

/// The dtype of a result of operands of two dtypes, as PyTorch's `torch.promote_types`.
public func promoteTypes(_ a: DType, _ b: DType) -> DType { a.promoted(with: b) }

extension DType {
    /// The bytes of an element.
    public var itemsize: Int { byteCount }

    /// The smallest dtype that holds what both do: floating point over integers over bool.
    package func promoted(with other: DType) -> DType {
        if self == other || other == .bool { return self }
        if self == .bool { return other }
        if isFloatingPoint != other.isFloatingPoint { return isFloatingPoint ? self : other }
        if isFloatingPoint {
            // Neither 16-bit type holds the other.
            return self == .float64 || other == .float64 ? .float64 : .float32
        }
        if self == .uint8 || other == .uint8 {
            let signed = self == .uint8 ? other : self
            return signed == .int8 ? .int16 : signed
        }
        return byteCount > other.byteCount ? self : other
    }
}

/// An operand of an operation that takes tensors and numbers.
package enum Operand {
    case tensor(Tensor)
    case number(Number)

    fileprivate var dtype: DType {
        switch self {
        case .tensor(let tensor): tensor.dtype
        case .number(.bool): .bool
        case .number(.int): .int64
        case .number(.double): getDefaultDType()
        }
    }

    /// Tensors with dimensions come before those without, and those before numbers.
    fileprivate var rank: Int {
        switch self {
        case .tensor(let tensor): tensor.ndim > 0 ? 2 : 1
        case .number: 0
        }
    }
}

/// The dtype of a result, as PyTorch's `torch.result_type`: operands of a lower rank count only where their category
/// (bool, integer, floating point) is higher.
package func resultType(_ a: Operand, _ b: Operand) -> DType {
    let (first, second) = (a.dtype, b.dtype)
    if a.rank == b.rank { return first.promoted(with: second) }
    let (higher, lower) = a.rank > b.rank ? (first, second) : (second, first)
    if higher.isFloatingPoint || (higher != .bool && !lower.isFloatingPoint) { return higher }
    return higher.promoted(with: lower)
}

/// The dtype of a result of three operands.
package func resultType(_ a: Operand, _ b: Operand, _ c: Operand) -> DType {
    /// What the operands of a rank promote to; nil where there are none.
    func promoted(_ rank: Int) -> DType? {
        var result: DType?
        if a.rank == rank { result = a.dtype }
        if b.rank == rank { result = result?.promoted(with: b.dtype) ?? b.dtype }
        if c.rank == rank { result = result?.promoted(with: c.dtype) ?? c.dtype }
        return result
    }
    var result = promoted(0)
    for rank in 1...2 {
        guard let higher = promoted(rank) else { continue }
        guard let lower = result else {
            result = higher
            continue
        }
        let isEnough = higher.isFloatingPoint || (higher != .bool && !lower.isFloatingPoint)
        result = isEnough ? higher : higher.promoted(with: lower)
    }
    return result ?? getDefaultDType()
}
