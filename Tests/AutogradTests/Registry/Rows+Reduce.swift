import PinionAutograd
import PinionTestSupport

/// A reduction over all, one or several dimensions.
private func reductionRow(
    _ name: String, all: @escaping @Sendable (Tensor, DType?) -> Tensor,
    dims: @escaping @Sendable (Tensor, [Int], Bool, DType?) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in
        let keepDim = s.bool("keepdim", false)
        guard s.has("dim") || keepDim else { return [all(s[0], s.dtype())] }
        return [dims(s[0], s.ints("dim", Array(0..<s[0].ndim)), keepDim, s.dtype())]
    }
}

/// A reduction that gives values and indices over a dimension, values over all.
private func extremumRow(
    _ name: String, all: @escaping @Sendable (Tensor) -> Tensor,
    dim: @escaping @Sendable (Tensor, Int, Bool) -> (values: Tensor, indices: Tensor)
) -> OperationRow {
    OperationRow(name) { s in
        guard let d = s.int("dim") else { return [all(s[0])] }
        let (values, indices) = dim(s[0], d, s.bool("keepdim", false))
        return [values, indices]
    }
}

extension OperationCall {
    /// The degrees of freedom taken off, of the variance.
    fileprivate var correction: Double {
        bool("unbiased").map { $0 ? 1 : 0 } ?? (arguments["correction"] == nil ? 1 : double("correction", 1))
    }
    fileprivate var keepDim: Bool { bool("keepdim", false) }
}

let reduceRows: [OperationRow] = [
    reductionRow("sum", all: { $0.sum(dtype: $1) }, dims: { $0.sum(dims: $1, keepDim: $2, dtype: $3) }),
    reductionRow("mean", all: { $0.mean(dtype: $1) }, dims: { $0.mean(dims: $1, keepDim: $2, dtype: $3) }),
    reductionRow("nansum", all: { $0.nansum(dtype: $1) }, dims: { $0.nansum(dims: $1, keepDim: $2, dtype: $3) }),
    reductionRow("nanmean", all: { $0.nanmean(dtype: $1) }, dims: { $0.nanmean(dims: $1, keepDim: $2, dtype: $3) }),
    reductionRow("amin", all: { x, _ in x.amin() }, dims: { x, dims, keep, _ in x.amin(dims: dims, keepDim: keep) }),
    reductionRow("amax", all: { x, _ in x.amax() }, dims: { x, dims, keep, _ in x.amax(dims: dims, keepDim: keep) }),
    OperationRow("aminmax") { s in
        let (min, max) = s[0].aminmax(dim: s.int("dim"), keepDim: s.keepDim)
        return [min, max]
    },
    extremumRow("min", all: { $0.min() }, dim: { $0.min(dim: $1, keepDim: $2) }),
    extremumRow("max", all: { $0.max() }, dim: { $0.max(dim: $1, keepDim: $2) }),
    OperationRow("argmin") { s in [s[0].argmin(dim: s.int("dim"), keepDim: s.keepDim)] },
    OperationRow("argmax") { s in [s[0].argmax(dim: s.int("dim"), keepDim: s.keepDim)] },
    reductionRow("any", all: { x, _ in x.any() }, dims: { x, dims, keep, _ in x.any(dims: dims, keepDim: keep) }),
    reductionRow("all", all: { x, _ in x.all() }, dims: { x, dims, keep, _ in x.all(dims: dims, keepDim: keep) }),
    OperationRow("count_nonzero") { s in [s[0].countNonzero(dims: s.ints("dim", []))] },
    OperationRow("logsumexp") { s in [s[0].logsumexp(dims: s.ints("dim", []), keepDim: s.keepDim)] },
    OperationRow("prod") { s in
        guard let d = s.int("dim") else { return [s[0].prod(dtype: s.dtype())] }
        return [s[0].prod(dim: d, keepDim: s.keepDim, dtype: s.dtype())]
    },
    OperationRow("norm") { s in
        [s[0].norm(p: s.double("p", 2), dims: s.ints("dim", []), keepDim: s.keepDim)]
    },
    OperationRow("dist") { s in [s[0].dist(s[1], p: s.double("p", 2))] },
    OperationRow("trace") { s in [s[0].trace()] },
    OperationRow("var") { s in
        guard s.has("dim") || s.keepDim else { return [s[0].var(correction: s.correction)] }
        return [s[0].var(dims: s.ints("dim", []), correction: s.correction, keepDim: s.keepDim)]
    },
    OperationRow("std") { s in
        guard s.has("dim") || s.keepDim else { return [s[0].std(correction: s.correction)] }
        return [s[0].std(dims: s.ints("dim", []), correction: s.correction, keepDim: s.keepDim)]
    },
    OperationRow("var_mean") { s in
        guard s.has("dim") || s.keepDim else {
            let result = s[0].varMean(correction: s.correction)
            return [result.var, result.mean]
        }
        let result = s[0].varMean(dims: s.ints("dim", []), correction: s.correction, keepDim: s.keepDim)
        return [result.var, result.mean]
    },
    OperationRow("std_mean") { s in
        guard s.has("dim") || s.keepDim else {
            let result = s[0].stdMean(correction: s.correction)
            return [result.std, result.mean]
        }
        let result = s[0].stdMean(dims: s.ints("dim", []), correction: s.correction, keepDim: s.keepDim)
        return [result.std, result.mean]
    },
]
