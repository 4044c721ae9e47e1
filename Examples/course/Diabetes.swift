import Pinion
import PinionExampleSupport

/// Three linear layers, each followed by a sigmoid: from eight measurements to a probability.
final class DiabetesModel: Module {
    let linear1 = Linear(8, 6)
    let linear2 = Linear(6, 4)
    let linear3 = Linear(4, 1)

    override func forward(_ x: Tensor) -> Tensor {
        var x = sigmoid(linear1(x))
        x = sigmoid(linear2(x))
        x = sigmoid(linear3(x))
        return x
    }
}

enum Diabetes: Example {
    static let name = "diabetes"
    static let about = "Predicts diabetes from eight measurements, all patients in each step."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 1000, in: 1...1_000_000, "how many steps are made")
        let file = options.text("data", diabetesFile, "eight numbers and 0 or 1 a line, .gz or not")
        try options.start()
        let (x, y) = try readDiabetes(file)
        let model = DiabetesModel()
        let criterion = BCELoss()
        let optimizer = SGD(model.parameters(), lr: 0.01)

        for epoch in 0..<epochs {
            let loss = criterion(model(x), y)
            print(epoch, loss.item)
            optimizer.zeroGrad()
            loss.backward()
            optimizer.step()
        }
    }
}

/// The file of 759 patients that lies beside these programs.
let diabetesFile = #filePath.replacing("course/Diabetes.swift", with: "data/diabetes.csv.gz")

/// The measurements, [N, 8], and whether a patient has diabetes, [N, 1].
func readDiabetes(_ path: String) throws -> (x: Tensor, y: Tensor) {
    let rows = try CSV.load(path, header: false).numbers()
    guard rows.ndim == 2, rows.size(1) == 9 else {
        throw FileError(.format, "expected nine numbers a line, found rows of shape \(rows.shape)", path: path)
    }
    return (rows[..., 0..<8], rows[..., 8...])
}
