import PinionTensor

/// Special functions of mathematics. As `torch.special`; the names that PyTorch has in both places are there too.
public enum Special {
    /// `1 / (1 + e^-x)`
    public static func expit(_ x: Tensor) -> Tensor { x.sigmoid() }
    /// `log |Γ(x)|`
    public static func gammaln(_ x: Tensor) -> Tensor { x.lgamma() }
    /// The derivative of `gammaln`.
    public static func digamma(_ x: Tensor) -> Tensor { x.digamma() }
    /// The derivative of `gammaln`.
    public static func psi(_ x: Tensor) -> Tensor { x.digamma() }
    /// The derivative of order `n` of `digamma`.
    public static func polygamma(_ n: Int, _ x: Tensor) -> Tensor { x.polygamma(n) }
    /// The logarithm of the multivariate gamma function of dimension `p`.
    public static func multigammaln(_ x: Tensor, _ p: Int) -> Tensor { x.mvlgamma(p) }
    /// The lower incomplete gamma function of a and x.
    public static func gammainc(_ a: Tensor, _ x: Tensor) -> Tensor { a.igamma(x) }
    /// The upper incomplete gamma function of a and x.
    public static func gammaincc(_ a: Tensor, _ x: Tensor) -> Tensor { a.igammac(x) }
    /// The error function.
    public static func erf(_ x: Tensor) -> Tensor { x.erf() }
    /// `1 - erf(x)`
    public static func erfc(_ x: Tensor) -> Tensor { x.erfc() }
    /// The inverse of the error function.
    public static func erfinv(_ x: Tensor) -> Tensor { x.erfinv() }
    /// `2^x`
    public static func exp2(_ x: Tensor) -> Tensor { x.exp2() }
    /// `e^x - 1`
    public static func expm1(_ x: Tensor) -> Tensor { x.expm1() }
    /// `log(1 + x)`
    public static func log1p(_ x: Tensor) -> Tensor { x.log1p() }
    /// `log(x / (1 - x))`
    public static func logit(_ x: Tensor, eps: Double? = nil) -> Tensor { x.logit(eps: eps) }
    /// `sin(πx) / πx`, and 1 at 0.
    public static func sinc(_ x: Tensor) -> Tensor { x.sinc() }
    /// The nearest whole number, the even one of two.
    public static func round(_ x: Tensor) -> Tensor { x.round() }
    /// `log Σ eˣ` along a dimension.
    public static func logsumexp(_ x: Tensor, dim: Int, keepDim: Bool = false) -> Tensor {
        x.logsumexp(dim: dim, keepDim: keepDim)
    }
    /// `eˣ / Σ eˣ` along a dimension.
    public static func softmax(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor {
        x.softmax(dim: dim, dtype: dtype)
    }
    /// The logarithm of `softmax`.
    public static func logSoftmax(_ x: Tensor, dim: Int, dtype: DType? = nil) -> Tensor {
        x.logSoftmax(dim: dim, dtype: dtype)
    }
    /// `x log y`, and 0 where x is 0.
    public static func xlogy(_ x: Tensor, _ y: Tensor) -> Tensor { x.xlogy(y) }
    /// The modified Bessel function of the first kind of order 0.
    public static func i0(_ x: Tensor) -> Tensor { x.i0() }
    /// The modified Bessel function of the first kind of order 1.
    public static func i1(_ x: Tensor) -> Tensor { ScalarRule.i1(x) }
    /// `e^-|x|` times the modified Bessel function of the first kind of order 0.
    public static func i0e(_ x: Tensor) -> Tensor { ScalarRule.i0e(x) }
    /// `e^-|x|` times the modified Bessel function of the first kind of order 1.
    public static func i1e(_ x: Tensor) -> Tensor { ScalarRule.i1e(x) }
    /// `e^(x²) erfc(x)`
    public static func erfcx(_ x: Tensor) -> Tensor { ScalarRule.erfcx(x) }
    /// `-x log x`: 0 at 0, -∞ below.
    public static func entr(_ x: Tensor) -> Tensor { ScalarRule.entr(x) }
    /// The normal distribution function `(1 + erf(x / √2)) / 2`.
    public static func ndtr(_ x: Tensor) -> Tensor { ScalarRule.ndtr(x) }
    /// The logarithm of `ndtr`.
    public static func logNdtr(_ x: Tensor) -> Tensor { ScalarRule.logNdtr(x) }
    /// The inverse of `ndtr`: NaN outside 0 to 1.
    public static func ndtri(_ x: Tensor) -> Tensor { ScalarRule.ndtri(x) }

    /// `x log(1 + y)`, and 0 where x is 0.
    public static func xlog1py(_ x: Tensor, _ y: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try Raw.broadcast(.tensor(x), .tensor(y), "Special.xlog1py")
            return Tensor.where((x .== 0) .& y.isNaN().logicalNot(), 0, x * y.log1p())
        }
    }

    /// Hurwitz's zeta function `Σ (q + k)⁻ˢ` over k from 0. It has a gradient by q only.
    public static func zeta(_ s: Tensor, _ q: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.mapped(s, q, name: "Special.zeta") { s, q in SpecialFunctions.zeta(order: s, q) }
            if !isRecorded(s, q) { return y }
            let (savedS, savedQ, needsS) = (SavedTensor(s), SavedTensor(q), s.requiresGrad)
            return record("SpecialZetaBackward0", y, s, q) { g in
                if needsS {
                    report(TensorError("Special.zeta", .graph, "there is no gradient by the first argument, only by q"))
                }
                let s = savedS.tensor
                return (nil, -g * s * zeta(s + 1, savedQ.tensor))
            }
        }
    }
}
