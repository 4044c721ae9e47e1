import Pinion
import PinionExampleSupport

enum StochasticDescent: Example {
    static let name = "stochastic-descent"
    static let about = "Finds w of y = w x by following the gradient of one sample at a time, drawn at random."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 100, in: 1...1_000_000, "how many steps are made")
        try options.start()
        let xs = [1.0, 2.0, 3.0]
        let ys = [2.0, 4.0, 6.0]
        var w = 1.0

        print("Predict (before training)", 4, 4 * w)
        for epoch in 0..<epochs {
            let index = Tensor.randint(3, [1]).item(as: Int.self)
            let (x, y) = (xs[index], ys[index])
            let gradient = 2 * x * (x * w - y)
            w -= 0.01 * gradient
            print("\tgrad：", x, y, rounded(gradient, 2))
            let loss = (y - x * w) * (y - x * w)
            print("Epoch:", epoch, "w=", rounded(w, 2), "loss=", rounded(loss, 2))
        }
        print("Predict (after training)", 4, rounded(4 * w, 2))
    }
}
