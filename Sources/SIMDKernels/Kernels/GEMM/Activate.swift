import PinionKernelInterface

/// `c = activation(c)` over `m` rows of `n` elements that have just been written.
@inline(__always)
func activate<L: MathLane>(
    _: L.Type, _ activation: Activation, _ m: Int, _ n: Int, _ c: UnsafeMutablePointer<L.Scalar>, _ ldc: Int
) {
    switch activation {
    case .none: break
    case .relu: mapRows(ReLU.self, L.self, m, n, c, ldc)
    case .gelu: mapRows(GELU.self, L.self, m, n, c, ldc)
    case .sigmoid: mapRows(Sigmoid.self, L.self, m, n, c, ldc)
    case .tanh: mapRows(HyperbolicTangent.self, L.self, m, n, c, ldc)
    }
}

@inline(__always)
private func mapRows<F: UnaryFunction, L: MathLane>(
    _: F.Type, _: L.Type, _ m: Int, _ n: Int, _ c: UnsafeMutablePointer<L.Scalar>, _ ldc: Int
) {
    let none = Parameters<L>(0, 0)
    var row = c
    var left = m
    while left > 0 {
        var j = 0
        while j + L.width <= n {
            F.apply(L.load(row + j), none).store(row + j)
            j += L.width
        }
        if j < n {
            F.apply(L.load(row + j, n - j), none).store(row + j, n - j)
        }
        row += ldc
        left -= 1
    }
}

/// Bias and activation on rows of C that another kernel has written.
@inline(__always)
func finishRows<L: MathLane>(
    _: L.Type, _ m: Int, _ n: Int, _ c: UnsafeMutablePointer<L.Scalar>, _ ldc: Int, _ epilogue: Epilogue<L.Scalar>
) {
    var i = 0
    while i < m {
        let row = c + i * ldc
        if let bias = epilogue.rowBias {
            var j = 0
            while j < n {
                row[j] += bias[i]
                j += 1
            }
        }
        if let bias = epilogue.columnBias {
            var j = 0
            while j < n {
                row[j] += bias[j]
                j += 1
            }
        }
        i += 1
    }
    activate(L.self, epilogue.activation, m, n, c, ldc)
}
