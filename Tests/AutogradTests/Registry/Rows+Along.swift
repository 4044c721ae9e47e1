import PinionAutograd
import PinionTestSupport

extension OperationCall {
    fileprivate var dim: Int { int("dim", 0) }
}

/// Operations along a dimension that keep it.
let alongRows: [OperationRow] = [
    OperationRow("softmax") { s in [s[0].softmax(dim: s.dim, dtype: s.dtype())] },
    OperationRow("log_softmax") { s in [s[0].logSoftmax(dim: s.dim, dtype: s.dtype())] },
    OperationRow("softmin") { s in [s[0].softmin(dim: s.dim, dtype: s.dtype())] },
    OperationRow("cumsum") { s in [s[0].cumsum(dim: s.dim, dtype: s.dtype())] }
        .inPlace { s in [s[0].cumsumInPlace(dim: s.dim)] },
    OperationRow("cumprod") { s in [s[0].cumprod(dim: s.dim, dtype: s.dtype())] }
        .inPlace { s in [s[0].cumprodInPlace(dim: s.dim)] },
    OperationRow("cummax") { s in
        let (values, indices) = s[0].cummax(dim: s.dim)
        return [values, indices]
    },
    OperationRow("cummin") { s in
        let (values, indices) = s[0].cummin(dim: s.dim)
        return [values, indices]
    },
    // Samples near 10000 leave four digits less.
    OperationRow("logcumsumexp") { s in [s[0].logcumsumexp(dim: s.dim)] }.tolerance(1e-10),
    OperationRow("diff") { s in
        [s[0].diff(n: s.int("n", 1), dim: s.int("dim", -1), prepend: s.tensor("prepend"), append: s.tensor("append"))]
    },
]
