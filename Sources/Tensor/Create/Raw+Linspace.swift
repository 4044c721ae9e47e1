import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Raw {
    /// Equal distances from `start` to `end`, with PyTorch's rounding: each half is counted from its end.
    static func linspace(_ y: Tensor, _ start: Double, _ end: Double) {
        if let target = y.elements(of: Double.self) {
            linspace(target, start, end) { $0.addingProduct($1, Double($2)) }
        } else if let target = y.elements(of: Float.self) {
            linspace(target, Float(start), Float(end)) { $0.addingProduct($1, Float($2)) }
        } else if y.dtype.isFloatingPoint {
            let wide = Tensor(y.layout, .float32)
            guard let target = wide.elements(of: Float.self) else { return }
            let dtype = y.dtype
            let (first, last) = (Float(start).rounded(to: dtype), Float(end).rounded(to: dtype))
            let step = (last - first).rounded(to: dtype) / Float(y.numel - 1).rounded(to: dtype)
            // Every operation of a 16-bit type rounds.
            linspace(target, first, last, step: step.rounded(to: dtype)) { origin, step, i in
                origin + (step * Float(i).rounded(to: dtype)).rounded(to: dtype)
            }
            copy(wide, into: y)
        } else {
            let wide = Tensor(y.layout, .float64)
            guard let target = wide.elements(of: Double.self) else { return }
            linspace(target, start.rounded(.towardZero), end.rounded(.towardZero)) { $0.addingProduct($1, Double($2)) }
            copy(wide, into: y)
        }
    }

    private static func linspace<T: BinaryFloatingPoint>(
        _ target: Elements<T>, _ start: T, _ end: T, step: T? = nil, _ element: (T, T, Int) -> T
    ) {
        let (count, half) = (target.count, target.count / 2)
        if count == 1 {
            target.base[0] = start
            return
        }
        let step = step ?? (end - start) / T(count - 1)
        for i in 0..<half { target.base[i] = element(start, step, i) }
        for i in half..<max(count, half) { target.base[i] = element(end, -step, count - 1 - i) }
    }

    /// Powers of `base`, computed in Double.
    static func logspace(_ y: Tensor, _ start: Double, _ end: Double, base: Double) {
        let wide = Tensor(y.layout, .float64)
        guard let target = wide.elements(of: Double.self) else { return }
        let dtype = y.dtype
        let (first, last) = (start.rounded(as: dtype), end.rounded(as: dtype))
        let step = (last - first).rounded(as: dtype) / Double(target.count - 1)
        let half = target.count / 2
        for i in 0..<target.count {
            let exponent = i < half ? first + step * Double(i) : last - step * Double(target.count - 1 - i)
            target.base[i] = pow(base, target.count == 1 ? start : exponent)
        }
        copy(wide, into: y)
    }
}

extension Double {
    /// The value an element of `dtype` has that this number is written to.
    func rounded(as dtype: DType) -> Double {
        switch dtype {
        case .float64: self
        case .float32: Double(Float(self))
        case .float16, .bfloat16: Double(Float(self).rounded(to: dtype))
        default: rounded(.towardZero)
        }
    }
}
