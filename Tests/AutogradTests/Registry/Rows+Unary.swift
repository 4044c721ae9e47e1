import PinionAutograd
import PinionTestSupport

let unaryRows: [OperationRow] = [
    OperationRow("exp") { s in [s[0].exp()] }.inPlace { s in [s[0].expInPlace()] },
    OperationRow("tanh") { s in [s[0].tanh()] }.inPlace { s in [s[0].tanhInPlace()] },
]
