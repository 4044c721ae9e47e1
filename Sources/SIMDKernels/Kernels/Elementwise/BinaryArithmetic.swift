enum Addition: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { a + b }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g }
}

enum Subtraction: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { a - b }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { -g }
}

enum Multiplication: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { a * b }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g * b }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g * a }
}

enum Division: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { a / b }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g / b }
    /// -g a / b^2
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        -g * ((a / b) / b)
    }
}

/// The quotient rounded towards negative infinity, from the exact remainder as Python computes it.
enum FloorDivision: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L {
        let rest = L.fmod(a, b)
        let across = (rest .!= .zero) .& ((b .< .zero) .^ (rest .< .zero))
        let quotient = (a - rest) / b - L(1).kept(across)
        let floor = quotient.rounded(.down)
        let whole = floor + L(1).kept(quotient - floor .> L(0.5))
        let result = L.select(quotient .!= .zero, whole, L.zero.copyingSign(of: a / b))
        return .select(b .== .zero, a / b, result)
    }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { .zero }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { .zero }
}

/// What floor division leaves, with the divisor's sign.
enum Remainder: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L {
        let rest = L.fmod(a, b)
        let across = (rest .!= .zero) .& ((b .< .zero) .^ (rest .< .zero))
        return rest + b.kept(across)
    }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        -g * FloorDivision.apply(a, b)
    }
}

/// What division towards zero leaves, with the dividend's sign.
enum TruncatingRemainder: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .fmod(a, b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        -g * (a / b).rounded(.towardZero)
    }
}

enum Power: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .pow(a, b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        (g * (b * .pow(a, b - L(1)))).keptUnless(b .== .zero)
    }
    /// g a^b log a, and 0 where a is 0 and a^b constant
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        let slope = g * (.pow(a, b) * .log(a))
        return slope.keptUnless((a .== .zero) .& (b .>= .zero))
    }
}

enum Arctangent2: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .atan2(a, b) }
    /// g b / (a^2 + b^2), and 0 at the origin.
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        let square = a * a + b * b
        return (g * b / square).keptUnless(square .== .zero)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { leftGradient(-g, b, a) }
}

enum Hypotenuse: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .hypot(a, b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g * (a / .hypot(a, b)) }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g * (b / .hypot(a, b)) }
}

enum CopySign: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { a.copyingSign(of: b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        (g * (a.copyingSign(of: b) / a)).keptUnless(a .== .zero)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { .zero }
}

/// x where positive, weight x elsewhere.
enum PReLU: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .select(a .> .zero, a, a * b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        .select(a .> .zero, g, g * b)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        (g * a).keptUnless(a .> .zero)
    }
}
