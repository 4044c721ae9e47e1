import PinionAutograd
import PinionTestSupport

let indexRows: [OperationRow] = [
    OperationRow("gather") { s in [s[0].gather(s.int("dim", 0), s[1])] },
    OperationRow("scatter") { s in
        if let value = s.scalar("src") ?? s.scalar("value") { return [s[0].scatter(s.int("dim", 0), s[1], value)] }
        return [s[0].scatter(s.int("dim", 0), s[1], s[2])]
    }.inPlace { s in
        if let value = s.scalar("src") ?? s.scalar("value") {
            return [s[0].scatterInPlace(s.int("dim", 0), s[1], value)]
        }
        return [s[0].scatterInPlace(s.int("dim", 0), s[1], s[2])]
    },
    OperationRow("scatter_add") { s in [s[0].scatterAdd(s.int("dim", 0), s[1], s[2])] }
        .inPlace { s in [s[0].scatterAddInPlace(s.int("dim", 0), s[1], s[2])] },
    scatterReduceRow("sum", .sum), scatterReduceRow("prod", .prod), scatterReduceRow("mean", .mean),
    scatterReduceRow("amax", .amax), scatterReduceRow("amin", .amin),
    OperationRow("index_select") { s in [s[0].indexSelect(s.int("dim", 0), s[1])] },
    OperationRow("index_add") { s in [s[0].indexAdd(s.int("dim", 0), s[1], s[2], alpha: s.double("alpha", 1))] }
        .inPlace { s in [s[0].indexAddInPlace(s.int("dim", 0), s[1], s[2], alpha: s.double("alpha", 1))] },
    OperationRow("index_copy") { s in [s[0].indexCopy(s.int("dim", 0), s[1], s[2])] }
        .inPlace { s in [s[0].indexCopyInPlace(s.int("dim", 0), s[1], s[2])] },
    OperationRow("index_fill") { s in
        if let value = s.scalar("value") { return [s[0].indexFill(s.int("dim", 0), s[1], value)] }
        return [s[0].indexFill(s.int("dim", 0), s[1], s[2])]
    }.inPlace { s in
        if let value = s.scalar("value") { return [s[0].indexFillInPlace(s.int("dim", 0), s[1], value)] }
        return [s[0].indexFillInPlace(s.int("dim", 0), s[1], s[2])]
    },
    OperationRow("index_put") { s in
        let values = s.tensor("values") ?? s[0]
        return [s[0].indexPut(s.tensors("indices"), values, accumulate: s.bool("accumulate", false))]
    }.inPlace { s in
        let values = s.tensor("values") ?? s[0]
        return [s[0].indexPutInPlace(s.tensors("indices"), values, accumulate: s.bool("accumulate", false))]
    },
    OperationRow("masked_select") { s in [s[0].maskedSelect(s[1])] },
    OperationRow("masked_fill") { s in
        if let value = s.scalar("value") { return [s[0].maskedFill(s[1], value)] }
        return [s[0].maskedFill(s[1], s[2])]
    }.inPlace { s in
        if let value = s.scalar("value") { return [s[0].maskedFillInPlace(s[1], value)] }
        return [s[0].maskedFillInPlace(s[1], s[2])]
    },
    OperationRow("masked_scatter") { s in [s[0].maskedScatter(s[1], s[2])] }
        .inPlace { s in [s[0].maskedScatterInPlace(s[1], s[2])] },
    OperationRow("take") { s in [s[0].take(s[1])] },
    OperationRow("put") { s in [s[0].put(s[1], s[2], accumulate: s.bool("accumulate", false))] }
        .inPlace { s in [s[0].putInPlace(s[1], s[2], accumulate: s.bool("accumulate", false))] },
    OperationRow("take_along_dim") { s in [s[0].takeAlongDim(s[1], dim: s.int("dim"))] }.named("gather"),
    OperationRow("nonzero") { s in s[0].nonzero(asTuple: s.bool("as_tuple", false)) },
    OperationRow("argwhere") { s in [s[0].argwhere()] },
    OperationRow("one_hot") { s in [oneHot(s[0], numClasses: s.int("num_classes", -1))] },
]

private func scatterReduceRow(_ name: String, _ reduce: ScatterReduceOperation) -> OperationRow {
    OperationRow("scatter_reduce_\(name)") { s in
        let own = s.bool("include_self", true)
        return [s[0].scatterReduce(s.int("dim", 0), s[1], s[2], reduce: reduce, includeSelf: own)]
    }.inPlace { s in
        let own = s.bool("include_self", true)
        return [s[0].scatterReduceInPlace(s.int("dim", 0), s[1], s[2], reduce: reduce, includeSelf: own)]
    }.named("scatterReduce", "scatterReduceInPlace")
}
