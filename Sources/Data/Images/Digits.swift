import PinionAutograd
import PinionFiles

/// Handwritten digits that are part of this package: 1,797 images of 8x8 in shape [1, 8, 8], about 180 of each class.
///
/// From "Optical Recognition of Handwritten Digits" by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998),
/// under CC BY 4.0; the same images as scikit-learn's `load_digits`, in its order. For a part to test with, split it:
/// ```swift
/// let digits = Digits()
/// let parts = stratifiedSplit(digits, labels: digits.data.labels, [0.8, 0.2])
/// ```
public struct Digits: ImageDataset {
    public static let classes = (0..<10).map { "\($0)" }
    public let data: LabeledImages

    /// All images; each is numbers from 0 to 1 in steps of 1/16 when it is read.
    /// - Parameter transform: what is done to an image when it is read.
    public init(transform: (any Transform)? = nil) {
        data = LabeledImages(Self.stored.images, labels: Self.stored.labels, largest: 16, transform: transform)
    }

    private static let stored: (images: Tensor, labels: [Int]) = {
        let count = 1797
        let bytes = (try? Gzip.decompress(decodedBase64(digitsImages))) ?? []
        let images = Tensor.fromBuffer(bytes, dtype: .uint8, count: count * 64).view(count, 1, 8, 8)
        return (images, bytes[(count * 64)...].map(Int.init))
    }()
}

/// The bytes that base64 stands for; other characters are passed over.
private func decodedBase64(_ text: StaticString) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    text.withUTF8Buffer { letters in
        for letter in letters where values[Int(letter)] < 64 {
            (bits, count) = (bits << 6 | UInt32(values[Int(letter)]), count + 6)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
    }
    return bytes
}
