import PinionKernelInterface

// The C library's functions in double precision.
@_silgen_name("exp") private func libraryExp(_: Double) -> Double
@_silgen_name("exp2") private func libraryExp2(_: Double) -> Double
@_silgen_name("expm1") private func libraryExpm1(_: Double) -> Double
@_silgen_name("log") private func libraryLog(_: Double) -> Double
@_silgen_name("log2") private func libraryLog2(_: Double) -> Double
@_silgen_name("log10") private func libraryLog10(_: Double) -> Double
@_silgen_name("log1p") private func libraryLog1p(_: Double) -> Double
@_silgen_name("sin") private func librarySin(_: Double) -> Double
@_silgen_name("cos") private func libraryCos(_: Double) -> Double
@_silgen_name("tan") private func libraryTan(_: Double) -> Double
@_silgen_name("asin") private func libraryAsin(_: Double) -> Double
@_silgen_name("acos") private func libraryAcos(_: Double) -> Double
@_silgen_name("atan") private func libraryAtan(_: Double) -> Double
@_silgen_name("sinh") private func librarySinh(_: Double) -> Double
@_silgen_name("cosh") private func libraryCosh(_: Double) -> Double
@_silgen_name("tanh") private func libraryTanh(_: Double) -> Double
@_silgen_name("erf") private func libraryErf(_: Double) -> Double
@_silgen_name("erfc") private func libraryErfc(_: Double) -> Double
@_silgen_name("atan2") private func libraryAtan2(_: Double, _: Double) -> Double
@_silgen_name("pow") private func libraryPow(_: Double, _: Double) -> Double

/// The functions of one argument that are compared with the library's.
private let functions: [UnaryOp] = [
    .exp, .exp2, .expm1, .log, .log2, .log10, .log1p, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh,
    .sigmoid, .erf, .erfc, .sqrt, .rsqrt,
]

private func reference(_ function: UnaryOp, _ x: Double) -> Double {
    switch function {
    case .exp: libraryExp(x)
    case .exp2: libraryExp2(x)
    case .expm1: libraryExpm1(x)
    case .log: libraryLog(x)
    case .log2: libraryLog2(x)
    case .log10: libraryLog10(x)
    case .log1p: libraryLog1p(x)
    case .sin: librarySin(x)
    case .cos: libraryCos(x)
    case .tan: libraryTan(x)
    case .asin: libraryAsin(x)
    case .acos: libraryAcos(x)
    case .atan: libraryAtan(x)
    case .sinh: librarySinh(x)
    case .cosh: libraryCosh(x)
    case .tanh: libraryTanh(x)
    case .sigmoid: 1 / (1 + libraryExp(-x))
    case .erf: libraryErf(x)
    case .erfc: libraryErfc(x)
    case .sqrt: x.squareRoot()
    case .rsqrt: 1 / x.squareRoot()
    default: .nan
    }
}

private func reference(_ function: BinaryOp, _ x: Double, _ y: Double) -> Double {
    switch function {
    case .atan2: libraryAtan2(x, y)
    case .pow: libraryPow(x, y)
    default: .nan
    }
}

private let special = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, 0.5, -0.5, 2, 1e-30, -1e-30, 88, -87, 1e6, -1e6, 3e7,
]

/// All functions at special arguments and at random ones, contiguous arrays of odd length.
func checkMath(_ kernels: ElementwiseKernels, _ checks: inout Checks) {
    var numbers = Sequence64(seed: 3)
    var x = special
    for _ in 0..<500 { x.append(numbers.next(-1, 1)) }
    for _ in 0..<500 { x.append(numbers.next(-20, 20)) }
    let y = Array(x.count) { numbers.next(-3, 3) }
    let floats = x.map { Float($0) }
    let otherFloats = y.map { Float($0) }
    var result = x
    var floatResult = floats
    // A place is the function's number and the argument's.
    checks.group("math float") {
        for function in functions {
            kernels.unary(function, 0, 0, .float32, floats, &floatResult, floats.count)
            for i in x.indices {
                let expected = Double(Float(reference(function, Double(floats[i]))))
                $0.expect(Double(floatResult[i]), near: expected, relative: 0x1p-21, Int(function.rawValue) * 10000 + i)
            }
        }
        for function in [BinaryOp.atan2, .pow] {
            kernels.binary(function, .float32, Source(floats), Source(otherFloats), &floatResult, floats.count, .one)
            for i in x.indices {
                let expected = Double(Float(reference(function, Double(floats[i]), Double(otherFloats[i]))))
                $0.expect(Double(floatResult[i]), near: expected, relative: 0x1p-21, Int(function.rawValue) * 10000 + i)
            }
        }
    }
    checks.group("math double") {
        for function in functions {
            kernels.unary(function, 0, 0, .float64, x, &result, x.count)
            for i in x.indices {
                let expected = reference(function, x[i])
                $0.expect(result[i], near: expected, relative: 0x1p-48, Int(function.rawValue) * 10000 + i)
            }
        }
        for function in [BinaryOp.atan2, .pow] {
            kernels.binary(function, .float64, Source(x), Source(y), &result, x.count, .one)
            for i in x.indices {
                let expected = reference(function, x[i], y[i])
                $0.expect(result[i], near: expected, relative: 0x1p-48, Int(function.rawValue) * 10000 + i)
            }
        }
    }
}

extension Checks {
    /// A few units in the last place, the same infinity, or both NaN.
    fileprivate mutating func expect(_ value: Double, near expected: Double, relative: Double, _ place: Int) {
        let right = value == expected || abs(value - expected) <= relative * abs(expected)
        expect(right || (value.isNaN && expected.isNaN), place)
    }
}
