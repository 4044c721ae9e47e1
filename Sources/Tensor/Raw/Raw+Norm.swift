import PinionSIMDKernels

extension Raw {
    /// `(Σ |x|ᵖ)^(1/p)` over `dims` of floating-point numbers; the extremum for infinite p, a count for 0.
    package static func norm(
        _ x: Tensor, _ p: Double, _ dims: [Int], keepDim: Bool, name: StaticString
    ) throws(TensorError) -> Tensor {
        if x.dtype.compute != x.dtype {
            let wide = try norm(converted(x, to: x.dtype.compute), p, dims, keepDim: keepDim, name: name)
            return converted(wide, to: x.dtype)
        }
        func reduced(_ op: Reduction, _ x: Tensor) throws(TensorError) -> Tensor {
            try reduce(op, x, dims, keepDim: keepDim, name: name)
        }
        if p == 2 { return try unary(.sqrt, try reduced(.sumOfSquares, x), name: name) }
        if p == 0 {
            let isNotZero = try compare(.notEqual, .tensor(x), .number(.int(0)), name: name)
            return converted(try reduced(.sum, isNotZero), to: x.dtype)
        }
        let magnitude = try unary(.abs, x, name: name)
        if p == 1 { return try reduced(.sum, magnitude) }
        if p.isInfinite { return try reduced(p > 0 ? .max : .min, magnitude) }
        let powers = try binary(.pow, .tensor(magnitude), .number(.double(p)), name: name)
        return try binary(.pow, .tensor(try reduced(.sum, powers)), .number(.double(1 / p)), name: name)
    }
}
