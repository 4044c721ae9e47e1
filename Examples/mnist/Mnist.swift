import Pinion
import PinionExampleSupport

@main enum MnistProgram: Example {
    static let name = "mnist"
    static let about = "Trains the course's networks on the images of MNIST or Fashion-MNIST."

    static func run(_ options: Options) throws {
        let course = Course(rawValue: options.choice("model", among: Course.names, "the network")) ?? .cnn
        let dataset = options.choice("dataset", among: ["mnist", "fashion-mnist"], "which images")
        let folder = options.text("data", "data", "the folder of the files, or the one above MNIST/raw")
        let download = options.choice("download", among: ["no", "yes"], "fetch files that are not there") == "yes"
        let part = options.int("part", 60_000, in: 64...60_000, "how many images to use, and a sixth of that to test")
        let held = options.int("validation", 5000, in: 0...30_000, "images held out to find the best model; 0 for none")
        let epochs = options.int("epochs", 10, in: 1...1000, "how often the training images are seen, at most")
        let patience = options.int("patience", 3, in: 1...1000, "stop after so many epochs without a better model")
        let every = options.int("print-every", 300, in: 1...10_000, "print the mean loss of so many steps")
        let file = options.text("save", "", "a .pth or .safetensors file for the best model")
        try options.start()

        let (images, test) = try read(dataset, folder, part, download)
        let validating = min(held, images.count / 2)
        let parts = randomSplit(images, [images.count - validating, validating])
        let loader = DataLoader(parts[0], batchSize: 64, shuffle: true, workers: 1)
        let model = course.makeModel()
        let criterion = CrossEntropyLoss()
        let optimizer = SGD(model.parameters(), lr: 0.01, momentum: course.momentum)

        var best = BestModel(mode: .max)
        var stopping = EarlyStopping(patience: patience, mode: .max)
        for epoch in 1...epochs {
            var running = 0.0
            let bar = progress(loader, "epoch \(epoch)")
            for (step, (images, labels)) in zip(1..., bar) {
                let loss = criterion(model(images), labels)
                optimizer.zeroGrad()
                loss.backward()
                optimizer.step()
                running += loss.item
                bar.update(loss: loss.item)
                if step % every == 0 {
                    print("[\(epoch),\(right(step, 5))] loss: \(fixed(running / Double(every), 6))")
                    running = 0
                }
            }
            if validating == 0 { continue }
            let accuracy = Judgement(model, parts[1], classes: 10).accuracy
            print("Accuracy on validation set: \(fixed(accuracy * 100, 2)) %")
            if best.update(accuracy, model) && !file.isEmpty { try save(model.stateDict(), to: file) }
            stopping.update(accuracy)
            if stopping.shouldStop {
                print("No better model for \(patience) epochs")
                break
            }
        }
        try best.restore(model)
        print("Accuracy on test set: \(fixed(Judgement(model, test, classes: 10).accuracy * 100, 2)) %")
        if validating == 0 && !file.isEmpty { try save(model.stateDict(), to: file) }
    }

    /// The images to train with and those to test with, normalized as the course does.
    static func read(_ dataset: String, _ folder: String, _ part: Int, _ download: Bool) throws
        -> (train: Subset<LabeledImages>, test: Subset<LabeledImages>)
    {
        let normalize = Normalize(mean: [0.1307], std: [0.3081])
        func data(train: Bool) throws -> LabeledImages {
            if dataset == "mnist" {
                return try MNIST(root: folder, train: train, transform: normalize, download: download).data
            }
            return try FashionMNIST(root: folder, train: train, transform: normalize, download: download).data
        }
        return (try data(train: true).subset(0..<part), try data(train: false).subset(0..<part / 6))
    }
}
