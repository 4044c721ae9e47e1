import PinionKernelInterface

/// Something to be done with the function that a `BinaryOp` stands for.
protocol BinaryVisitor {
    func visit<F: BinaryFunction>(_: F.Type)
}

/// Calls `visitor` with the function of `op`; integers' operations have none.
@inline(__always)
func withFunction<V: BinaryVisitor>(of op: BinaryOp, _ visitor: V) {
    switch op {
    case .add: visitor.visit(Addition.self)
    case .sub: visitor.visit(Subtraction.self)
    case .mul: visitor.visit(Multiplication.self)
    case .div: visitor.visit(Division.self)
    case .floorDivide: visitor.visit(FloorDivision.self)
    case .remainder: visitor.visit(Remainder.self)
    case .fmod: visitor.visit(TruncatingRemainder.self)
    case .pow: visitor.visit(Power.self)
    case .minimum: visitor.visit(Minimum.self)
    case .maximum: visitor.visit(Maximum.self)
    case .fmin: visitor.visit(NumberMinimum.self)
    case .fmax: visitor.visit(NumberMaximum.self)
    case .atan2: visitor.visit(Arctangent2.self)
    case .hypot: visitor.visit(Hypotenuse.self)
    case .copysign: visitor.visit(CopySign.self)
    case .prelu: visitor.visit(PReLU.self)
    case .squaredError: visitor.visit(SquaredError.self)
    case .binaryCrossEntropy: visitor.visit(BinaryCrossEntropy.self)
    case .logisticLoss: visitor.visit(LogisticLoss.self)
    case .bitwiseAnd, .bitwiseOr, .bitwiseXor, .shiftLeft, .shiftRight: break
    }
}
