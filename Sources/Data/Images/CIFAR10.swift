import PinionAutograd
import PinionFiles

/// Photos of ten kinds of things: 50,000 images to train with and 10,000 to test; shape [3, 32, 32].
///
/// Reads the folder `cifar-10-batches-py` in `root`, as torchvision has it, or `cifar-10-batches-bin`, the binary version.
public struct CIFAR10: ImageDataset {
    public static let classes = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]
    public let data: LabeledImages

    /// Reads one of the two parts.
    /// - Parameters:
    ///   - root: the folder above `cifar-10-batches-py` or `cifar-10-batches-bin`, or such a folder.
    ///   - train: the part to train with, or the one to test.
    ///   - transform: what is done to an image, [3, 32, 32] from 0 to 1, when it is read.
    ///   - download: whether files that are not there are fetched, to `root/cifar-10-batches-py`; the program `curl`
    ///     does it.
    ///   - verify: whether files of `cifar-10-batches-py` must be the published ones, by their MD5 sums.
    /// - Throws: `FileError` that says which file is missing and where it is to be, or what is wrong with it.
    public init(
        root: String, train: Bool = true, transform: (any Transform)? = nil, download: Bool = false, verify: Bool = true
    ) throws(FileError) {
        data = try CIFARFiles.published.read(root, train, transform, download: download, verify: verify)
    }
}

/// The images, [N, 3, 32, 32] of uint8, and labels in a batch of CIFAR-10, in its binary form or as a Python pickle.
///
/// The binary form has a byte for the label and 3,072 for the red, green and blue planes, image after image; the pickle
/// is a dictionary with `labels` and `data`, an array of shape [N, 3072].
public func loadCIFAR(_ path: String) throws(FileError) -> (images: Tensor, labels: [Int]) {
    try naming(path) { () throws(FileError) in
        let bytes = try contents(path)
        // A pickle begins with its protocol, the binary form with a label.
        return bytes.count > 0 && bytes[0] == 0x80 ? try pickledCIFAR(bytes) : try binaryCIFAR(bytes)
    }
}

private let imageSize = 3 * 32 * 32

private func binaryCIFAR(_ bytes: Bytes) throws(FileError) -> (images: Tensor, labels: [Int]) {
    let length = 1 + imageSize
    if bytes.isEmpty || bytes.count % length != 0 {
        throw FileError(.format, "expected a multiple of \(length) bytes, found \(bytes.count)")
    }
    let rows = bytes.withUnsafeBytes { Tensor.fromBuffer($0, dtype: .uint8) }.view(-1, length)
    let labels = rows.select(1, 0).toArray(Int.self)
    if let odd = labels.firstIndex(where: { $0 > 9 }) {
        throw FileError(.format, "label \(labels[odd]); there are classes 0 to 9", at: odd * length)
    }
    return (rows.narrow(1, 1, imageSize).contiguous().view(-1, 3, 32, 32), labels)
}

private func pickledCIFAR(_ bytes: Bytes) throws(FileError) -> (images: Tensor, labels: [Int]) {
    var reader = ByteReader(bytes)
    guard case .dict(let entries) = try Unpickler.read(&reader) else { throw FileError(.format, "no dictionary") }
    func entry(_ name: String) -> PickleValue? { entries.first { $0.key.text == name }?.value }
    guard let labels = entry("labels")?.elements?.compactMap(\.int), labels.allSatisfy({ 0...9 ~= $0 }) else {
        throw FileError(.format, "no labels from 0 to 9")
    }
    guard let pixels = entry("data")?.arrayOfBytes, pixels.count == labels.count * imageSize else {
        throw FileError(.format, "no data: expected an array of uint8 of shape [\(labels.count), \(imageSize)]")
    }
    return (Tensor.fromBuffer(pixels, dtype: .uint8).view(-1, 3, 32, 32), labels)
}

extension PickleValue {
    /// Text, also of Python 2 or as bytes.
    fileprivate var text: String? {
        if case .bytes(let bytes) = self { return String(decoding: bytes, as: UTF8.self) }
        return string
    }

    /// The elements of a NumPy array of uint8 in row-major order: the name of what makes it, its arguments, and the
    /// state, which is a version, the shape, the dtype, whether columns come first, and the elements.
    fileprivate var arrayOfBytes: [UInt8]? {
        guard let parts = elements, parts.count == 3, parts[0].global?.hasSuffix("multiarray._reconstruct") == true,
            let state = parts[2].elements, state.count == 5, case .bool(false) = state[3],
            let dtype = state[2].elements, dtype.count > 1, dtype[1].elements?.first?.text == "u1"
        else { return nil }
        if case .bytes(let bytes) = state[4] { return bytes }
        return state[4].string.map { Array($0.utf8) }
    }
}
