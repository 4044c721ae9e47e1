import Pinion
import PinionExampleSupport

enum GradientDescent: Example {
    static let name = "gradient-descent"
    static let about = "Finds w of y = w x by following the gradient of the whole cost, derived by hand."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 100, in: 1...1_000_000, "how many steps are made")
        try options.start()
        let xs = [1.0, 2.0, 3.0]
        let ys = [2.0, 4.0, 6.0]
        var w = 1.0

        func cost() -> Double { zip(xs, ys).reduce(0) { $0 + ($1.0 * w - $1.1) * ($1.0 * w - $1.1) } / 3 }
        func gradient() -> Double { zip(xs, ys).reduce(0) { $0 + 2 * $1.0 * ($1.0 * w - $1.1) } / 3 }

        print("Predict (before training)", 4, 4 * w)
        for epoch in 0..<epochs {
            let before = cost()
            w -= 0.01 * gradient()
            print("Epoch:", epoch, "w=", rounded(w, 2), "loss=", rounded(before, 2))
        }
        print("Predict (after training)", 4, rounded(4 * w, 2))
    }
}
