import PinionAutograd
import PinionFiles

/// Handwritten digits: 60,000 images of 28x28 to train with and 10,000 to test; shape [1, 28, 28].
///
/// The files are looked for where torchvision keeps them, `root/MNIST/raw`, and in `root` itself; compressed (`.gz`) or
/// not.
public struct MNIST: ImageDataset {
    public static let classes = (0..<10).map { "\($0)" }
    public let data: LabeledImages

    /// Reads one of the two parts.
    /// - Parameters:
    ///   - root: the folder above `MNIST/raw`, or the one that holds the files.
    ///   - train: the part to train with, or the one to test.
    ///   - transform: what is done to an image, [1, 28, 28] from 0 to 1, when it is read.
    ///   - verify: whether the files must be the published ones, by their MD5 sums (of what is in a compressed one).
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(
        root: String, train: Bool = true, transform: (any Transform)? = nil, verify: Bool = true
    ) throws(FileError) {
        let sums =
            train
            ? ["6bbc9ace898e44ae57da46a324031adb", "a25bea736e30d166cdddb491f175f624"]
            : ["2646ac647ad5339dbf082846283269ea", "27ae3e4e09519cfbb04c329615203637"]
        data = try readMNIST(
            "MNIST", root, train, transform, verify ? sums : nil, "https://ossci-datasets.s3.amazonaws.com/mnist/")
    }
}

/// Articles of clothing in the form of MNIST: 60,000 images of 28x28 to train with and 10,000 to test.
///
/// The files are looked for where torchvision keeps them, `root/FashionMNIST/raw`, and in `root` itself; compressed
/// (`.gz`) or not. Debian's package `dataset-fashion-mnist` puts them in `/usr/share/datasets/fashion-mnist`.
public struct FashionMNIST: ImageDataset {
    public static let classes = [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ]
    public let data: LabeledImages

    /// Reads one of the two parts.
    /// - Parameters:
    ///   - root: the folder above `FashionMNIST/raw`, or the one that holds the files.
    ///   - train: the part to train with, or the one to test.
    ///   - transform: what is done to an image, [1, 28, 28] from 0 to 1, when it is read.
    ///   - verify: whether the files must be the published ones, by their MD5 sums (of what is in a compressed one).
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(
        root: String, train: Bool = true, transform: (any Transform)? = nil, verify: Bool = true
    ) throws(FileError) {
        let sums =
            train
            ? ["f4a8712d7a061bf5bd6d2ca38dc4d50a", "9018921c3c673c538a1fc5bad174d6f9"]
            : ["8181f5470baa50b63fa0f6fddb340f0a", "15d484375f8d13e6eb1aabb0c3f46965"]
        data = try readMNIST(
            "FashionMNIST", root, train, transform, verify ? sums : nil,
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")
    }
}

private func readMNIST(
    _ name: String, _ root: String, _ train: Bool, _ transform: (any Transform)?, _ sums: [String]?, _ site: String
) throws(FileError) -> LabeledImages {
    let count = train ? 60_000 : 10_000
    func read(_ file: String, _ shape: [Int], _ sum: String?) throws(FileError) -> Tensor {
        let file = (train ? "train-" : "t10k-") + file
        let folders = ["\(root)/\(name)/raw", root]
        let path = try firstFile([file, file + ".gz"], in: folders, from: site + file + ".gz")
        let bytes = try naming(path) { () throws(FileError) in try contents(path) }
        let tensor = try naming(path) { () throws(FileError) in try readIDX(bytes) }
        guard tensor.dtype == .uint8, tensor.shape == shape else {
            throw FileError(
                .format, "expected bytes of shape \(shape), found \(tensor.dtype) of shape \(tensor.shape)", path: path)
        }
        if let sum, MD5.sum(bytes) != sum {
            throw FileError(
                .format, "the MD5 sum \(MD5.sum(bytes)) is not that of the published file, \(sum)", path: path)
        }
        return tensor
    }
    let images = try read("images-idx3-ubyte", [count, 28, 28], sums?.first)
    let labels = try read("labels-idx1-ubyte", [count], sums?.last).toArray(Int.self)
    if let odd = labels.firstIndex(where: { $0 > 9 }) {
        throw FileError(.format, "label \(labels[odd]) of image \(odd); there are classes 0 to 9", path: root)
    }
    return LabeledImages(images.unsqueeze(1), labels: labels, transform: transform)
}
