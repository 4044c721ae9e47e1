import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

private let inf = Double.infinity
private let nan = Double.nan

/// The exact values of C99 Annex F, and of their like for the functions it does not have.
private let unarySpecials: [(UnaryOp, [(x: Double, y: Double)])] = [
    (.exp, [(0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (1e6, inf), (-1e6, 0)]),
    (.exp2, [(0, 1), (-0.0, 1), (inf, inf), (-inf, 0), (10, 1024), (-3, 0.125), (1e6, inf), (-1e6, 0)]),
    (.expm1, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -1), (1e6, inf), (-1e6, -1)]),
    (.log, [(0, -inf), (-0.0, -inf), (1, 0), (-1, nan), (inf, inf), (-inf, nan)]),
    (.log2, [(0, -inf), (-0.0, -inf), (1, 0), (8, 3), (0x1p-140, -140), (-1, nan), (inf, inf), (-inf, nan)]),
    (.log10, [(0, -inf), (-0.0, -inf), (1, 0), (1000, 3), (-1, nan), (inf, inf), (-inf, nan)]),
    (.log1p, [(0, 0), (-0.0, -0.0), (-1, -inf), (-2, nan), (inf, inf), (-inf, nan)]),
    (.sin, [(0, 0), (-0.0, -0.0), (inf, nan), (-inf, nan)]),
    (.cos, [(0, 1), (-0.0, 1), (inf, nan), (-inf, nan)]),
    (.tan, [(0, 0), (-0.0, -0.0), (inf, nan), (-inf, nan)]),
    (.asin, [(0, 0), (-0.0, -0.0), (2, nan), (-2, nan), (inf, nan), (1, .pi / 2), (-1, -.pi / 2)]),
    (.acos, [(1, 0), (2, nan), (-2, nan), (-inf, nan), (0, .pi / 2)]),
    (.atan, [(0, 0), (-0.0, -0.0), (inf, .pi / 2), (-inf, -.pi / 2)]),
    (.sinh, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -inf), (1e6, inf), (-1e6, -inf)]),
    (.cosh, [(0, 1), (-0.0, 1), (inf, inf), (-inf, inf), (1e6, inf)]),
    (.asinh, [(0, 0), (-0.0, -0.0), (inf, inf), (-inf, -inf)]),
    (.acosh, [(1, 0), (0.5, nan), (-2, nan), (inf, inf), (-inf, nan)]),
    (.atanh, [(0, 0), (-0.0, -0.0), (1, inf), (-1, -inf), (2, nan), (-2, nan), (inf, nan)]),
    (.tanh, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (1e6, 1), (-1e6, -1)]),
    (.sigmoid, [(0, 0.5), (-0.0, 0.5), (inf, 1), (-inf, 0), (1e6, 1), (-1e6, 0)]),
    (.erf, [(0, 0), (-0.0, -0.0), (inf, 1), (-inf, -1), (1e6, 1), (-1e6, -1)]),
    (.erfc, [(0, 1), (inf, 0), (-inf, 2), (1e6, 0), (-1e6, 2)]),
    (.sqrt, [(0, 0), (-0.0, -0.0), (4, 2), (-1, nan), (inf, inf), (-inf, nan)]),
    (.rsqrt, [(0, inf), (-0.0, -inf), (4, 0.5), (-1, nan), (inf, 0)]),
]

private let atan2Specials: [(Double, Double, Double)] = [
    (0, -0.0, .pi), (-0.0, -0.0, -.pi), (0, 0, 0), (-0.0, 0, -0.0), (0, -1, .pi), (-0.0, -1, -.pi), (0, 1, 0),
    (-0.0, 1, -0.0), (-1, 0, -.pi / 2), (-1, -0.0, -.pi / 2), (1, 0, .pi / 2), (1, -0.0, .pi / 2),
    (1, -inf, .pi), (-1, -inf, -.pi), (1, inf, 0), (-1, inf, -0.0), (inf, 1, .pi / 2), (-inf, -1, -.pi / 2),
    (inf, -inf, 3 * .pi / 4), (-inf, -inf, -3 * .pi / 4), (inf, inf, .pi / 4), (-inf, inf, -.pi / 4),
    (nan, 1, nan), (1, nan, nan), (nan, inf, nan), (inf, nan, nan), (1, 1, .pi / 4), (-1, -1, -3 * .pi / 4),
]

