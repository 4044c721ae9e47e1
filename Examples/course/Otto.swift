import Pinion
import PinionExampleSupport

/// 93 features of a product, nine classes.
final class OttoNet: Module {
    let l1 = Linear(93, 64)
    let l2 = Linear(64, 32)
    let l3 = Linear(32, 9)

    override func forward(_ x: Tensor) -> Tensor {
        var x = x.view(-1, 93)
        x = relu(l1(x))
        x = relu(l2(x))
        return l3(x)
    }
}

enum Otto: Example {
    static let name = "otto"
    static let about = "Sorts products into nine classes; needs train.csv of Kaggle's \"Otto Group\" competition."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 10, in: 1...1000, "how often the products are seen")
        let file = options.text("data", "data/otto/train.csv", "a table with the columns feat_1 to feat_93 and target")
        let every = options.int("print-every", 500, in: 1...10_000, "print the mean loss of so many steps")
        try options.start()
        let table = try CSV.load(file)
        let x = try table.numbers((1...93).map { "feat_\($0)" })
        let y = try table.categories("target").codes
        print(y[0..<10])
        let loader = DataLoader(TensorDataset(x, y), batchSize: 32, shuffle: true)
        let model = OttoNet()
        let criterion = CrossEntropyLoss()
        let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)

        for epoch in 1...epochs {
            var running = 0.0
            for (step, (inputs, target)) in zip(1..., loader) {
                optimizer.zeroGrad()
                let loss = criterion(model(inputs), target)
                loss.backward()
                optimizer.step()
                running += loss.item
                if step % every == 0 {
                    print("[\(epoch),\(right(step, 5))] loss: \(fixed(running / Double(every), 6))")
                    running = 0
                }
            }
        }
    }
}
