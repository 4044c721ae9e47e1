import PinionKernelInterface

/// Random numbers bit for bit as PyTorch draws them: checksums of torch 2.13.0 with `torch.manual_seed(42)`, taken as
/// Tests/SIMDKernelsTests/Fixtures/make_random.py takes them.
func checkRandom(_ kernels: RandomKernels, _ checks: inout Checks) {
    // Twice 624 words for the state, and room behind the outputs for a register that is used in part.
    var state = [UInt32](repeating: 0, count: 2 * 624 + 16)
    var words = [UInt32](repeating: 0, count: 624 + 32)
    func start(_ seed: UInt32) {
        state[0] = seed
        for i in 1..<624 { state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i) }
        kernels.refill(&state, &words)
    }

    checks.group("MT19937") {
        start(5489)
        $0.expect(words[0] == 3_499_211_612, 0)
        for _ in 0..<16 { kernels.refill(&state, &words) }
        // The C++ standard's check: the 10,000th output.
        $0.expect(words[9999 - 16 * 624] == 4_123_659_995, 9999)
        let drawn = words
        kernels.temper(state, &words)
        $0.expect(words == drawn, 0)
    }
    start(42)
    checks.group("uniform float") {
        var values = [Float](repeating: 0, count: 624)
        kernels.uniformFloat(words, &values, 624, -1.3, 2.7)
        $0.expect(checksum(values.map { UInt64($0.bitPattern) }) == 0x697a_1b2e_a295_dbef, 0)
    }
    checks.group("uniform double") {
        var values = [Double](repeating: 0, count: 312)
        kernels.uniformDouble(words, &values, 312, -1.3, 2.7)
        $0.expect(checksum(values.map { $0.bitPattern }) == 0xecf4_ee31_fb88_5f16, 0)
    }
    checks.group("normal float") {
        var values = [Float](repeating: 0, count: 624)
        kernels.uniformFloat(words, &values, 624, 0, 1)
        kernels.normalFloat(&values, 39, 0.3, 1.7)
        $0.expect(checksum(values.map { UInt64($0.bitPattern) }) == 0x764e_429b_a70d_58d3, 0)
    }
    checks.group("dropout mask float") {
        var values = [Float](repeating: 0, count: 312)
        kernels.maskFloat(words, &values, 312, 1 - 0.3, 1 / Float(1 - 0.3))
        $0.expect(checksum(values.map { UInt64($0.bitPattern) }) == 0xef5a_50ac_cb93_81d0, 0)
    }
    checks.group("dropout mask double") {
        var values = [Double](repeating: 0, count: 312)
        kernels.maskDouble(words, &values, 312, 1 - 0.3, 1 / (1 - 0.3))
        $0.expect(checksum(values.map { $0.bitPattern }) == 0xc29a_1b68_df30_d988, 0)
    }
}

private func checksum(_ patterns: [UInt64]) -> UInt64 {
    var sum: UInt64 = 0
    for (i, pattern) in patterns.enumerated() {
        sum &+= (pattern &+ 1) &* ((UInt64(i) &* 2 &+ 1) &* 0x9E37_79B9_7F4A_7C15)
    }
    return sum
}
