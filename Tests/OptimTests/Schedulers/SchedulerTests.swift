import Foundation
import PinionOptim
import PinionTestSupport
import Testing

@Suite struct SchedulerTests {
    /// The example of the documentation.
    private final class WarmupCosine: LRScheduler {
        let (warmup, total): (Double, Double)
        init(_ optimizer: Optimizer, warmup: Int, total: Int) {
            (self.warmup, self.total) = (Double(warmup), Double(total))
            super.init(optimizer)
        }
        override func getLR() -> [Double] {
            let epoch = Double(lastEpoch)
            let factor =
                epoch < warmup ? (epoch + 1) / warmup : (1 + cos(.pi * (epoch - warmup) / (total - warmup))) / 2
            return baseLRs.map { $0 * factor }
        }
    }

    @Test func onesOwn() {
        let optimizer = ScheduleCases.makeOptimizer()
        let scheduler = WarmupCosine(optimizer, warmup: 4, total: 8)
        #expect(scheduler.getLastLR() == [0.025, 0.005])
        for _ in 0..<3 { scheduler.step() }
        #expect(scheduler.getLastLR() == [0.1, 0.02])
        for _ in 0..<3 { scheduler.step() }
        #expect(abs(optimizer.paramGroups[0].lr - 0.05) < 1e-15)
        #expect(scheduler.lastEpoch == 6)
    }

    @Test func stateIsPyTorchs() {
        let optimizer = SGD([Tensor([1.0], requiresGrad: true)], lr: 0.1)
        let state = StepLR(optimizer, stepSize: 3).stateDict()
        let expected = "{'step_size': 3, 'gamma': 0.1, 'base_lrs': [0.1], 'last_epoch': 0, '_step_count': 1, "
        #expect("\(state)" == expected + "'_last_lr': [0.1]}")
        #expect(optimizer.paramGroups[0]["initial_lr"]?.number == 0.1)
    }

    @Test func whatDoesNotFitChangesNothing() throws {
        let optimizer = ScheduleCases.makeOptimizer()
        let chain = ChainedScheduler([StepLR(optimizer, stepSize: 3), ExponentialLR(optimizer, gamma: 0.5)])
        let good = chain.stateDict()
        chain.step()
        let before = "\(chain.stateDict())"
        var states = good["_schedulers"]?.elements ?? []
        var last = states[1].dictionary ?? [:]
        last["gamma"] = "half"
        states[1] = .dictionary(last)
        var bad = good
        bad["_schedulers"] = .list(states)
        #expect(throws: StateTreeError.self) { try chain.loadStateDict(bad) }
        #expect("\(chain.stateDict())" == before)
        try chain.loadStateDict(good)
        #expect("\(chain.stateDict())" == "\(good)")
    }

    @Test func mistakes() {
        let optimizer = ScheduleCases.makeOptimizer()
        let plain = Adagrad([Tensor([1.0], requiresGrad: true)])
        #expect(mistake { _ = StepLR(optimizer, stepSize: 1, lastEpoch: 3) }.contains("'initial_lr' is not specified"))
        #expect(mistake { _ = LinearLR(optimizer, startFactor: 0) }.contains("Starting multiplicative factor"))
        #expect(mistake { _ = ConstantLR(optimizer, factor: 2) }.contains("between 0 and 1"))
        #expect(mistake { _ = OneCycleLR(optimizer, maxLR: 1) }.contains("You must define either"))
        #expect(mistake { _ = CyclicLR(plain, baseLR: 0.1, maxLR: 1) }.contains("must support momentum"))
        #expect(mistake { _ = ChainedScheduler([]) }.contains("at least one scheduler"))
        #expect(mistake { _ = ReduceLROnPlateau(optimizer, factor: 1) }.contains("Factor should be < 1.0"))
        #expect(mistake { ReduceLROnPlateau(optimizer).step() }.contains("needs the measure"))
        #expect(mistake { _ = SequentialLR(optimizer, schedulers: [], milestones: []) }.contains("at least one"))
    }
}
