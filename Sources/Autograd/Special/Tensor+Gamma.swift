import PinionTensor

// Functions around Γ of several arguments.
extension Tensor {
    /// The logarithm of the multivariate gamma function of dimension `p`:
    /// `log Γₚ(x) = p (p - 1) / 4 · log π + Σ log Γ(x - j / 2)` over j from 0 to p - 1.
    public func mvlgamma(_ p: Int) -> Tensor {
        attempt { () throws(TensorError) in
            if p < 1 { throw TensorError("mvlgamma", .value, "p is \(p), expected at least 1") }
            if dtype == .bool { throw TensorError("mvlgamma", .dtype, "not defined for bool") }
            let y = noGrad { multivariate(p) }
            if !isRecorded(self) { return y }
            let saved = SavedTensor(self)
            return record("MvlgammaBackward0", y, self) { g in
                g * saved.tensor.steps(p).digamma().sum(dim: -1)
            }
        }
    }

    /// As `mvlgamma`, in place.
    @discardableResult
    public func mvlgammaInPlace(_ p: Int) -> Tensor { changed("mvlgamma") { $0.mvlgamma(p) } }

    private func multivariate(_ p: Int) -> Tensor {
        let constant = Double(p * (p - 1)) / 4 * Tensor(Double.pi, dtype: .float64).log().item
        return steps(p).lgamma().sum(dim: -1) + constant
    }

    /// x, x - 1/2, x - 1, … along a new last dimension.
    private func steps(_ p: Int) -> Tensor {
        let x = isFloatingPoint ? self : to(getDefaultDType())
        return x.unsqueeze(-1) - Tensor.arange(p, dtype: x.dtype) / 2
    }

    /// The lower incomplete gamma function `∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)` of this tensor's elements a and `other`'s x, with
    /// broadcasting. It has a gradient by `other` only.
    public func igamma(_ other: Tensor) -> Tensor {
        incompleteGamma("igamma", "IgammaBackward0", other, sign: 1, SpecialFunctions.lowerGamma)
    }
    /// As `igamma`, in place.
    @discardableResult
    public func igammaInPlace(_ other: Tensor) -> Tensor { changed("igamma", other) { $0.igamma(other) } }

    /// The upper incomplete gamma function `∫ₓ^∞ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)`, which is `1 - igamma`.
    public func igammac(_ other: Tensor) -> Tensor {
        incompleteGamma("igammac", "IgammacBackward0", other, sign: -1, SpecialFunctions.upperGamma)
    }
    /// As `igammac`, in place.
    @discardableResult
    public func igammacInPlace(_ other: Tensor) -> Tensor { changed("igammac", other) { $0.igammac(other) } }

    private func incompleteGamma(
        _ name: StaticString, _ node: StaticString, _ other: Tensor, sign: Double, _ f: (Double, Double) -> Double
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.mapped(self, other, name: name, f)
            if !isRecorded(self, other) { return y }
            let (savedA, savedX, needsA) = (SavedTensor(self), SavedTensor(other), requiresGrad)
            return record(node, y, self, other) { g in
                if needsA {
                    report(TensorError("\(name)", .graph, "there is no gradient by the first argument, only by other"))
                }
                let (a, x) = (savedA.tensor, savedX.tensor)
                let exponent = (a - 1) * x.log() - x - a.lgamma()
                return (nil, g * (sign * exponent.exp()))
            }
        }
    }
}

/// The logarithm of the multivariate gamma function of dimension `p`.
public func mvlgamma(_ x: Tensor, _ p: Int) -> Tensor { x.mvlgamma(p) }
/// The lower incomplete gamma function of a and x.
public func igamma(_ a: Tensor, _ x: Tensor) -> Tensor { a.igamma(x) }
/// The upper incomplete gamma function of a and x.
public func igammac(_ a: Tensor, _ x: Tensor) -> Tensor { a.igammac(x) }
