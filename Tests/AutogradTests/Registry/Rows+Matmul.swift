import PinionAutograd
import PinionTestSupport

/// `beta · s[0] + alpha · s[1] · s[2]` under one of its names.
private func addedProductRow(
    _ name: String, _ body: @escaping @Sendable (OperationCall, AnyScalar, AnyScalar) -> Tensor,
    inPlace: @escaping @Sendable (OperationCall, AnyScalar, AnyScalar) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in [body(s, s.number("beta"), s.number("alpha"))] }
        .inPlace { s in [inPlace(s, s.number("beta"), s.number("alpha"))] }
}

private let singular = "a matrix of equal rows has no inverse"

let matmulRows: [OperationRow] = [
    OperationRow("dot") { s in [s[0].dot(s[1])] },
    OperationRow("vdot") { s in [s[0].vdot(s[1])] },
    OperationRow("mv") { s in [s[0].mv(s[1])] },
    OperationRow("mm") { s in [s[0].mm(s[1])] },
    OperationRow("bmm") { s in [s[0].bmm(s[1])] },
    OperationRow("matmul") { s in [s[0].matmul(s[1])] },
    OperationRow("outer") { s in [s[0].outer(s[1])] }.covers("ger"),
    OperationRow("inner") { s in [s[0].inner(s[1])] },
    OperationRow("kron") { s in [s[0].kron(s[1])] },
    addedProductRow("addmm") { s, b, a in
        s[0].addmm(s[1], s[2], beta: b, alpha: a)
    } inPlace: { s, b, a in
        s[0].addmmInPlace(s[1], s[2], beta: b, alpha: a)
    },
    addedProductRow("addmv") { s, b, a in
        s[0].addmv(s[1], s[2], beta: b, alpha: a)
    } inPlace: { s, b, a in
        s[0].addmvInPlace(s[1], s[2], beta: b, alpha: a)
    },
    addedProductRow("addbmm") { s, b, a in
        s[0].addbmm(s[1], s[2], beta: b, alpha: a)
    } inPlace: { s, b, a in
        s[0].addbmmInPlace(s[1], s[2], beta: b, alpha: a)
    },
    addedProductRow("baddbmm") { s, b, a in
        s[0].baddbmm(s[1], s[2], beta: b, alpha: a)
    } inPlace: { s, b, a in
        s[0].baddbmmInPlace(s[1], s[2], beta: b, alpha: a)
    },
]

let linalgRows: [OperationRow] = [
    OperationRow("inverse") { s in [s[0].inverse()] }.excused(from: .expanded, because: singular),
    OperationRow("det") { s in [s[0].det()] },
    OperationRow("logdet") { s in [s[0].logdet()] }.excused(from: .expanded, because: singular),
    OperationRow("linalg.inv") { s in [Linalg.inv(s[0])] }.named("Linalg.inv").excused(
        from: .expanded, because: singular),
    OperationRow("linalg.det") { s in [Linalg.det(s[0])] }.named("Linalg.det"),
    OperationRow("linalg.pinv") { s in [Linalg.pinv(s[0])] }.named("Linalg.pinv"),
    OperationRow("linalg.svdvals") { s in [Linalg.svdvals(s[0])] }.named("Linalg.svdvals"),
    // Only one triangle is read, and the gradient is symmetric.
    OperationRow("linalg.eigvalsh") { s in [Linalg.eigvalsh(s[0])] }.named("Linalg.eigvalsh")
        .excused(from: .numericalGradient, .numericalSecondGradient, because: "one triangle is read"),
]

extension OperationCall {
    fileprivate func number(_ name: String) -> AnyScalar { scalar(name) ?? AnyScalar(.int(1)) }
}
