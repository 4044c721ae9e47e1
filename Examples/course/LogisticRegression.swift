import Pinion
import PinionExampleSupport

/// The probability σ(w x + b).
final class LogisticRegressionModel: Module {
    let linear = Linear(1, 1)

    override func forward(_ x: Tensor) -> Tensor { sigmoid(linear(x)) }
}

enum LogisticRegression: Example {
    static let name = "logistic-regression"
    static let about = "Learns whether a student passes from the hours of study."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 1000, in: 1...1_000_000, "how many steps are made")
        try options.start()
        let x = Tensor([[1.0], [2.0], [3.0]])
        let y = Tensor([[0.0], [0.0], [1.0]])
        let model = LogisticRegressionModel()
        let criterion = BCELoss(reduction: .sum)
        let optimizer = SGD(model.parameters(), lr: 0.01)

        for epoch in 0..<epochs {
            let loss = criterion(model(x), y)
            print(epoch, loss.item)
            optimizer.zeroGrad()
            loss.backward()
            optimizer.step()
        }
        print("w = ", model.linear.weight.item)
        print("b = ", model.linear.bias?.item ?? 0)
    }
}
