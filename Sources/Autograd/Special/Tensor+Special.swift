import PinionTensor

extension ScalarRule {
    static let lgamma: ScalarRule = ScalarRule(
        name: "lgamma", node: "LgammaBackward0", function: { SpecialFunctions.logGamma($0) },
        derivative: { g, x, _ in g * x.digamma() })
    static let digamma: ScalarRule = ScalarRule(
        name: "digamma", node: "DigammaBackward0", function: { SpecialFunctions.digamma($0) },
        derivative: { g, x, _ in g * x.polygamma(1) })
    static let i0: ScalarRule = ScalarRule(
        name: "i0", node: "I0Backward0", function: { SpecialFunctions.besselI(0, $0) },
        derivative: { g, x, _ in g * ScalarRule.i1(x) })
    /// I₁' = I₀ - I₁ / x, which is ½ at 0.
    static let i1: ScalarRule = ScalarRule(
        name: "i1", node: "SpecialI1Backward0", function: { SpecialFunctions.besselI(1, $0) },
        derivative: { g, x, y in
            let isZero = x .== 0
            return g * `where`(isZero, 0.5, ScalarRule.i0(x) - y / x.maskedFill(isZero, 1))
        })
    static let erfinv: ScalarRule = ScalarRule(
        name: "erfinv", node: "ErfinvBackward0", function: { SpecialFunctions.inverseErf($0) },
        derivative: { g, _, y in g * (0.5 * Double.pi.squareRoot()) * (y * y).exp() })

    static func polygamma(_ n: Int) -> ScalarRule {
        ScalarRule(
            name: "polygamma", node: "PolygammaBackward0", function: { SpecialFunctions.polygamma(n, $0) },
            derivative: { g, x, _ in g * x.polygamma(n + 1) })
    }
}

extension Tensor {
    /// `log |Γ(x)|`
    public func lgamma() -> Tensor { ScalarRule.lgamma(self) }
    /// As `lgamma`, in place.
    @discardableResult
    public func lgammaInPlace() -> Tensor { ScalarRule.lgamma.inPlace(self) }
    /// `Γ'(x) / Γ(x)`, the derivative of `lgamma`.
    public func digamma() -> Tensor { ScalarRule.digamma(self) }
    /// As `digamma`, in place.
    @discardableResult
    public func digammaInPlace() -> Tensor { ScalarRule.digamma.inPlace(self) }
    /// The derivative of order `n` of `digamma`.
    public func polygamma(_ n: Int) -> Tensor {
        attempt { () throws(TensorError) in
            if n < 0 { throw TensorError("polygamma", .value, "the order is \(n), expected at least 0") }
            return ScalarRule.polygamma(n)(self)
        }
    }
    /// As `polygamma`, in place.
    @discardableResult
    public func polygammaInPlace(_ n: Int) -> Tensor { changed("polygamma") { $0.polygamma(n) } }
    /// The modified Bessel function of the first kind of order 0.
    public func i0() -> Tensor { ScalarRule.i0(self) }
    /// As `i0`, in place.
    @discardableResult
    public func i0InPlace() -> Tensor { ScalarRule.i0.inPlace(self) }
    /// x of `erf(x) = y`: NaN outside -1 to 1.
    public func erfinv() -> Tensor { ScalarRule.erfinv(self) }
    /// As `erfinv`, in place.
    @discardableResult
    public func erfinvInPlace() -> Tensor { ScalarRule.erfinv.inPlace(self) }
}
