import Pinion
import PinionExampleSupport

/// y = w x + b as a module.
final class LinearModel: Module {
    let linear = Linear(1, 1)

    override func forward(_ x: Tensor) -> Tensor { linear(x) }
}

enum LinearRegression: Example {
    static let name = "linear-regression"
    static let about = "Fits a line with a module, a loss and an optimizer."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 300, in: 1...1_000_000, "how many steps are made")
        try options.start()
        let x = Tensor([[1.0], [2.0], [3.0]])
        let y = Tensor([[2.0], [4.0], [6.0]])
        let model = LinearModel()
        let criterion = MSELoss(reduction: .sum)
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

        let test = Tensor([[4.0]])
        print("x_test = ", test.item)
        print("y_pred = ", model(test).detach())
    }
}
