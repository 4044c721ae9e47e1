import PinionSIMDKernels

// Window functions, PyTorch's `torch.hann_window` and its relatives. A periodic window is a symmetric one of one more
// element without the last.
extension Tensor {
    /// `½ (1 - cos 2πi/N)`
    public static func hannWindow(
        _ windowLength: Int, periodic: Bool = true, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        window("hannWindow", windowLength, periodic, dtype, requiresGrad) { cosines([0.5, -0.5], $0) }
    }

    /// `alpha - beta cos 2πi/N`
    public static func hammingWindow(
        _ windowLength: Int, periodic: Bool = true, alpha: Double = 0.54, beta: Double = 0.46, dtype: DType? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        window("hammingWindow", windowLength, periodic, dtype, requiresGrad) { cosines([alpha, -beta], $0) }
    }

    /// `0.42 - ½ cos 2πi/N + 0.08 cos 4πi/N`
    public static func blackmanWindow(
        _ windowLength: Int, periodic: Bool = true, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        window("blackmanWindow", windowLength, periodic, dtype, requiresGrad) { cosines([0.42, -0.5, 0.08], $0) }
    }

    /// The triangle `1 - |2i/N - 1|`.
    public static func bartlettWindow(
        _ windowLength: Int, periodic: Bool = true, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        window("bartlettWindow", windowLength, periodic, dtype, requiresGrad) { 1 - abs(2 * $0 - 1) }
    }

    /// `I₀(β √(1 - (2i/N - 1)²)) / I₀(β)` with the modified Bessel function I₀.
    public static func kaiserWindow(
        _ windowLength: Int, periodic: Bool = true, beta: Double = 12, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        let whole = SpecialFunctions.besselI(0, beta)
        return window("kaiserWindow", windowLength, periodic, dtype, requiresGrad) { place in
            let x = 2 * place - 1
            return SpecialFunctions.besselI(0, beta * max(0, 1 - x * x).squareRoot()) / whole
        }
    }

    /// `value` at the places from 0 to 1.
    private static func window(
        _ name: StaticString, _ length: Int, _ periodic: Bool, _ dtype: DType?, _ requiresGrad: Bool,
        _ value: (Double) -> Double
    ) -> Tensor {
        let dtype = dtype ?? getDefaultDType()
        return Tensor(making: name, [length], dtype, requiresGrad: requiresGrad) { (tensor) throws(TensorError) in
            if !dtype.isFloatingPoint {
                throw TensorError("\(name)", .dtype, "expected a floating-point dtype, got \(dtype)")
            }
            let last = Double(length) - (periodic ? 0 : 1)
            let values = (0..<length).map { length == 1 ? 1 : value(Double($0) / last) }
            Raw.copy(Tensor(values, dtype: .float64), into: tensor)
        }
    }

    /// `Σ aₖ cos 2πk·place`
    private static func cosines(_ coefficients: [Double], _ place: Double) -> Double {
        coefficients.enumerated().reduce(0) { sum, term in
            sum + term.element * SpecialFunctions.cosine(2 * .pi * Double(term.offset) * place)
        }
    }
}
