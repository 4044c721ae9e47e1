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
    addedProductRow("addr") { s, b, a in
        s[0].addr(s[1], s[2], beta: b, alpha: a)
    } inPlace: { s, b, a in
        s[0].addrInPlace(s[1], s[2], beta: b, alpha: a)
    },
]

let contractionRows: [OperationRow] = [
    OperationRow("cross") { s in [s[0].cross(s[1], dim: s.int("dim"))] },
    OperationRow("linalg.cross") { s in [Linalg.cross(s[0], s[1], dim: s.int("dim", -1))] }.named("Linalg.cross"),
    OperationRow("tensordot") { s in
        if !s.has("dims") { return [tensordot(s[0], s[1])] }
        if let count = s.int("dims") { return [tensordot(s[0], s[1], dims: count)] }
        let dims = s.value("dims")?.elements?.map { $0.elements?.compactMap(\.int) ?? [] } ?? []
        return dims.count == 2 ? [tensordot(s[0], s[1], dims: (dims[0], dims[1]))] : []
    },
    OperationRow("linear") { s in [linear(s[0], s[1], s.tensor("bias"))] },
    OperationRow("einsum") { s in [einsum(s.string("equation", ""), s.tensors("input"))] },
    OperationRow("multi_dot") { s in [Linalg.multiDot(s.tensors("input"))] }.named("Linalg.multiDot"),
    OperationRow("chain_matmul") { s in
        let x = s.tensors("input")
        return [
            x.count == 2
                ? chainMatmul(x[0], x[1])
                : x.count == 3 ? chainMatmul(x[0], x[1], x[2]) : chainMatmul(x[0], x[1], x[2], x[3])
        ]
    },
]

extension OperationCall {
    fileprivate func number(_ name: String) -> AnyScalar { scalar(name) ?? AnyScalar(.int(1)) }
}
