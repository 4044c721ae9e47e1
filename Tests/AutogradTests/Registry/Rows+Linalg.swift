import PinionAutograd
import PinionTestSupport

/// An operation of `Linalg`, whose fixture is `linalg.name`.
private func linalgRow(_ name: String, _ body: @escaping OperationRow.Body) -> OperationRow {
    let row = OperationRow("linalg." + name, body)
    let plain = OperationRow(name, body).names[0]
    return row.named("Linalg." + plain).covers(plain)
}

extension OperationRow {
    fileprivate var needsRegular: OperationRow {
        excused(from: .expanded, because: "a matrix of equal rows has no inverse")
    }
    fileprivate var readsOneTriangle: OperationRow {
        excused(
            from: .numericalGradient, .numericalSecondGradient, .expanded,
            because: "one triangle is read, and the gradient is symmetric")
    }
}

extension OperationCall {
    fileprivate var matrixNorm: Linalg.MatrixNorm {
        switch string("ord") ?? string("p") {
        case "fro": .fro
        case "nuc": .nuc
        default: .order(double("ord") ?? double("p") ?? 2)
        }
    }
    fileprivate var upper: Bool { bool("upper", false) }
}

let linalgRows: [OperationRow] = [
    OperationRow("inverse") { s in [s[0].inverse()] }.needsRegular,
    OperationRow("det") { s in [s[0].det()] },
    OperationRow("logdet") { s in [s[0].logdet()] }.needsRegular,
    OperationRow("slogdet") { s in
        let (sign, logarithm) = s[0].slogdet()
        return [sign, logarithm]
    }.needsRegular,
    linalgRow("inv") { s in [Linalg.inv(s[0])] }.needsRegular,
    linalgRow("det") { s in [Linalg.det(s[0])] },
    linalgRow("slogdet") { s in
        let (sign, logarithm) = Linalg.slogdet(s[0])
        return [sign, logarithm]
    }.needsRegular,
    linalgRow("pinv") { s in [Linalg.pinv(s[0])] },
    linalgRow("pinv_oblong") { s in [Linalg.pinv(s[0])] }.named("Linalg.pinv"),
    OperationRow("pinverse") { s in [s[0].pinverse()] }.needsRegular,
    linalgRow("matrix_power") { s in [Linalg.matrixPower(s[0], s.int("n", 1))] }.needsRegular,
    OperationRow("matrix_power") { s in [s[0].matrixPower(s.int("n", 1))] }.needsRegular,
    linalgRow("matrix_norm") { s in [Linalg.matrixNorm(s[0], s.matrixNorm)] }.needsRegular,
    linalgRow("cond") { s in [Linalg.cond(s[0], s.matrixNorm)] }.needsRegular,
    linalgRow("matrix_rank") { s in [Linalg.matrixRank(s[0], rtol: s.double("rtol"))] },
    linalgRow("solve") { s in [Linalg.solve(s[0], s[1], left: s.bool("left", true))] }.needsRegular,
    linalgRow("solve_triangular") { s in
        [
            Linalg.solveTriangular(
                s[0], s[1], upper: s.upper, left: s.bool("left", true),
                unitriangular: s.bool("unitriangular", false))
        ]
    }.needsRegular,
    linalgRow("lstsq") { s in [Linalg.lstsq(s[0], s[1]).solution] }.needsRegular,
]

/// The factors' signs are free: the fixtures have absolute values.
let factorizationRows: [OperationRow] = [
    linalgRow("cholesky") { s in [Linalg.cholesky(s[0], upper: s.upper)] }.readsOneTriangle,
    OperationRow("cholesky") { s in [s[0].cholesky(upper: s.upper)] }.readsOneTriangle,
    OperationRow("cholesky_inverse") { s in [s[0].choleskyInverse(upper: s.upper)] }.needsRegular,
    OperationRow("cholesky_solve") { s in [s[0].choleskySolve(s[1], upper: s.upper)] }.needsRegular,
    linalgRow("eigvalsh") { s in [Linalg.eigvalsh(s[0])] }.readsOneTriangle,
    linalgRow("eigh") { s in
        let (values, vectors) = Linalg.eigh(s[0])
        return [values.abs(), vectors.abs()]
    }.readsOneTriangle,
    linalgRow("svdvals") { s in [Linalg.svdvals(s[0])] },
    linalgRow("svd") { s in
        let (u, singular, vh) = Linalg.svd(s[0], fullMatrices: s.bool("full_matrices", true))
        return [u.abs(), singular.abs(), vh.abs()]
    }.needsRegular,
    OperationRow("svd") { s in
        let (u, singular, v) = s[0].svd()
        return [u.abs(), singular.abs(), v.abs()]
    }.needsRegular,
    linalgRow("qr") { s in
        let (q, r) = Linalg.qr(s[0])
        return [q.abs(), r.abs()]
    }.needsRegular,
    OperationRow("qr") { s in
        let (q, r) = s[0].qr()
        return [q.abs(), r.abs()]
    }.needsRegular,
    linalgRow("lu") { s in
        let (p, l, u) = Linalg.lu(s[0])
        return [p.abs(), l.abs(), u.abs()]
    }.needsRegular,
]
