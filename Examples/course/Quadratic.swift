import Pinion
import PinionExampleSupport

enum Quadratic: Example {
    static let name = "quadratic"
    static let about = "Fits y = w1 x² + w2 x + b to points on a line by the gradients that `backward` computes."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 10_000, in: 1...1_000_000, "how often the samples are seen")
        try options.start()
        let xs = [1.0, 2.0, 3.0]
        let ys = [2.0, 4.0, 6.0]
        let w1 = Tensor([1.0], requiresGrad: true)
        let w2 = Tensor([1.0], requiresGrad: true)
        let b = Tensor([1.0], requiresGrad: true)
        let weights = [w1, w2, b]

        func forward(_ x: Double) -> Tensor { x * x * w1 + x * w2 + b }
        func loss(_ x: Double, _ y: Double) -> Tensor { (y - forward(x)).pow(2) }

        print("Predict (before training)", 4, rounded(forward(4).item, 2))
        for epoch in 0..<epochs {
            var last = 0.0
            for (x, y) in zip(xs, ys) {
                let l = loss(x, y)
                l.backward()
                let gradients = weights.compactMap(\.grad)
                print("\tgrad：", x, y, gradients.map { "\(rounded($0.item, 2))" }.joined(separator: " "))
                noGrad { for (weight, gradient) in zip(weights, gradients) { weight -= 0.01 * gradient.item } }
                for gradient in gradients { gradient.zeroInPlace() }
                last = l.item
            }
            print("progress:", epoch, last)
        }
        print("Predict (after training)", 4, rounded(forward(4).item, 2))
        print("y = \(w1.item)x^2 + \(w2.item)x + \(b.item)")
    }
}
