import PinionAutograd
import PinionTestSupport

let reduceRows: [OperationRow] = [
    OperationRow("sum") { s in
        guard let dims = s.ints("dim") else { return [s[0].sum(dtype: s.dtype())] }
        return [s[0].sum(dims: dims, keepDim: s.bool("keepdim", false), dtype: s.dtype())]
    }
]
