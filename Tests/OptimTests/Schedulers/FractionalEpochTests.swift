import PinionOptim
import PinionTestSupport
import Testing

@Suite struct FractionalEpochTests {
    private func rates(tMult: Int) -> [Double] {
        let optimizer = SGD([Tensor.zeros(1, requiresGrad: true)], lr: 0.1)
        let scheduler = CosineAnnealingWarmRestarts(optimizer, t0: 2, tMult: tMult, etaMin: 0.01)
        var rates: [Double] = []
        for epoch in [0.5, 1.75, 2.25, 3, 7.5, 6] {
            scheduler.step(epoch)
            rates.append(scheduler.getLastLR()[0])
        }
        for _ in 0..<3 {
            scheduler.step()
            rates.append(scheduler.getLastLR()[0])
        }
        #expect(scheduler.lastEpoch == 9)
        return rates
    }

    private func check(_ own: [Double], _ expected: [Double]) {
        for (a, b) in zip(own, expected) { #expect(abs(a - b) < 1e-12) }
        #expect(own.count == expected.count)
    }

    @Test func warmRestartsWithinAnEpoch() {
        check(
            rates(tMult: 1),
            [
                0.08681980515339464, 0.013425421036992097, 0.0965745789630079, 0.055, 0.023180194846605363, 0.1,
                0.055, 0.1, 0.055,
            ])
        check(
            rates(tMult: 2),
            [
                0.08681980515339464, 0.013425421036992097, 0.09913533761814537, 0.08681980515339464,
                0.09241613255361454, 0.1, 0.0965745789630079, 0.08681980515339464, 0.07222075445642905,
            ])
    }

    @Test func mistakes() {
        let optimizer = SGD([Tensor.zeros(1, requiresGrad: true)], lr: 0.1)
        let scheduler = CosineAnnealingWarmRestarts(optimizer, t0: 2)
        #expect(throws: TensorError.self) { try catchingTensorErrors { scheduler.step(-1) } }
        let plateau = ReduceLROnPlateau(optimizer, mode: "max", patience: 0)
        for measure in [0.5, 0.4] { plateau.step(metrics: measure) }
        #expect(abs(plateau.getLastLR()[0] - 0.01) < 1e-12)
    }
}
