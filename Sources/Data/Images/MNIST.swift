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
    ///   - download: whether files that are not there are fetched, to `root/MNIST/raw`; the program `curl` does it.
    ///   - verify: whether the files must be the published ones, by their MD5 sums (of what is in a compressed one).
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(
        root: String, train: Bool = true, transform: (any Transform)? = nil, download: Bool = false, verify: Bool = true
    ) throws(FileError) {
        data = try MNISTFiles.digits.read(root, train, transform, download: download, verify: verify)
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
    ///   - download: whether files that are not there are fetched, to `root/FashionMNIST/raw`; the program `curl` does it.
    ///   - verify: whether the files must be the published ones, by their MD5 sums (of what is in a compressed one).
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(
        root: String, train: Bool = true, transform: (any Transform)? = nil, download: Bool = false, verify: Bool = true
    ) throws(FileError) {
        data = try MNISTFiles.fashion.read(root, train, transform, download: download, verify: verify)
    }
}
