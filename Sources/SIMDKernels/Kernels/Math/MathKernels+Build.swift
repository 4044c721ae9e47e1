import PinionKernelInterface

func makeMathKernels() -> MathKernels {
    MathKernels(
        unaryFloat: { unaryMath(FloatLane.self, $0, $1, $2, $3) },
        unaryDouble: { unaryMath(DoubleLane.self, $0, $1, $2, $3) },
        binaryFloat: { binaryMath(FloatLane.self, $0, $1, $2, $3, $4) },
        binaryDouble: { binaryMath(DoubleLane.self, $0, $1, $2, $3, $4) })
}

@inline(__always)
private func unaryMath<L: MathLane>(
    _: L.Type, _ function: MathFunction, _ x: UnsafePointer<L.Scalar>, _ y: UnsafeMutablePointer<L.Scalar>, _ n: Int
) {
    switch function {
    case .exp: map(x, y, n) { L.exp($0) }
    case .exp2: map(x, y, n) { L.exp2($0) }
    case .expm1: map(x, y, n) { L.expm1($0) }
    case .log: map(x, y, n) { L.log($0) }
    case .log2: map(x, y, n) { L.log2($0) }
    case .log10: map(x, y, n) { L.log10($0) }
    case .log1p: map(x, y, n) { L.log1p($0) }
    case .sin: map(x, y, n) { L.sin($0) }
    case .cos: map(x, y, n) { L.cos($0) }
    case .tan: map(x, y, n) { L.tan($0) }
    case .asin: map(x, y, n) { L.asin($0) }
    case .acos: map(x, y, n) { L.acos($0) }
    case .atan: map(x, y, n) { L.atan($0) }
    case .sinh: map(x, y, n) { L.sinh($0) }
    case .cosh: map(x, y, n) { L.cosh($0) }
    case .tanh: map(x, y, n) { L.tanh($0) }
    case .sigmoid: map(x, y, n) { L.sigmoid($0) }
    case .erf: map(x, y, n) { L.erf($0) }
    case .erfc: map(x, y, n) { L.erfc($0) }
    case .sqrt: map(x, y, n) { L.sqrt($0) }
    case .rsqrt: map(x, y, n) { L.rsqrt($0) }
    }
}

@inline(__always)
private func binaryMath<L: MathLane>(
    _: L.Type, _ function: BinaryMathFunction, _ a: UnsafePointer<L.Scalar>, _ b: UnsafePointer<L.Scalar>,
    _ y: UnsafeMutablePointer<L.Scalar>, _ n: Int
) {
    switch function {
    case .atan2: map(a, b, y, n) { L.atan2($0, $1) }
    case .pow: map(a, b, y, n) { L.pow($0, $1) }
    }
}

@inline(__always)
private func map<L: MathLane>(
    _ x: UnsafePointer<L.Scalar>, _ y: UnsafeMutablePointer<L.Scalar>, _ n: Int, _ function: (L) -> L
) {
    var i = 0
    while i < n {
        if i + L.width <= n {
            function(L.load(x + i)).store(y + i)
        } else {
            let result = function(partial(x + i, n - i))
            for j in 0..<(n - i) { y[i + j] = result[j] }
        }
        i += L.width
    }
}

@inline(__always)
private func map<L: MathLane>(
    _ a: UnsafePointer<L.Scalar>, _ b: UnsafePointer<L.Scalar>, _ y: UnsafeMutablePointer<L.Scalar>, _ n: Int,
    _ function: (L, L) -> L
) {
    var i = 0
    while i < n {
        if i + L.width <= n {
            function(L.load(a + i), L.load(b + i)).store(y + i)
        } else {
            let result = function(partial(a + i, n - i), partial(b + i, n - i))
            for j in 0..<(n - i) { y[i + j] = result[j] }
        }
        i += L.width
    }
}

/// The last `count` elements of an array, fewer than a lane has; ones behind them.
@inline(__always)
private func partial<L: MathLane>(_ source: UnsafePointer<L.Scalar>, _ count: Int) -> L {
    var lane = L(1)
    for j in 0..<count { lane[j] = source[j] }
    return lane
}
