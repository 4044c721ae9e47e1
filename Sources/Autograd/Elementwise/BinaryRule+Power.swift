import PinionTensor

extension BinaryRule {
    /// With a tensor as exponent; see `Tensor.pow` for numbers.
    static let pow: BinaryRule = BinaryRule(
        .pow, "pow", "PowBackward1", numberLeft: "PowBackward2",
        left: { g, a, b in
            let slope = b * .tensor(BinaryRule.pow(a, .tensor(b - .number(.int(1)))))
            return (g * slope).dropped(where: b .== .number(.int(0)))
        },
        right: { g, a, b in
            // 0ᵇ is constant.
            let slope = BinaryRule.pow(a, b) * a.log(besides: b)
            let zero: Operand = .number(.int(0))
            return g * slope.dropped(where: (a .== zero) .& (b .>= zero))
        })

    static let hypot: BinaryRule = BinaryRule(
        .hypot, "hypot", "HypotBackward0", left: { g, a, b in g * (a / .tensor(BinaryRule.hypot(a, b))) },
        right: { g, a, b in g * (b / .tensor(BinaryRule.hypot(a, b))) })
    static let atan2: BinaryRule = BinaryRule(
        .atan2, "atan2", "Atan2Backward0", left: { g, a, b in g * b * inverseSquare(a, b) },
        right: { g, a, b in -g * a * inverseSquare(a, b) })

    /// 1 / (a² + b²), 0 at the origin, where PyTorch takes the gradient to be 0.
    private static func inverseSquare(_ a: Operand, _ b: Operand) -> Tensor {
        let square = a * a + b * b
        return square.reciprocal().maskedFill(square .== 0, 0)
    }

    static let copysign: BinaryRule = BinaryRule(
        .copysign, "copysign", "CopysignBackward0", numberRight: "CopysignBackward1",
        left: { g, a, b in
            let ratio = .tensor(BinaryRule.copysign(a, b)) / a
            return g * ratio.dropped(where: a .== .number(.int(0)))
        },
        right: { g, _, _ in .zerosLike(g) })

    // Operations of several kernels.
    static let xlogy: BinaryRule = BinaryRule(
        "xlogy", "XlogyBackward0", numberRight: "XlogyBackward2", numberLeft: "XlogyBackward1",
        forward: { a, b in
            // 0 log b is 0, unless b is NaN.
            let isZero = (a .== .number(.int(0))) .& b.asTensor.isNaN().logicalNot()
            return (a * b.log(besides: a)).dropped(where: isZero)
        },
        left: { g, a, b in
            let zero: Operand = .number(.int(0))
            return BinaryRule.xlogy(.tensor(g), b).dropped(where: (a .== zero) .& (b .<= zero))
        },
        right: { g, a, b in g * a / b })

    static let logaddexp: BinaryRule = logOfSum(
        "logaddexp", "LogaddexpBackward0", exp: { $0.exp() }, log1p: { $0.log1p() })
    static let logaddexp2: BinaryRule = logOfSum(
        "logaddexp2", "Logaddexp2Backward0", exp: { $0.exp2() }, log1p: { ($0 + 1).log2() })

    private static func logOfSum(
        _ name: StaticString, _ node: StaticString, exp: @escaping @Sendable (Tensor) -> Tensor,
        log1p: @escaping @Sendable (Tensor) -> Tensor
    ) -> BinaryRule {
        BinaryRule(
            name, node,
            forward: { (a, b) throws(TensorError) in
                let dtype = resultType(a, b)
                if !dtype.isFloatingPoint { throw TensorError("\(name)", .dtype, "not defined for \(dtype)") }
                let larger = try Raw.binary(.maximum, a, b, name: name)
                // Equal infinities have no difference.
                let distance = (a - b).abs().dropped(where: a .== b)
                return larger + log1p(exp(-distance))
            },
            left: { g, a, b in g / (1 + exp(b - a)) }, right: { g, a, b in g / (1 + exp(a - b)) })
    }
}

extension Operand {
    /// The natural logarithm in the dtype of a result with another operand.
    func log(besides other: Operand) -> Operand {
        switch self {
        case .number(let number): return .number(.double(Tensor(number.asDouble, dtype: .float64).log().item))
        case .tensor(let tensor):
            let dtype = resultType(self, other)
            return .tensor(tensor.to(dtype.isFloatingPoint ? dtype : getDefaultDType()).log())
        }
    }
}
