import PinionTensor

extension Tensor {
    /// `a` where the condition holds, `b` elsewhere, with broadcasting: PyTorch's `torch.where(condition, a, b)`.
    ///
    /// The dtype is what a and b promote to. `where` is a keyword of Swift: without `Tensor.` in front the function is
    /// written with backticks.
    public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
        select(condition, .tensor(a), .tensor(b))
    }
    /// `a` where the condition holds, the number elsewhere.
    public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: some TensorScalar) -> Tensor {
        select(condition, .tensor(a), .number(b.number))
    }
    /// The number where the condition holds, `b` elsewhere.
    public static func `where`(_ condition: Tensor, _ a: some TensorScalar, _ b: Tensor) -> Tensor {
        select(condition, .number(a.number), .tensor(b))
    }
    /// One number where the condition holds, another elsewhere.
    public static func `where`(_ condition: Tensor, _ a: some TensorScalar, _ b: some TensorScalar) -> Tensor {
        select(condition, .number(a.number), .number(b.number))
    }

    /// x where the condition holds, `other` elsewhere.
    public func `where`(_ condition: Tensor, _ other: Tensor) -> Tensor { .where(condition, self, other) }
    /// x where the condition holds, the number elsewhere.
    public func `where`(_ condition: Tensor, _ other: some TensorScalar) -> Tensor { .where(condition, self, other) }

    /// x where the mask holds, 0 elsewhere.
    func kept(where mask: Tensor) -> Tensor { .where(mask, self, 0) }
    /// 0 where the mask holds, x elsewhere.
    func dropped(where mask: Tensor) -> Tensor { .where(mask, 0, self) }

    private static func select(_ condition: Tensor, _ a: Operand, _ b: Operand) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.select(condition, a, b, name: "where")
            if !GradMode.isEnabled || !(a.requiresGrad || b.requiresGrad) || !y.dtype.isFloatingPoint { return y }
            let saved = SavedTensor(condition)
            let (byFirst, bySecond) = (a.requiresGrad, b.requiresGrad)
            let edges = Edges.two(a.tensor?.edge, b.tensor?.edge)
            let rule = Rule.two { g in
                let mask = saved.tensor
                return (byFirst ? g.kept(where: mask) : nil, bySecond ? g.dropped(where: mask) : nil)
            }
            return y.attach(Node("WhereBackward0", edges, .one(.init(y)), rule))
        }
    }
}

/// `a` where the condition holds, `b` elsewhere; as `Tensor.where`.
public func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor { .where(condition, a, b) }
/// `a` where the condition holds, the number elsewhere.
public func `where`(_ condition: Tensor, _ a: Tensor, _ b: some TensorScalar) -> Tensor { .where(condition, a, b) }
/// The number where the condition holds, `b` elsewhere.
public func `where`(_ condition: Tensor, _ a: some TensorScalar, _ b: Tensor) -> Tensor { .where(condition, a, b) }
/// One number where the condition holds, another elsewhere.
public func `where`(_ condition: Tensor, _ a: some TensorScalar, _ b: some TensorScalar) -> Tensor {
    .where(condition, a, b)
}
