import PinionTensor

extension Tensor {
    /// `eˣ`
    public func exp() -> Tensor { UnaryRule.exp(self) }
    /// `2ˣ`
    public func exp2() -> Tensor { UnaryRule.exp2(self) }
    /// `eˣ - 1`, exact for small x.
    public func expm1() -> Tensor { UnaryRule.expm1(self) }
    /// The natural logarithm; -inf at 0, NaN below.
    public func log() -> Tensor { UnaryRule.log(self) }
    /// The logarithm to base 2.
    public func log2() -> Tensor { UnaryRule.log2(self) }
    /// The logarithm to base 10.
    public func log10() -> Tensor { UnaryRule.log10(self) }
    /// `log(1 + x)`, exact for small x.
    public func log1p() -> Tensor { UnaryRule.log1p(self) }
    /// The error function `2/√π ∫₀ˣ e^(-t²) dt`.
    public func erf() -> Tensor { UnaryRule.erf(self) }
    /// `1 - erf(x)`, exact for large x.
    public func erfc() -> Tensor { UnaryRule.erfc(self) }
}

// In place.
extension Tensor {
    /// As `exp`, in place.
    @discardableResult
    public func expInPlace() -> Tensor { UnaryRule.exp.inPlace(self) }
    /// As `exp2`, in place.
    @discardableResult
    public func exp2InPlace() -> Tensor { UnaryRule.exp2.inPlace(self) }
    /// As `expm1`, in place.
    @discardableResult
    public func expm1InPlace() -> Tensor { UnaryRule.expm1.inPlace(self) }
    /// As `log`, in place.
    @discardableResult
    public func logInPlace() -> Tensor { UnaryRule.log.inPlace(self) }
    /// As `log2`, in place.
    @discardableResult
    public func log2InPlace() -> Tensor { UnaryRule.log2.inPlace(self) }
    /// As `log10`, in place.
    @discardableResult
    public func log10InPlace() -> Tensor { UnaryRule.log10.inPlace(self) }
    /// As `log1p`, in place.
    @discardableResult
    public func log1pInPlace() -> Tensor { UnaryRule.log1p.inPlace(self) }
    /// As `erf`, in place.
    @discardableResult
    public func erfInPlace() -> Tensor { UnaryRule.erf.inPlace(self) }
    /// As `erfc`, in place.
    @discardableResult
    public func erfcInPlace() -> Tensor { UnaryRule.erfc.inPlace(self) }
}

/// `eˣ`
public func exp(_ x: Tensor) -> Tensor { x.exp() }
/// `2ˣ`
public func exp2(_ x: Tensor) -> Tensor { x.exp2() }
/// `eˣ - 1`, exact for small x.
public func expm1(_ x: Tensor) -> Tensor { x.expm1() }
/// The natural logarithm; -inf at 0, NaN below.
public func log(_ x: Tensor) -> Tensor { x.log() }
/// The logarithm to base 2.
public func log2(_ x: Tensor) -> Tensor { x.log2() }
/// The logarithm to base 10.
public func log10(_ x: Tensor) -> Tensor { x.log10() }
/// `log(1 + x)`, exact for small x.
public func log1p(_ x: Tensor) -> Tensor { x.log1p() }
/// The error function `2/√π ∫₀ˣ e^(-t²) dt`.
public func erf(_ x: Tensor) -> Tensor { x.erf() }
/// `1 - erf(x)`, exact for large x.
public func erfc(_ x: Tensor) -> Tensor { x.erfc() }