private let powSpecials: [(Double, Double, Double)] = [
    (0, -3, inf), (-0.0, -3, -inf), (0, -2, inf), (-0.0, -2, inf), (-0.0, -2.5, inf), (0, -inf, inf),
    (-0.0, -inf, inf), (0, 3, 0), (-0.0, 3, -0.0), (-0.0, 2, 0), (-0.0, 2.5, 0), (-1, inf, 1), (-1, -inf, 1),
    (1, nan, 1), (1, inf, 1), (nan, 0, 1), (nan, -0.0, 1), (inf, 0, 1), (0, 0, 1), (-2, 0.5, nan), (-2, -1.5, nan),
    (0.5, -inf, inf), (-0.5, -inf, inf), (2, -inf, 0), (-2, -inf, 0), (0.5, inf, 0), (2, inf, inf), (-2, inf, inf),
    (-inf, -3, -0.0), (-inf, -2, 0), (-inf, -2.5, 0), (-inf, 3, -inf), (-inf, 2, inf), (-inf, 2.5, inf),
    (inf, -1, 0), (inf, 1, inf), (nan, 1, nan), (2, nan, nan), (-1, nan, nan), (2, 10, 1024), (-2, 3, -8),
    (-2, 4, 16), (-1, 0x1p60, 1), (-1, 8_388_607, -1), (2, -140, 0x1p-140), (2, 1e6, inf), (-2, 1_000_001, -inf),
    (2, -1e6, 0), (-2, -1_000_001, -0.0), (1e-30, 0.0, 1),
]

private let hypotSpecials: [(Double, Double, Double)] = [
    (3, 4, 5), (-3, 4, 5), (0, -0.0, 0), (-0.0, 0, 0), (inf, nan, inf), (nan, -inf, inf), (nan, 1, nan), (1, nan, nan),
    (0x1p-149, 0, 0x1p-149), (0x1p127, 0, 0x1p127),
]

/// The multiple of pi/2 nearest to a `Double` (Muller) and others, with sine, cosine and tangent by mpmath: libm's
/// differ.
private let hardAngles: [(x: Double, sin: Double, cos: Double, tan: Double)] = [
    (0x1.6ac5b262ca1ffp849, 1.0, -4.687165924254627611e-19, -2.133485385753703844e+18),
    (0x1p1023, 0.5631277798508840135, -0.8263698346141479945, -0.6814476476066215013),
    (1e22, -0.8522008497671888018, 0.5232147853951389455, -1.628778225606898879),
    (0x1.921fb54442d18p0, 1.0, 6.123233995736765886e-17, 1.633123935319536976e+16),
    (0x1.921fb54442d18p19, -3.210338105156837513e-11, 1.0, -3.210338105156837513e-11),
    (3_294_198.0, -0.6117971622964877126, 0.7910146852024714931, -0.7734333808731875833),
]

private func same<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> Bool {
    a.isNaN || b.isNaN ? a.isNaN && b.isNaN : a == b && a.sign == b.sign
}

extension AllKernels {
    @Suite struct MathSpecials {
        @Test func unary() {
            withEachTable { table in
                for (function, rows) in unarySpecials {
                    for (x, y) in rows + [(nan, nan)] {
                        let narrow = evaluate(function, [Float(x)])[0]
                        #expect(same(narrow, Float(y)), "\(table) \(function)(\(x)) Float: \(narrow), not \(y)")
                        let wide = evaluate(function, [x])[0]
                        #expect(same(wide, y), "\(table) \(function)(\(x)) Double: \(wide), not \(y)")
                    }
                }
            }
        }

        @Test func binary() {
            withEachTable { table in
                for (function, rows) in [(BinaryOp.atan2, atan2Specials), (.pow, powSpecials), (.hypot, hypotSpecials)]
                {
                    for (a, b, c) in rows {
                        let narrow = evaluate(function, [Float(a)], [Float(b)])[0]
                        #expect(same(narrow, Float(c)), "\(table) \(function)(\(a), \(b)) Float: \(narrow), not \(c)")
                        let wide = evaluate(function, [a], [b])[0]
                        #expect(same(wide, c), "\(table) \(function)(\(a), \(b)) Double: \(wide), not \(c)")
                    }
                }
            }
        }

        @Test func anglesNearMultiplesOfHalfPi() {
            withEachTable { table in
                for (x, sin, cos, tan) in hardAngles {
                    for (function, exact) in [(UnaryOp.sin, sin), (.cos, cos), (.tan, tan)] {
                        let got = evaluate(function, [x])[0]
                        #expect(abs(got - exact) <= exact.ulp, "\(table) \(function)(\(x)): \(got), not \(exact)")
                    }
                }
            }
        }
    }
}
