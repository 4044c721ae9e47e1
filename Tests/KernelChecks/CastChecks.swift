import PinionKernelInterface

/// Conversions between float32 and the 16-bit types at values worked out by hand, and to integers.
func checkCasts(_ kernels: CastKernels, _ checks: inout Checks) {
    // Beside ties to odd and even: the largest, the first that overflows, the smallest that is normal.
    var halves: [(Float, UInt16)] = [
        (0, 0), (-0.0, 0x8000), (1, 0x3C00), (-2, 0xC000), (0x1.8p-25, 1), (0x1p-24, 1), (0x1.006p0, 0x3C02),
        (65504, 0x7BFF), (65519, 0x7BFF), (65520, 0x7C00), (.infinity, 0x7C00), (-.infinity, 0xFC00),
        (0x1p-14, 0x0400), (0x1.ff8p-15, 0x03FF), (3.140625, 0x4248),
    ]
    // Bochs 2.7 rounds every tie to float16 away from zero; processors, and these, to even.
    #if !BOCHS
    halves += [(0x1p-25, 0), (0x1.002p0, 0x3C00), (0x1.00ap0, 0x3C02)]
    #endif
    checks.group("float32 to float16") { check(kernels, .float16, halves, &$0) }
    let brains: [(Float, UInt16)] = [
        (0, 0), (1, 0x3F80), (-2, 0xC000), (0x1.01p0, 0x3F80), (0x1.03p0, 0x3F82), (0x1.011p0, 0x3F81),
        (.infinity, 0x7F80), (.greatestFiniteMagnitude, 0x7F80), (3.140625, 0x4049),
    ]
    checks.group("float32 to bfloat16") { check(kernels, .bfloat16, brains, &$0) }
    checks.group("float16 to float32") {
        let exact = halves.filter { Float($0.0) == 1 || $0.0 == -2 || $0.0 == 65504 || $0.0 == 0x1p-24 }
        let x = exact.map { $0.1 }
        var y = [Float](repeating: 0, count: x.count)
        kernels.convert(.float16, .float32, x, &y, x.count)
        for i in x.indices { $0.expect(y[i] == exact[i].0, i) }
    }
    checks.group("float32 to int32") {
        var numbers = Sequence64(seed: 7)
        let x = Array(1001) { Float(numbers.next(-1e6, 1e6)) }
        var y = [Int32](repeating: 0, count: x.count)
        kernels.convert(.float32, .int32, x, &y, x.count)
        for i in x.indices { $0.expect(y[i] == Int32(x[i]), i) }
    }
}

/// Each case at every place of a register, in the loop over several registers and in the rest behind it.
private func check(_ kernels: CastKernels, _ dtype: DType, _ cases: [(Float, UInt16)], _ checks: inout Checks) {
    for start in cases.indices {
        let places = (0..<150).map { (start + $0) % cases.count }
        let x = places.map { cases[$0].0 }
        var y = [UInt16](repeating: 0, count: x.count)
        kernels.convert(.float32, dtype, x, &y, x.count)
        for i in x.indices { checks.expect(y[i] == cases[places[i]].1, places[i]) }
    }
}
