import Foundation
import PinionFiles
import Testing

/// Reads the files that `Tests/Interop/write.py` has written, and writes what `check.py` reads; `.ci/interop` runs all.
@Suite struct InteropTests {
    private static let folder = ProcessInfo.processInfo.environment["PINION_INTEROP"]

    private var theirs: String { (Self.folder ?? "") + "/theirs/" }
    private var ours: String { (Self.folder ?? "") + "/ours/" }

    @Test(.enabled(if: folder != nil))
    func filesGoBothWays() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: theirs).filter { !$0.hasPrefix("train_") }
        #expect(names.count >= 10)
        for name in names {
            let value: StateValue = try load(theirs + name)
            try save(value, to: ours + name + ".pth")
            guard let state = try? StateDict.from(stateValue: value) else { continue }
            try save(state, to: ours + name + ".safetensors")
            try save(StateDict(state.filter { $0.value.dtype != .bfloat16 }), to: ours + name + ".npz")
        }
        let metadata = try loadMetadata(theirs + "tensors.safetensors")
        try save(load(theirs + "tensors.safetensors"), to: ours + "metadata.safetensors", metadata: metadata)
    }

    @Test(.enabled(if: folder != nil))
    func trainingGoesOnBothWays() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: theirs).filter { $0.hasPrefix("train_") }
        #expect(names.count == Run.optimizers.count)
        for name in names {
            let run = try #require(Run(String(name.dropFirst(6).dropLast(4))))
            let checkpoint = try Checkpoint.load(
                from: theirs + name, into: run.model, optimizer: run.optimizer, scheduler: run.scheduler)
            let (x, y) = (try #require(checkpoint.extra["x"]?.tensor), try #require(checkpoint.extra["y"]?.tensor))
            let expected = try #require(checkpoint.extra["next"]?.numbers)
            let losses = run.train(x, y, steps: 5)
            for (a, b) in zip(losses, expected) { #expect(abs(a - b) <= 2e-5 * max(b, 1e-3), "\(name)") }
            #expect(losses.count == expected.count)

            try save(
                Checkpoint(
                    epoch: 9, model: run.model, optimizer: run.optimizer, scheduler: run.scheduler,
                    extra: ["x": x, "y": y]),
                to: ours + name)
            var again = try Checkpoint.load(ours + name)
            again.extra["next"] = run.train(x, y, steps: 5).stateValue
            try save(again, to: ours + name)
        }
    }
}

/// The runs of `samples.py`.
private struct Run {
    let model: Sequential
    let optimizer: Optimizer
    let scheduler: LRScheduler?

    static let optimizers: [String: @Sendable ([Tensor]) -> Optimizer] = [
        "SGD": { SGD($0, lr: 0.05) },
        "momentum": { SGD($0, lr: 0.05, momentum: 0.9, weightDecay: 0.01, nesterov: true) },
        "Adam": { Adam($0, lr: 0.01) },
        "amsgrad": { Adam($0, lr: 0.01, weightDecay: 0.01, amsgrad: true) },
        "AdamW": { AdamW($0, lr: 0.01) },
        "RMSprop": { RMSprop($0, lr: 0.005, momentum: 0.5, centered: true) },
        "Adagrad": { Adagrad($0, lr: 0.02) },
        "Adadelta": { Adadelta($0, lr: 0.5) },
        "Adamax": { Adamax($0, lr: 0.01) },
        "NAdam": { NAdam($0, lr: 0.01) },
        "RAdam": { RAdam($0, lr: 0.01) },
        "ASGD": { ASGD($0, lr: 0.02) },
        "Rprop": { Rprop($0, lr: 0.01) },
    ]

    private static let schedulers: [String: @Sendable (Optimizer) -> LRScheduler] = [
        "SGD": { StepLR($0, stepSize: 2, gamma: 0.5) },
        "momentum": { MultiStepLR($0, milestones: [2, 7], gamma: 0.3) },
        "Adam": { CosineAnnealingLR($0, tMax: 12) },
        "amsgrad": { ExponentialLR($0, gamma: 0.9) },
        "AdamW": { LinearLR($0, startFactor: 0.3, endFactor: 1, totalIters: 8) },
    ]

    init?(_ name: String) {
        guard let make = Self.optimizers[name] else { return nil }
        model = Sequential(
            Conv2d(1, 4, kernelSize: 3), BatchNorm2d(4), ReLU(), Flatten(), Linear(144, 16), LayerNorm(16), Tanh(),
            Linear(16, 3))
        optimizer = make(model.parameters())
        scheduler = Self.schedulers[name]?(optimizer)
    }

    func train(_ x: Tensor, _ y: Tensor, steps: Int) -> [Double] {
        (0..<steps).map { _ in
            let loss = crossEntropy(model(x), y)
            optimizer.zeroGrad()
            loss.backward()
            optimizer.step()
            scheduler?.step()
            return loss.item
        }
    }
}
