import PinionAutograd
import PinionFiles

/// Photos of ten kinds of things: 50,000 images to train with and 10,000 to test; shape [3, 32, 32].
///
/// Reads the binary version, the folder `cifar-10-batches-bin` in `root`.
public struct CIFAR10: ImageDataset {
    public static let classes = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]
    public let data: LabeledImages

    /// Reads one of the two parts.
    /// - Parameters:
    ///   - root: the folder above `cifar-10-batches-bin`, or that folder.
    ///   - train: the part to train with, or the one to test.
    ///   - transform: what is done to an image, [3, 32, 32] from 0 to 1, when it is read.
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(root: String, train: Bool = true, transform: (any Transform)? = nil) throws(FileError) {
        let names = train ? (1...5).map { "data_batch_\($0).bin" } : ["test_batch.bin"]
        var (images, labels): ([Tensor], [Int]) = ([], [])
        for name in names {
            let path = try firstFile(
                [name, name + ".gz"], in: ["\(root)/cifar-10-batches-bin", root],
                from: "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")
            let batch = try loadCIFAR(path)
            guard batch.labels.count == 10_000 else {
                throw FileError(.format, "expected 10000 images, found \(batch.labels.count)", path: path)
            }
            images.append(batch.images)
            labels += batch.labels
        }
        data = LabeledImages(cat(images), labels: labels, transform: transform)
    }
}

/// The images, [N, 3, 32, 32] of uint8, and labels in a binary batch of CIFAR-10: a byte for the label and 3,072 for
/// the red, green and blue planes, image after image.
public func loadCIFAR(_ path: String) throws(FileError) -> (images: Tensor, labels: [Int]) {
    try naming(path) { () throws(FileError) in
        let bytes = try contents(path)
        let length = 1 + 3 * 32 * 32
        if bytes.isEmpty || bytes.count % length != 0 {
            throw FileError(.format, "expected a multiple of \(length) bytes, found \(bytes.count)")
        }
        let rows = bytes.withUnsafeBytes { Tensor.fromBuffer($0, dtype: .uint8) }.view(-1, length)
        let labels = rows.select(1, 0).toArray(Int.self)
        if let odd = labels.firstIndex(where: { $0 > 9 }) {
            throw FileError(.format, "label \(labels[odd]); there are classes 0 to 9", at: odd * length)
        }
        return (rows.narrow(1, 1, length - 1).contiguous().view(-1, 3, 32, 32), labels)
    }
}
