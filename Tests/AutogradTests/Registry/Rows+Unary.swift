import PinionAutograd
import PinionTestSupport

let unaryRows: [OperationRow] = [
    OperationRow("exp") { s in [s[0].exp()] },
    OperationRow("tanh") { s in [s[0].tanh()] },
]
