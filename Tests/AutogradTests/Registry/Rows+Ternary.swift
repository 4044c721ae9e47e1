import PinionAutograd
import PinionTestSupport

let ternaryRows: [OperationRow] = [
    OperationRow("lerp") { s in
        [s.scalar("weight").map { s[0].lerp(s[1], $0) } ?? s[0].lerp(s[1], s[2])]
    }.inPlace { s in
        [s.scalar("weight").map { s[0].lerpInPlace(s[1], $0) } ?? s[0].lerpInPlace(s[1], s[2])]
    },
    OperationRow("addcmul") { s in [s[0].addcmul(s[1], s[2], value: s.factor)] }
        .inPlace { s in [s[0].addcmulInPlace(s[1], s[2], value: s.factor)] },
    OperationRow("addcdiv") { s in [s[0].addcdiv(s[1], s[2], value: s.factor)] }
        .inPlace { s in [s[0].addcdivInPlace(s[1], s[2], value: s.factor)] },
    OperationRow("where") { s in
        switch (s.tensor("self"), s.tensor("other")) {
        case (let a?, let b?): [a.where(s[0], b)]
        case (let a?, nil): [a.where(s[0], s.number("other"))]
        case (nil, let b?): [Tensor.where(s[0], s.number("self"), b)]
        case (nil, nil): [`where`(s[0], s.number("self"), s.number("other"))]
        }
    },
    OperationRow("clamp") { s in
        if s.tensor("min") != nil || s.tensor("max") != nil {
            return [s[0].clamp(min: s.tensor("min"), max: s.tensor("max"))]
        }
        return [s[0].clip(min: s.scalar("min"), max: s.scalar("max"))]
    }.inPlace { s in
        if s.tensor("min") != nil || s.tensor("max") != nil {
            return [s[0].clipInPlace(min: s.tensor("min"), max: s.tensor("max"))]
        }
        return [s[0].clampInPlace(min: s.scalar("min"), max: s.scalar("max"))]
    }.covers("clip"),
    OperationRow("clamp_min") { s in
        [s.tensor("bound").map { s[0].clampMin($0) } ?? s[0].clampMin(s.number("bound"))]
    }.inPlace { s in
        [s.tensor("bound").map { s[0].clampMinInPlace($0) } ?? s[0].clampMinInPlace(s.number("bound"))]
    },
    OperationRow("clamp_max") { s in
        [s.tensor("bound").map { s[0].clampMax($0) } ?? s[0].clampMax(s.number("bound"))]
    }.inPlace { s in
        [s.tensor("bound").map { s[0].clampMaxInPlace($0) } ?? s[0].clampMaxInPlace(s.number("bound"))]
    },
]

extension OperationCall {
    fileprivate var factor: AnyScalar { scalar("value") ?? AnyScalar(.int(1)) }
    fileprivate func number(_ name: String) -> AnyScalar { scalar(name) ?? AnyScalar(.int(0)) }
}
