import Pinion
import PinionExampleSupport

enum LinearAutograd: Example {
    static let name = "linear-autograd"
    static let about = "Finds w of y = w x by the gradients that `backward` computes."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 100, in: 1...1_000_000, "how often the samples are seen")
        try options.start()
        let xs = [1.0, 2.0, 3.0]
        let ys = [2.0, 4.0, 6.0]
        let w = Tensor([1.0], requiresGrad: true)

        func forward(_ x: Double) -> Tensor { x * w }
        func loss(_ x: Double, _ y: Double) -> Tensor { (y - forward(x)).pow(2) }

        print("Predict (before training)", 4, forward(4).item)
        for epoch in 0..<epochs {
            var last = 0.0
            for (x, y) in zip(xs, ys) {
                let l = loss(x, y)
                l.backward()
                guard let gradient = w.grad else { return }
                print("\tgrad：", x, y, rounded(gradient.item, 2))
                noGrad { w -= 0.01 * gradient.item }
                gradient.zeroInPlace()
                last = l.item
            }
            print("progress:", epoch, last)
        }
        print("Predict (after training)", 4, rounded(forward(4).item, 2))
    }
}
