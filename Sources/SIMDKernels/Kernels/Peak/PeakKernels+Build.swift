import PinionKernelInterface

func makePeakKernels() -> PeakKernels {
    PeakKernels(
        float: { multiplyAddChains(FloatLane.self, $0, $1) },
        double: { multiplyAddChains(DoubleLane.self, $0, $1) })
}

/// Twelve chains hide the latency of two units (4 to 5 cycles each) and fit sixteen registers with their operands.
@inline(__always)
private func multiplyAddChains<L: Lane>(_: L.Type, _ rounds: Int, _ result: UnsafeMutablePointer<L.Scalar>) -> Int {
    // Read from memory, so that the compiler does not know them; near 1 and 0, so that nothing overflows.
    let factor = L(result[0])
    let term = L(result[1])
    var s0 = term
    var s1 = term + factor
    var s2 = s1 + factor
    var s3 = s2 + factor
    var s4 = s3 + factor
    var s5 = s4 + factor
    var s6 = s5 + factor
    var s7 = s6 + factor
    var s8 = s7 + factor
    var s9 = s8 + factor
    var s10 = s9 + factor
    var s11 = s10 + factor
    var left = rounds
    while left > 0 {
        s0 = .multiplyAdd(s0, factor, term)
        s1 = .multiplyAdd(s1, factor, term)
        s2 = .multiplyAdd(s2, factor, term)
        s3 = .multiplyAdd(s3, factor, term)
        s4 = .multiplyAdd(s4, factor, term)
        s5 = .multiplyAdd(s5, factor, term)
        s6 = .multiplyAdd(s6, factor, term)
        s7 = .multiplyAdd(s7, factor, term)
        s8 = .multiplyAdd(s8, factor, term)
        s9 = .multiplyAdd(s9, factor, term)
        s10 = .multiplyAdd(s10, factor, term)
        s11 = .multiplyAdd(s11, factor, term)
        left -= 1
    }
    let sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + ((s8 + s9) + (s10 + s11))
    result[0] = sum.horizontalSum
    return rounds * 12 * 2 * L.width
}
