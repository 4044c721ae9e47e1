import Pinion

/// Saving and loading, as a course teaches it: a network learns y = 3x + 2, its parameters are saved with the name of
/// its class, a new network loads them and predicts; then a run that was interrupted goes on from a checkpoint.
///
///     swift run checkpoint [FOLDER]
final class Net: Module {
    let fc1 = Linear(1, 10)
    let relu = ReLU()
    let fc2 = Linear(10, 1)

    override func forward(_ x: Tensor) -> Tensor { fc2(relu(fc1(x))) }
}

@main enum CheckpointExample {
    static let x = Tensor.linspace(1, 10, steps: 100).unsqueeze(1)
    static let y = x * 3 + 2

    static func main() throws {
        manualSeed(0)
        let folder = CommandLine.arguments.dropFirst().first ?? "."
        try saveAndLoadParameters("\(folder)/net_weights.pth")
        try goOnFromACheckpoint("\(folder)/checkpoint.pth")
    }

    /// One epoch in batches of 20; returns the mean loss.
    static func train(_ model: Net, _ optimizer: Optimizer) -> Double {
        let criterion = MSELoss()
        let order = Tensor.randperm(100)
        var total = 0.0
        for batch in order.split(20) {
            let loss = criterion(model(x[batch]), y[batch])
            optimizer.zeroGrad()
            loss.backward()
            optimizer.step()
            total += loss.item
        }
        return total / 5
    }

    static func saveAndLoadParameters(_ path: String) throws {
        let model = Net()
        let optimizer = Adam(model.parameters(), lr: 0.01)
        for epoch in 0..<100 {
            let loss = train(model, optimizer)
            if epoch % 10 == 0 { print("epoch \(epoch): mean loss \(loss)") }
        }
        try save(["model_state_dict": model.stateDict(), "model_architecture": "Net"], to: path)
        print("saved to \(path)")

        let checkpoint: StateValue = try load(path)
        let newModel = Net()
        try newModel.loadStateDict(checkpoint["model_state_dict"])
        newModel.eval()
        print("loaded \(checkpoint["model_architecture"]?.string ?? "")")
        noGrad {
            for value in [1.0, 3, 5, 7, 10] {
                let predicted = newModel(Tensor([[value]])).item
                print("x = \(value): predicted \(predicted), exact \(3 * value + 2)")
            }
        }
    }

    static func goOnFromACheckpoint(_ path: String) throws {
        let model = Net()
        let optimizer = SGD(model.parameters(), lr: 0.001, momentum: 0.9)
        let scheduler = StepLR(optimizer, stepSize: 5, gamma: 0.5)
        for epoch in 0..<6 {
            let loss = train(model, optimizer)
            scheduler.step()
            if (epoch + 1) % 2 == 0 {
                try save(
                    Checkpoint(
                        epoch: epoch, model: model, optimizer: optimizer, scheduler: scheduler, extra: ["loss": loss]),
                    to: path)
            }
        }

        let again = Net()
        let againOptimizer = SGD(again.parameters(), lr: 0.001, momentum: 0.9)
        let againScheduler = StepLR(againOptimizer, stepSize: 5, gamma: 0.5)
        let checkpoint = try Checkpoint.load(
            from: path, into: again, optimizer: againOptimizer, scheduler: againScheduler)
        print("goes on after epoch \(checkpoint.epoch), loss \(checkpoint.extra["loss"]?.number ?? .nan)")
        for epoch in (checkpoint.epoch + 1)..<10 {
            let loss = train(again, againOptimizer)
            againScheduler.step()
            print("epoch \(epoch): mean loss \(loss), learning rate \(againScheduler.getLastLR()[0])")
        }
    }
}
