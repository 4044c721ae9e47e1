extension DoubleLane {
    @inline(__always) static func centredNormalDistribution(_ x: Self) -> Self {
        Self(0.5) * .erf(x * Self(0.7071067811865475244))
    }

    @inline(__always) static func centredGELUSlope(_ x: Self) -> Self {
        let density = Self(0.3989422804014326779) * .exp(Self(-0.5) * x * x)
        return multiplyAdd(x, density, centredNormalDistribution(x))
    }
}
