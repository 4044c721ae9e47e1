/// A register of numbers that are a value with some probability and else 0. PyTorch decides in Double for both types.
protocol MaskLane: UniformLane {
    static func mask(_ words: UnsafePointer<UInt32>, _ probability: DoubleLane, _ value: Self) -> Self
}

extension DoubleLane: MaskLane {
    @inline(__always)
    static func mask(_ words: UnsafePointer<UInt32>, _ probability: DoubleLane, _ value: Self) -> Self {
        select(unit(words) .< probability, value, Self(0))
    }
}

extension FloatLane: MaskLane {
    @inline(__always)
    static func mask(_ words: UnsafePointer<UInt32>, _ probability: DoubleLane, _ value: Self) -> Self {
        // 1 or 0 for each half of the register; narrowing is exact.
        let low = DoubleLane.mask(words, probability, DoubleLane(1))
        let high = DoubleLane.mask(words + 2 * DoubleLane.width, probability, DoubleLane(1))
        return Self(raw: FloatVector(lowHalf: narrow(low.raw), highHalf: narrow(high.raw))) * value
    }
}
