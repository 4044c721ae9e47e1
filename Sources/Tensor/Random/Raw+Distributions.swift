import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// Distributions whose numbers are computed one at a time, in Double.
extension Raw {
    /// -log(1 - u) / rate.
    package static func exponential(
        _ x: Tensor, rate: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try checkFloating(x, name)
        try require(rate > 0, name, "expected a rate above 0, got \(rate)")
        if x.dtype == .float64 {
            return try draw(Double.self, into: x, generator, name) { $0.exponential($1, $2, rate: rate) }
        }
        try draw(Float.self, into: x, generator, name) { $0.exponential($1, $2, rate: rate) }
    }

    /// median + sigma · tan(π (u - 0.5)).
    package static func cauchy(
        _ x: Tensor, median: Double, sigma: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try checkFloating(x, name)
        try require(sigma > 0, name, "expected sigma above 0, got \(sigma)")
        try drawEach(x, generator, name) { median.addingProduct(sigma, tan(Double.pi * ($0.nextUnit() - 0.5))) }
    }

    /// ⌈log(u) / log(1 - p)⌉: how often one tries until something of probability p happens.
    package static func geometric(
        _ x: Tensor, _ p: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try require(0 < p && p < 1, name, "expected a probability between 0 and 1, got \(p)")
        try require(x.dtype != .bool, name, "not defined for bool")
        try drawEach(x, generator, name) { (log($0.nextUnit()) / log1p(-p)).rounded(.up) }
    }

    /// exp of normally distributed numbers.
    package static func logNormal(
        _ x: Tensor, mean: Double, std: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try checkFloating(x, name)
        try require(std > 0, name, "expected std above 0, got \(std)")
        try drawEach(x, generator, name) { exp(mean.addingProduct($0.nextNormal(), std)) }
    }

    private static func drawEach(
        _ x: Tensor, _ generator: Generator?, _ name: StaticString, _ number: (RandomEngine) -> Double
    ) throws(TensorError) {
        try draw(Double.self, into: x, generator, name) { engine, target, count in
            for i in 0..<count { target[i] = number(engine) }
        }
    }

    /// Counts of events of which `rates` are expected, in their shape and dtype.
    package static func poisson(
        _ rates: Tensor, _ generator: Generator?, name: StaticString
    ) throws(TensorError) -> Tensor {
        try checkFloating(rates, name)
        let x = Tensor(sizesOf: rates, rates.dtype)
        let means = contiguous(converted(rates, to: .float64))
        guard let elements = means.elements(of: Double.self) else { return x }
        for i in 0..<elements.count where !(elements.base[i] >= 0) {
            throw TensorError("\(name)", .value, "expected rates of at least 0, got \(elements.base[i])")
        }
        var drawn = 0
        try drawEach(x, generator, name) { engine in
            defer { drawn += 1 }
            return engine.poisson(elements.base[drawn])
        }
        return x
    }
}

extension RandomEngine {
    /// A number of events of which `rate` are expected.
    fileprivate func poisson(_ rate: Double) -> Double {
        if rate == 0 { return 0 }
        if rate < 10 {
            let limit = exp(-rate)
            var (count, product) = (0.0, nextUnit())
            while product > limit {
                count += 1
                product *= nextUnit()
            }
            return count
        }
        // Transformed rejection: W. Hörmann, "The transformed rejection method for generating Poisson random
        // variables", Insurance: Mathematics and Economics 12 (1993), algorithm PTRD without its table.
        let b = 0.931 + 2.53 * rate.squareRoot()
        let a = -0.059 + 0.02483 * b
        let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        let vr = 0.9277 - 3.6224 / (b - 2)
        while true {
            let u = nextUnit() - 0.5
            let v = nextUnit()
            let us = 0.5 - abs(u)
            let k = ((2 * a / us + b) * u + rate + 0.43).rounded(.down)
            if us >= 0.07 && v <= vr { return k }
            if k < 0 || (us < 0.013 && v > us) { continue }
            let accepted = log(v) + log(inverseAlpha) - log(a / (us * us) + b)
            if accepted <= -rate + k * log(rate) - lgamma(k + 1) { return k }
        }
    }
}
