import PinionAutograd
import PinionTestSupport

/// A function of `Special`, whose fixture is `special.name`.
private func specialRow(_ name: String, _ body: @escaping @Sendable (Tensor) -> Tensor) -> OperationRow {
    let row = OperationRow("special." + name) { s in [body(s[0])] }
    return row.covers(OperationRow(name) { _ in [] }.names[0]).tolerance(1e-11)
}

/// Functions that PyTorch has in `torch.special` only.
let torchSpecialRows: [OperationRow] = [
    specialRow("i0e") { Special.i0e($0) },
    // The name torch.special gives; `Special` has the same functions under it.
    specialRow("i1") { Special.i1($0) }.covers("expit", "gammaln", "psi", "multigammaln", "gammainc", "gammaincc"),
    specialRow("i1e") { Special.i1e($0) },
    specialRow("erfcx") { Special.erfcx($0) },
    specialRow("entr") { Special.entr($0) },
    specialRow("ndtr") { Special.ndtr($0) },
    specialRow("log_ndtr") { Special.logNdtr($0) },
    specialRow("ndtri") { Special.ndtri($0) },
    OperationRow("special.zeta") { s in [Special.zeta(s[0], s[1])] }.named("Special.zeta").covers("zeta")
        .tolerance(1e-11),
    OperationRow("special.xlog1py") { s in [Special.xlog1py(s[0], s[1])] }.named("Special.xlog1py").covers("xlog1py"),
]
