import PinionAutograd
import Testing

/// Mistakes say the operation, what was given, and the rule.
@Suite struct ElementwiseErrorTests {
    private let integers = Tensor([1, 2, 3])
    private let mask = Tensor([true, false, true])
    private let x = Tensor([1.0, 2.0, 3.0])

    private func check(_ mistakes: [(TensorError.Kind, String, () -> Tensor)]) {
        for (kind, text, body) in mistakes {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { body() } }
            #expect(error?.kind == kind, "\(text)")
            #expect(error?.description == text)
        }
    }

    @Test func dtypes() {
        check([
            (.dtype, "neg: not defined for bool; logicalNot() and .! invert a mask", { -mask }),
            (.dtype, "sub: not defined for bool; logicalNot(), .! and .^ invert and compare masks", { 1 - mask }),
            (.dtype, "rsub: not defined for bool; logicalNot(), .! and .^ invert and compare masks", { mask.rsub(1) }),
            (.dtype, "abs: not defined for bool", { mask.abs() }),
            (.dtype, "floor: not defined for bool", { mask.floor() }),
            (.dtype, "relu: not defined for bool", { mask.relu() }),
            (.dtype, "softsign: not defined for bool", { softsign(mask) }),
            (.dtype, "frac: not defined for int64", { integers.frac() }),
            (.dtype, "round: not defined for int64 with decimals", { integers.round(decimals: 1) }),
            (.dtype, "gelu: not defined for int64", { gelu(integers) }),
            (.dtype, "softplus: not defined for int64", { softplus(integers) }),
            (.dtype, "leakyReLU: not defined for int64", { leakyReLU(integers) }),
            (.dtype, "hypot: not defined for int64", { integers.hypot(integers) }),
            (.dtype, "logaddexp: not defined for int64", { logaddexp(integers, integers) }),
            (.dtype, "lerp: not defined for int64", { integers.lerp(integers, 0.5) }),
            (.dtype, "lerp: a tensor of float32 with one of float64", { x.lerp(x.double(), 0.5) }),
            (.dtype, "addcdiv: not defined for int64", { integers.addcdiv(integers, integers) }),
            (.dtype, "bitwiseAnd: not defined for float32", { x .& x }),
            (.dtype, "bitwiseNot: not defined for float32", { .!x }),
            (.dtype, "bitwiseLeftShift: not defined for bool", { mask << mask }),
            (.dtype, "remainder: not defined for bool", { mask % mask }),
            (.dtype, "where: the condition is int64, expected bool", { x.where(integers, x) }),
            (
                .dtype, "prelu: a tensor of float32 and a weight of float64",
                { prelu(x, Tensor([1.0], dtype: .float64)) }
            ),
            (.dtype, "isClose: a tensor of float32 with one of int64", { x.isClose(integers) }),
            (
                .dtype, "add: alpha is the floating-point number 0.5, but the result is int64",
                { integers.add(integers, alpha: 0.5) }
            ),
            (.dtype, "add: alpha is a Bool, but the result is float32", { x.addInPlace(x, alpha: true) }),
        ])
    }

    @Test func inPlaceResults() {
        check([
            (.dtype, "add: the result is float32 and cannot be written to int64", { integers.addInPlace(1.5) }),
            (.dtype, "div: the result is float32 and cannot be written to int64", { integers.divInPlace(2) }),
            (.dtype, "exp: the result is float32 and cannot be written to int64", { integers.expInPlace() }),
            (
                .dtype, "clamp: the result is float32 and cannot be written to int64",
                { integers.clampInPlace(min: 0.5) }
            ),
            (.dtype, "pow: the result is float32 and cannot be written to int64", { integers.powInPlace(0.5) }),
            (
                .shape, "mul: the result has shape [2, 3] and cannot be written to a tensor of shape [3]",
                { x.mulInPlace(Tensor.ones(2, 3)) }
            ),
            (
                .shape, "lerp: the result has shape [2, 3] and cannot be written to a tensor of shape [3]",
                { x.lerpInPlace(Tensor.ones(2, 3), 0.5) }
            ),
            (
                .graph,
                "exp: a leaf of shape [1] that requires a gradient cannot be changed in place; do it inside noGrad",
                { Tensor([1.0], requiresGrad: true).expInPlace() }
            ),
            (
                .graph, "gt: a tensor that requires a gradient would lose it; the operation has none",
                { (Tensor([1.0], requiresGrad: true) * 1).gtInPlace(0) }
            ),
        ])
        #expect(integers.toArray(Int.self) == [1, 2, 3])
        #expect(x.toArray(Double.self) == [1, 2, 3])
    }

    @Test func shapes() {
        let wide = Tensor.ones(2, 4)
        let mismatch =
            "shapes [3] and [2, 4] do not broadcast: sizes 3 and 4 at dimension -1 are different, and neither is 1"
        check([
            (.shape, "add: \(mismatch)", { x + wide }), (.shape, "pow: \(mismatch)", { x.pow(wide) }),
            (.shape, "lt: \(mismatch)", { x .< wide }), (.shape, "logicalAnd: \(mismatch)", { x.logicalAnd(wide) }),
            (.shape, "where: \(mismatch)", { .where(mask, 0, wide) }),
            (.shape, "clamp: \(mismatch)", { x.clamp(max: wide) }),
            (.shape, "xlogy: \(mismatch)", { x.xlogy(wide) }),
            (
                .shape, "prelu: 2 weights for a tensor of shape [1, 3], expected one or 3",
                { prelu(Tensor.ones(1, 3), Tensor.ones(2)) }
            ),
            (
                .shape, "prelu: the weight has shape [1, 1], expected no dimensions or one",
                { prelu(x, Tensor.ones(1, 1)) }
            ),
        ])
    }

    @Test func values() {
        check([
            (.value, "pow: integers of int64 to the negative power -1, which is no integer", { integers.pow(-1) }),
            (.value, "floorDivide: an integer was divided by zero", { integers.floorDivide(0) }),
            (.value, "remainder: an integer was divided by zero", { integers % 0 }),
            (.value, "clamp: neither min nor max is given, expected at least one", { x.clamp(min: nil as Int?) }),
            (.value, "clamp: the bound 1099511627776 is no value of int32", { integers.int().clamp(min: 1 << 40) }),
            (.value, "hardtanh: minVal 1.0 is above maxVal 0.0", { hardtanh(x, minVal: 1, maxVal: 0) }),
            (
                .value, "hardtanh: minVal -1.0 is negative, and uint8 has no negative numbers",
                { hardtanh(integers.byte()) }
            ),
            (.value, "softshrink: lambd is -1.0, expected at least 0", { softshrink(x, lambd: -1) }),
            (.value, "celu: alpha is 0, and x is divided by it", { celu(x, alpha: 0) }),
            (
                .value, "isClose: rtol is -1.0 and atol is 1e-08, expected neither to be negative",
                { x.isClose(x, rtol: -1) }
            ),
        ])
    }
}
