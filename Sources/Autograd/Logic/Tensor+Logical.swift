import PinionSIMDKernels
import PinionTensor

// Everything but zero is true. Results are bool; in place they are 0 and 1 of the tensor's own dtype.
extension Tensor {
    /// Where x and `other` are both true, with broadcasting.
    public func logicalAnd(_ other: Tensor) -> Tensor { logical(.and, other, "logicalAnd") }
    /// Where x or `other` is true, with broadcasting.
    public func logicalOr(_ other: Tensor) -> Tensor { logical(.or, other, "logicalOr") }
    /// Where one of x and `other` is true and the other is not, with broadcasting.
    public func logicalXor(_ other: Tensor) -> Tensor { logical(.xor, other, "logicalXor") }
    /// Where x is not true.
    public func logicalNot() -> Tensor { predicate(.logicalNot) }

    /// As `logicalAnd`, in place.
    @discardableResult
    public func logicalAndInPlace(_ other: Tensor) -> Tensor { replaceElements("logicalAnd") { $0.logicalAnd(other) } }
    /// As `logicalOr`, in place.
    @discardableResult
    public func logicalOrInPlace(_ other: Tensor) -> Tensor { replaceElements("logicalOr") { $0.logicalOr(other) } }
    /// As `logicalXor`, in place.
    @discardableResult
    public func logicalXorInPlace(_ other: Tensor) -> Tensor { replaceElements("logicalXor") { $0.logicalXor(other) } }
    /// As `logicalNot`, in place.
    @discardableResult
    public func logicalNotInPlace() -> Tensor { replaceElements("logicalNot") { $0.logicalNot() } }

    private func logical(_ op: LogicalOp, _ other: Tensor, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in try Raw.logical(op, self, other, name: name) }
    }

    func predicate(_ op: PredicateOp) -> Tensor { attempt { Raw.predicate(op, self) } }

    /// Writes the result of an operation without gradient over this tensor's elements.
    func replaceElements(_ name: StaticString, _ operation: (Tensor) -> Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let new = GradMode.with(false) { operation(self) }
            if hasFailed { return self }
            if requiresGrad {
                throw TensorError(
                    "\(name)", .graph, "a tensor that requires a gradient would lose it; the operation has none")
            }
            _ = try Raw.write(new, to: self, name)
            bumpVersion(name)
            return self
        }
    }
}

/// Where x and y are both true.
public func logicalAnd(_ x: Tensor, _ y: Tensor) -> Tensor { x.logicalAnd(y) }
/// Where x or y is true.
public func logicalOr(_ x: Tensor, _ y: Tensor) -> Tensor { x.logicalOr(y) }
/// Where one of x and y is true and the other is not.
public func logicalXor(_ x: Tensor, _ y: Tensor) -> Tensor { x.logicalXor(y) }
/// Where x is not true.
public func logicalNot(_ x: Tensor) -> Tensor { x.logicalNot() }
