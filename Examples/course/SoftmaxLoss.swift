import Pinion
import PinionExampleSupport

enum SoftmaxLoss: Example {
    static let name = "softmax-loss"
    static let about = "The cross entropy of three scores, by its formula and by `CrossEntropyLoss`."

    static func run(_ options: Options) throws {
        try options.start()
        let y = Tensor([1.0, 0.0, 0.0])
        let z = Tensor([0.2, 0.1, -0.1])
        let probabilities = z.exp() / z.exp().sum()
        print((-y * probabilities.log()).sum())

        let criterion = CrossEntropyLoss()
        print(criterion(z.unsqueeze(0), Tensor([0])))
    }
}
