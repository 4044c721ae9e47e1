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
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(root: String, train: Bool = true, transform: (any Transform)? = nil) throws(FileError) {
        data = try readMNIST("MNIST", root, train, transform, "https://ossci-datasets.s3.amazonaws.com/mnist/")
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
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(root: String, train: Bool = true, transform: (any Transform)? = nil) throws(FileError) {
        data = try readMNIST(
            "FashionMNIST", root, train, transform, "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")
    }
}

private func readMNIST(
    _ name: String, _ root: String, _ train: Bool, _ transform: (any Transform)?, _ site: String
) throws(FileError) -> LabeledImages {
    let count = train ? 60_000 : 10_000
    func read(_ file: String, _ shape: [Int]) throws(FileError) -> Tensor {
        let file = (train ? "train-" : "t10k-") + file
        let folders = ["\(root)/\(name)/raw", root]
        let path = try firstFile([file, file + ".gz"], in: folders, from: site + file + ".gz")
        let tensor = try loadIDX(path)
        guard tensor.dtype == .uint8, tensor.shape == shape else {
            throw FileError(
                .format, "expected bytes of shape \(shape), found \(tensor.dtype) of shape \(tensor.shape)", path: path)
        }
        return tensor
    }
    let images = try read("images-idx3-ubyte", [count, 28, 28])
    let labels = try read("labels-idx1-ubyte", [count]).toArray(Int.self)
    if let odd = labels.firstIndex(where: { $0 > 9 }) {
        throw FileError(.format, "label \(labels[odd]) of image \(odd); there are classes 0 to 9", path: root)
    }
    return LabeledImages(images.unsqueeze(1), labels: labels, transform: transform)
}
