import PinionAutograd
import PinionTestSupport

extension OperationCall {
    fileprivate var keepDim: Bool { bool("keepdim", false) }
    fileprivate var interpolation: QuantileInterpolation {
        switch string("interpolation") {
        case "lower": .lower
        case "higher": .higher
        case "midpoint": .midpoint
        case "nearest": .nearest
        default: .linear
        }
    }
}

/// A choice along a dimension that gives values and indices; over all elements where no dimension is given.
private func chosenRow(
    _ name: String, all: (@Sendable (Tensor) -> Tensor)? = nil,
    dim: @escaping @Sendable (OperationCall, Int) -> (values: Tensor, indices: Tensor)
) -> OperationRow {
    OperationRow(name) { s in
        if let all, !s.has("dim") { return [all(s[0])] }
        let (values, indices) = dim(s, s.int("dim", -1))
        return [values, indices]
    }
}

/// A quantile for a number, or for a tensor of them.
private func quantileRow(
    _ name: String, number: @escaping @Sendable (OperationCall, Double) -> Tensor,
    tensor: @escaping @Sendable (OperationCall, Tensor) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in
        if let q = s.tensor("q") { return [tensor(s, q)] }
        return [number(s, s.double("q", 0))]
    }
}

let sortRows: [OperationRow] = [
    chosenRow("sort") { s, d in s[0].sort(dim: d, descending: s.bool("descending", false)) },
    OperationRow("argsort") { s in [s[0].argsort(dim: s.int("dim", -1), descending: s.bool("descending", false))] },
    OperationRow("msort") { s in [s[0].msort()] }.named("sort"),
    chosenRow("topk") { s, d in s[0].topk(s.int("k", 1), dim: d, largest: s.bool("largest", true)) },
    chosenRow("kthvalue") { s, d in s[0].kthvalue(s.int("k", 1), dim: d, keepDim: s.keepDim) },
    chosenRow("median", all: { $0.median() }, dim: { s, d in s[0].median(dim: d, keepDim: s.keepDim) }),
    chosenRow("nanmedian", all: { $0.nanmedian() }, dim: { s, d in s[0].nanmedian(dim: d, keepDim: s.keepDim) }),
    chosenRow("mode") { s, d in s[0].mode(dim: d, keepDim: s.keepDim) },
    quantileRow("quantile") { s, q in
        s[0].quantile(q, dim: s.int("dim"), keepDim: s.keepDim, interpolation: s.interpolation)
    } tensor: { s, q in
        s[0].quantile(q, dim: s.int("dim"), keepDim: s.keepDim, interpolation: s.interpolation)
    },
    quantileRow("nanquantile") { s, q in
        s[0].nanquantile(q, dim: s.int("dim"), keepDim: s.keepDim, interpolation: s.interpolation)
    } tensor: { s, q in
        s[0].nanquantile(q, dim: s.int("dim"), keepDim: s.keepDim, interpolation: s.interpolation)
    },
]

let searchRows: [OperationRow] = [
    OperationRow("unique") { s in [s[0].unique()] },
    OperationRow("unique_inverse") { s in
        let (output, inverse) = s[0].unique(returnInverse: true)
        return [output, inverse]
    }.named("unique"),
    OperationRow("unique_counts") { s in
        let (output, counts) = s[0].unique(returnCounts: true)
        return [output, counts]
    }.named("unique"),
    OperationRow("unique_inverse_counts") { s in
        let (output, inverse, counts) = s[0].unique(returnInverse: true, returnCounts: true)
        return [output, inverse, counts]
    }.named("unique"),
    OperationRow("unique_consecutive") { s in [s[0].uniqueConsecutive()] },
    OperationRow("unique_consecutive_inverse_counts") { s in
        let (output, inverse, counts) = s[0].uniqueConsecutive(returnInverse: true, returnCounts: true)
        return [output, inverse, counts]
    }.named("uniqueConsecutive"),
    OperationRow("searchsorted") { s in [searchsorted(s[0], s[1], right: s.bool("right", false))] }
        .excused(from: .expanded, because: "the sequence has to be sorted"),
    OperationRow("bucketize") { s in [bucketize(s[0], s[1], right: s.bool("right", false))] },
    OperationRow("isin") { s in [isin(s[0], s[1], invert: s.bool("invert", false))] },
    OperationRow("bincount") { s in
        [s[0].bincount(weights: s.tensor("weights"), minlength: s.int("minlength", 0))]
    },
    OperationRow("histc") { s in
        [s[0].histc(bins: s.int("bins", 100), min: s.double("min", 0), max: s.double("max", 0))]
    },
]
