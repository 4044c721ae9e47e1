import Foundation
import PinionFiles
import PinionTestSupport
import Testing

@Suite struct CheckpointTests {
    private func model() -> Sequential {
        Sequential(Linear(4, 8), BatchNorm1d(8), Tanh(), Linear(8, 2))
    }

    private func adam(_ model: Module) -> Optimizer {
        Adam(model.parameters(), lr: 0.05, weightDecay: 0.01, amsgrad: true)
    }

    /// Losses of the next steps.
    private func train(
        _ model: Sequential, _ optimizer: Optimizer, _ scheduler: LRScheduler?, _ x: Tensor, _ y: Tensor, steps: Int
    ) -> [Double] {
        (0..<steps).map { _ in
            let loss = mseLoss(model(x), y)
            optimizer.zeroGrad()
            loss.backward()
            optimizer.step()
            scheduler?.step()
            return loss.item
        }
    }

    @Test func aRunOfPyTorchGoesOn() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("training.pth")
        try AtomicFile.write(Fixture.files("training.pth"), to: path)
        let model = model()
        let optimizer = adam(model)
        let scheduler = StepLR(optimizer, stepSize: 2, gamma: 0.5)
        let checkpoint = try Checkpoint.load(from: path, into: model, optimizer: optimizer, scheduler: scheduler)
        #expect(checkpoint.epoch == 3)
        #expect(checkpoint.extra["loss"]?.number == 0.25)
        let expected = try #require(checkpoint.extra["next"]?.numbers)
        let (x, y) = (try #require(checkpoint.extra["x"]?.tensor), try #require(checkpoint.extra["y"]?.tensor))
        let losses = train(model, optimizer, scheduler, x, y, steps: 4)
        for (a, b) in zip(losses, expected) { #expect(abs(a - b) < 1e-6, "\(losses) \(expected)") }
        #expect(expected.count == 4)
    }

    @Test func aRunGoesOnFromItsOwnFile() throws {
        let folder = try TemporaryFolder()
        let (x, y) = (Tensor.randn(16, 4), Tensor.randn(16, 2))
        let first = model()
        let firstOptimizer = adam(first)
        let firstScheduler = StepLR(firstOptimizer, stepSize: 2, gamma: 0.5)
        let loss = train(first, firstOptimizer, firstScheduler, x, y, steps: 3)[2]
        let path = folder.file("checkpoint.pth")
        try save(
            Checkpoint(
                epoch: 3, model: first, optimizer: firstOptimizer, scheduler: firstScheduler, extra: ["loss": loss]),
            to: path)
        let expected = train(first, firstOptimizer, firstScheduler, x, y, steps: 4)

        let second = model()
        let optimizer = adam(second)
        let scheduler = StepLR(optimizer, stepSize: 2, gamma: 0.5)
        let all: StateValue = try load(path)
        let keys = all.dictionary?.keys.map(\.description)
        #expect(
            keys == ["epoch", "model_state_dict", "optimizer_state_dict", "scheduler_state_dict", "loss"])
        try second.loadStateDict(all["model_state_dict"])
        try optimizer.loadStateDict(all["optimizer_state_dict"])
        try scheduler.loadStateDict(all["scheduler_state_dict"])
        #expect(train(second, optimizer, scheduler, x, y, steps: 4) == expected)
        #expect(all["loss"]?.number == loss)
        #expect(throws: FileError.self) { try second.loadStateDict(all["model"]) }

        let again: Checkpoint = try load(path)
        try save(again, to: folder.file("again.pth"))
        #expect(try MappedFile(folder.file("again.pth")).bytes == MappedFile(path).bytes)
    }

    @Test func aFailedLoadChangesNothing() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("checkpoint.pth")
        let (x, y) = (Tensor.ones(16, 4), Tensor.zeros(16, 2))
        let saved = model()
        let savedOptimizer = adam(saved)
        let savedScheduler = StepLR(savedOptimizer, stepSize: 2)
        _ = train(saved, savedOptimizer, savedScheduler, x, y, steps: 2)
        let good = Checkpoint(epoch: 1, model: saved, optimizer: savedOptimizer, scheduler: savedScheduler)

        let (model, other) = (model(), Sequential(Linear(4, 8), Linear(8, 2)))
        let optimizer = adam(model)
        let scheduler = StepLR(optimizer, stepSize: 2)
        _ = train(model, optimizer, scheduler, x, y, steps: 1)
        func state() -> String {
            "\(model.stateDict().map { ($0.key, $0.value.toArray(Float.self)) })"
                + "\(optimizer.stateDict()) \(scheduler.stateDict())"
        }
        let before = state()

        var broken: [Checkpoint] = []
        var checkpoint = good
        checkpoint.model["0.weight"] = Tensor.zeros(3, 3)
        broken.append(checkpoint)
        checkpoint = good
        checkpoint.model["0.bias"] = nil
        broken.append(checkpoint)
        checkpoint = good
        checkpoint.scheduler?["gamma"] = "text"
        broken.append(checkpoint)
        checkpoint = good
        checkpoint.optimizer?["state"] = [0: ["step": 1]]
        broken.append(checkpoint)
        checkpoint = good
        checkpoint.optimizer = nil
        broken.append(checkpoint)
        broken.append(Checkpoint(epoch: 1, model: other, optimizer: adam(other), scheduler: savedScheduler))
        for checkpoint in broken {
            try save(checkpoint, to: path)
            #expect(throws: (any Error).self) {
                try Checkpoint.load(from: path, into: model, optimizer: optimizer, scheduler: scheduler)
            }
            #expect(state() == before)
        }
        try save(good, to: path)
        try Checkpoint.load(from: path, into: model, optimizer: optimizer, scheduler: scheduler)
        #expect(state() != before)
    }

    @Test func namesOfOtherProgramsAreUnderstood() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("best.pt")
        let model = model()
        try save(["state_dict": model.stateDict(), "optimizer": adam(model).stateDict(), "best": 0.5], to: path)
        let checkpoint = try Checkpoint.load(path)
        #expect(checkpoint.model.keys == model.stateDict().keys && checkpoint.optimizer != nil)
        #expect(checkpoint.extra.keys == ["best"])
        try save(model.stateDict(), to: path)
        let error = #expect(throws: FileError.self) { try Checkpoint.load(path) }
        #expect(error?.message.contains("model_state_dict") == true)
    }
}
