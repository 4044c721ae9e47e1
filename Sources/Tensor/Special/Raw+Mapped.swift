import PinionSIMDKernels

extension Raw {
    /// `f` of each element in double precision; of integers in the default dtype.
    package static func mapped(_ x: Tensor, _ f: (Double) -> Double) -> Tensor {
        let source = contiguous(converted(x, to: .float64))
        let result = Tensor(sizesOf: source, .float64)
        let (a, y) = (source.elements(Double.self), result.elements(Double.self))
        for i in 0..<source.numel { y[i] = f(a[i]) }
        return converted(result, to: x.dtype.isFloatingPoint ? x.dtype : getDefaultDType())
    }

    /// `f` of each pair of floating-point numbers in double precision, with broadcasting.
    package static func mapped(
        _ a: Tensor, _ b: Tensor, name: StaticString, _ f: (Double, Double) -> Double
    ) throws(TensorError) -> Tensor {
        let dtype = a.dtype.promoted(with: b.dtype)
        if !dtype.isFloatingPoint {
            throw TensorError(
                "\(name)", .dtype, "expected floating-point tensors, got \(a.dtype) and \(b.dtype)")
        }
        let pair = try spread(a, b, .float64, name)
        let result = Tensor(sizesOf: pair.0, .float64)
        let (x, y, z) = (pair.0.elements(Double.self), pair.1.elements(Double.self), result.elements(Double.self))
        for i in 0..<result.numel { z[i] = f(x[i], y[i]) }
        return converted(result, to: dtype)
    }

    /// Each element as `mantissa · 2^exponent` with mantissas of 0.5 to 1; the exponents are int32.
    package static func frexp(_ x: Tensor) -> (mantissa: Tensor, exponent: Tensor) {
        let source = contiguous(converted(x, to: .float64))
        let (mantissa, exponent) = (Tensor(sizesOf: source, .float64), Tensor(sizesOf: source, .int32))
        let (a, m, e) = (source.elements(Double.self), mantissa.elements(Double.self), exponent.elements(Int32.self))
        for i in 0..<source.numel { (m[i], e[i]) = SpecialFunctions.fraction(a[i]) }
        return (converted(mantissa, to: x.dtype), exponent)
    }

    /// `f` of each pair of integers, with broadcasting.
    package static func mappedIntegers(
        _ a: Tensor, _ b: Tensor, name: StaticString, _ f: (Int64, Int64) -> Int64
    ) throws(TensorError) -> Tensor {
        let dtype = a.dtype.promoted(with: b.dtype)
        if !dtype.isInteger { throw TensorError("\(name)", .dtype, "expected integers, got \(a.dtype) and \(b.dtype)") }
        let pair = try spread(a, b, .int64, name)
        let result = Tensor(sizesOf: pair.0, .int64)
        let (x, y, z) = (pair.0.elements(Int64.self), pair.1.elements(Int64.self), result.elements(Int64.self))
        for i in 0..<result.numel { z[i] = f(x[i], y[i]) }
        return converted(result, to: dtype)
    }

    /// The number of `a`'s dtype that comes after each element in `b`'s direction.
    package static func nextAfter(_ a: Tensor, _ b: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        let dtype = a.dtype
        if dtype != b.dtype || (dtype != .float32 && dtype != .float64) {
            throw TensorError("\(name)", .dtype, "expected float32 or float64, got \(dtype) and \(b.dtype)")
        }
        let pair = try spread(a, b, dtype, name)
        let result = Tensor(sizesOf: pair.0, dtype)
        func run<T: BinaryFloatingPoint & BitwiseCopyable>(_: T.Type) {
            let (x, y, z) = (pair.0.elements(T.self), pair.1.elements(T.self), result.elements(T.self))
            for i in 0..<result.numel {
                let (from, to) = (x[i], y[i])
                z[i] = from.isNaN || to.isNaN ? .nan : from < to ? from.nextUp : from > to ? from.nextDown : to
            }
        }
        if dtype == .float32 { run(Float.self) } else { run(Double.self) }
        return result
    }

    /// Both operands in the shape they broadcast to, without gaps.
    private static func spread(
        _ a: Tensor, _ b: Tensor, _ dtype: DType, _ name: StaticString
    ) throws(TensorError) -> (Tensor, Tensor) {
        let layout = try broadcast(.tensor(a), .tensor(b), name)
        func filled(_ x: Tensor) -> Tensor { contiguous(broadcast(converted(x, to: dtype), to: layout)) }
        return (filled(a), filled(b))
    }
}
