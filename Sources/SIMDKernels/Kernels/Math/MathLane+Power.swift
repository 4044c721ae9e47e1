extension MathLane {
    /// x^y from |x|^y, which is right for finite positive |x|: the cases of C99 Annex F 9.4.4, and the sign.
    @inline(__always) static func finishPower(_ x: Self, _ y: Self, magnitude: Self) -> Self {
        let one = Self(1)
        let infinity = Self(Scalar.infinity)
        let a = x.magnitude
        let b = y.magnitude
        // Adding and taking away 2^(mantissa bits) rounds smaller numbers to integers.
        let limit = firstSpacedByOne
        let half = b * Self(0.5)
        let integral = (b .>= limit) .| (((b + limit) - limit) .== b)
        let odd = integral .& (b .< limit + limit) .& (((half + limit) - limit) .!= half)

        let isZero = x .== zero
        let edge = isZero .| (a .== infinity)
        let toInfinity = select(y .< zero, infinity, zero)
        let atEdge = select(isZero, toInfinity, select(y .< zero, zero, infinity))
        var result = select(edge, atEdge, magnitude)
        result = select(odd, result.copyingSign(of: x), result)
        result = select((x .< zero) .& (.!integral) .& (.!edge), Self(Scalar.nan), result)
        result = select(x.isNaN .| y.isNaN, x + y, result)
        let isOne = (x .== one) .| (y .== zero) .| ((a .== one) .& (b .== infinity))
        return select(isOne, one, result)
    }
}
