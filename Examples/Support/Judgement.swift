import Pinion

/// What a classifier says of labeled images, none of which it learned from.
public struct Judgement {
    /// How many images of each class (rows) were taken for each class (columns).
    public let confusion: [[Int]]
    /// The numbers of the images that were taken for another class, in order.
    public let wrong: [Int]
    /// What each image was taken for.
    public let predictions: [Int]
    /// How many images were recognised, from 0 to 1.
    public let accuracy: Double

    /// Asks `model`, in evaluation mode and without gradients.
    /// - Parameters:
    ///   - model: what makes scores of shape [N, classes] from images.
    ///   - dataset: images with labels.
    ///   - classes: how many classes there are.
    public init(_ model: Module, _ dataset: some Dataset<(Tensor, Int)>, classes: Int) {
        model.eval()
        defer { model.train() }
        var (predictions, labels): ([Int], [Int]) = ([], [])
        for (images, truth) in DataLoader(dataset, batchSize: 500) {
            predictions += noGrad { model(images).argmax(dim: 1) }.toArray(Int.self)
            labels += truth.toArray(Int.self)
        }
        var confusion = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
        for (label, prediction) in zip(labels, predictions) { confusion[label][prediction] += 1 }
        self.confusion = confusion
        self.predictions = predictions
        wrong = labels.indices.filter { labels[$0] != predictions[$0] }
        accuracy = 1 - Double(wrong.count) / Double(max(labels.count, 1))
    }

    /// The confusion matrix as text: a row for each true class.
    public func table(_ names: [String]) -> String {
        let width = max(4, names.map(\.count).max() ?? 0) + 1
        let head = String(repeating: " ", count: width) + names.map { right($0, width) }.joined()
        let rows = zip(names, confusion).map { name, row in
            right(name, width) + row.map { right($0 == 0 ? "." : "\($0)", width) }.joined()
        }
        return ([head] + rows).joined(separator: "\n")
    }
}

/// Images of one channel side by side in the terminal, a caption above each.
/// - Parameters:
///   - images: shape [1, H, W] each, from 0 to 1.
///   - captions: a text for each.
public func drawn(_ images: [Tensor], captions: [String]) -> String {
    let width = (images.first?.size(2) ?? 0) * 2
    let head = captions.map { $0 + String(repeating: " ", count: max(0, width - $0.count)) }.joined(separator: "  ")
    let pictures = images.map { $0[0].toList([[Float]].self).map(shaded) }
    let rows = (0..<(pictures.first?.count ?? 0)).map { y in pictures.map { $0[y] }.joined(separator: "  ") }
    return ([head] + rows).joined(separator: "\n")
}

/// A row of pixels, two letters each, which make a square.
private func shaded(_ row: [Float]) -> String {
    let shades = ["  ", "░░", "▒▒", "▓▓", "██"]
    var text = ""
    for pixel in row {
        let step = Int(pixel * 5)
        text += shades[min(max(step, 0), 4)]
    }
    return text
}
