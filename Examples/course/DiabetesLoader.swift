import Pinion
import PinionExampleSupport

/// A patient's measurements and whether the patient has diabetes, as a dataset of one's own.
struct DiabetesDataset: Dataset {
    let x: Tensor
    let y: Tensor

    init(_ path: String) throws { (x, y) = try readDiabetes(path) }

    var count: Int { x.size(0) }
    subscript(index: Int) -> (Tensor, Tensor) { (x[index], y[index]) }
}

enum DiabetesLoader: Example {
    static let name = "diabetes-loader"
    static let about = "Predicts diabetes from eight measurements, in batches of a DataLoader."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 100, in: 1...1_000_000, "how often the patients are seen")
        let file = options.text("data", diabetesFile, "eight numbers and 0 or 1 a line, .gz or not")
        try options.start()
        let loader = DataLoader(try DiabetesDataset(file), batchSize: 32, shuffle: true, workers: 2)
        let model = DiabetesModel()
        let criterion = BCELoss()
        let optimizer = SGD(model.parameters(), lr: 0.01)

        for epoch in 0..<epochs {
            for (i, (inputs, labels)) in loader.enumerated() {
                let loss = criterion(model(inputs), labels)
                print(epoch, i, loss.item)
                optimizer.zeroGrad()
                loss.backward()
                optimizer.step()
            }
        }
    }
}
