import Pinion
import PinionExampleSupport

enum Optimizers: Example {
    static let name = "optimizers"
    static let about = "Fits a line with seven optimizers, one after the other."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 100, in: 1...1_000_000, "how many steps each makes")
        try options.start()
        let x = Tensor([[1.0], [2.0], [3.0]])
        let y = Tensor([[2.0], [4.0], [6.0]])
        let models = (0..<7).map { _ in LinearModel() }
        let criterion = MSELoss(reduction: .sum)
        let optimizers: [Optimizer] = [
            SGD(models[0].parameters(), lr: 0.01), Adagrad(models[1].parameters(), lr: 0.01),
            Adam(models[2].parameters(), lr: 0.01), Adamax(models[3].parameters(), lr: 0.01),
            ASGD(models[4].parameters(), lr: 0.01), RMSprop(models[5].parameters(), lr: 0.01),
            Rprop(models[6].parameters(), lr: 0.01),
        ]

        for (model, optimizer) in zip(models, optimizers) {
            for epoch in 0..<epochs {
                let loss = criterion(model(x), y)
                print(epoch, loss)
                optimizer.zeroGrad()
                loss.backward()
                optimizer.step()
            }
            print("w = ", model.linear.weight.item)
            print("b = ", model.linear.bias?.item ?? 0)
            print("y_pred = ", model(Tensor([[4.0]])).detach())
        }
    }
}
