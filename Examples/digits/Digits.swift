import Pinion
import PinionExampleSupport

/// A small network for images of 8x8.
final class Net: Module {
    let conv1 = Conv2d(1, 32, kernelSize: 3, padding: 1)
    let bn1 = BatchNorm2d(32)
    let conv2 = Conv2d(32, 64, kernelSize: 3, padding: 1)
    let bn2 = BatchNorm2d(64)
    let dropout = Dropout(0.5)
    let fc = Linear(256, 10)

    override func forward(_ x: Tensor) -> Tensor {
        var x = maxPool2d(relu(bn1(conv1(x))), 2)
        x = maxPool2d(relu(bn2(conv2(x))), 2)
        return fc(dropout(x.flatten(1)))
    }
}

@main enum DigitsProgram: Example {
    static let name = "digits"
    static let about = "Learns to read the handwritten digits that are part of Pinion, and shows which it cannot read."

    static func run(_ options: Options) throws {
        let epochs = options.int("epochs", 10, in: 1...1000, "how often the training images are seen")
        let file = options.text(
            "data", "", "a file with a digit a line, 64 numbers from 0 to 16 and the class; .gz or not")
        let every = options.int("print-every", 0, in: 0...10_000, "print the loss of every so many steps; 0 for none")
        try options.start()

        let digits = file.isEmpty ? Digits().data : try read(file)
        let parts = randomSplit(digits, [0.8, 0.2])
        let (train, test) = (parts[0], parts[1])
        let loader = DataLoader(train, batchSize: 32, shuffle: true)
        print("\(train.count) digits to learn from, \(test.count) held out")

        let model = Net()
        let criterion = CrossEntropyLoss()
        let optimizer = Adam(model.parameters(), lr: 0.003)
        let scheduler = CosineAnnealingLR(optimizer, tMax: epochs)
        var step = 0
        for epoch in 1...epochs {
            var sum = 0.0
            let bar = progress(loader, "epoch \(epoch)")
            for (images, labels) in bar {
                let loss = criterion(model(images), labels)
                optimizer.zeroGrad()
                loss.backward()
                optimizer.step()
                bar.update(loss: loss.item)
                sum += loss.item
                step += 1
                if every > 0 && step % every == 0 { print("step \(step): loss \(fixed(loss.item, 7))") }
            }
            scheduler.step()
            let accuracy = Judgement(model, test, classes: 10).accuracy
            let mean = fixed(sum / Double(loader.count), 4)
            print("epoch \(right(epoch, 2)): loss \(mean), accuracy \(fixed(accuracy * 100, 2)) %")
        }

        let judgement = Judgement(model, test, classes: 10)
        print("\naccuracy on digits never seen: \(fixed(judgement.accuracy * 100, 2)) %")
        print("\nwhat was written (rows) and what was read (columns)\n" + judgement.table(Digits.classes))
        let shown = judgement.wrong.prefix(4)
        if shown.isEmpty { return print("\nevery digit was read") }
        let samples = try shown.map { try test[$0] }
        let captions = zip(shown, samples).map { "a \($1.1) read as \(judgement.predictions[$0])" }
        print("\nsome that were misread\n" + drawn(samples.map(\.0), captions: captions))
    }

    static func read(_ path: String) throws -> LabeledImages {
        let rows = try CSV.load(path, header: false).numbers()
        guard rows.ndim == 2, rows.size(1) == 65 else {
            throw FileError(.format, "expected 65 numbers a line, found rows of shape \(rows.shape)", path: path)
        }
        let labels = rows[..., 64].toArray(Int.self)
        if let odd = labels.firstIndex(where: { !(0...9 ~= $0) }) {
            throw FileError(.format, "row \(odd + 1): the class \(labels[odd]); there are 0 to 9", path: path)
        }
        return LabeledImages(rows[..., 0..<64].reshape(-1, 1, 8, 8), labels: labels, largest: 16)
    }
}
