import PinionKernelInterface

/// `c = activation(c)` over `m` rows of `n` elements that have just been written.
@inline(__always)
func activate<L: MathLane>(
    _: L.Type, _ activation: Activation, _ m: Int, _ n: Int, _ c: UnsafeMutablePointer<L.Scalar>, _ ldc: Int
) {
    switch activation {
    case .none: break
    case .relu: mapRows(ReLUTile.self, L.self, m, n, c, ldc)
    case .gelu: mapRows(GELUTile.self, L.self, m, n, c, ldc)
    case .sigmoid: mapRows(SigmoidTile.self, L.self, m, n, c, ldc)
    case .tanh: mapRows(TanhTile.self, L.self, m, n, c, ldc)
    }
}

/// A function of one element, for `activate`.
protocol TileFunction {
    static func apply<L: MathLane>(_ x: L) -> L
}

enum ReLUTile: TileFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L) -> L { .select(x .< .zero, .zero, x) }
}

enum GELUTile: TileFunction {
    /// x / 2 · (1 + erf(x / √2))
    @inline(__always) static func apply<L: MathLane>(_ x: L) -> L {
        let half = x * L(0.5)
        return .multiplyAdd(half, .erf(x * L(0.7071067811865476)), half)
    }
}

enum SigmoidTile: TileFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L) -> L { .sigmoid(x) }
}

enum TanhTile: TileFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L) -> L { .tanh(x) }
}

@inline(__always)
private func mapRows<F: TileFunction, L: MathLane>(
    _: F.Type, _: L.Type, _ m: Int, _ n: Int, _ c: UnsafeMutablePointer<L.Scalar>, _ ldc: Int
) {
    var row = c
    var left = m
    while left > 0 {
        var j = 0
        while j + L.width <= n {
            F.apply(L.load(row + j)).store(row + j)
            j += L.width
        }
        if j < n {
            var rest = L.zero
            var i = 0
            while i < n - j {
                rest[i] = row[j + i]
                i += 1
            }
            rest = F.apply(rest)
            i = 0
            while i < n - j {
                row[j + i] = rest[i]
                i += 1
            }
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
