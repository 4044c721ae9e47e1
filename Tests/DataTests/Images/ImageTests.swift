import Foundation
import PinionFiles
import Testing

@testable import PinionData

/// A folder of files that is gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "pinion-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}

func write(_ bytes: [UInt8], _ folder: String, _ name: String) throws -> String {
    let path = folder + "/" + name
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
}

func idx(_ type: UInt8, _ sizes: [Int], _ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, type, UInt8(sizes.count)]
    for size in sizes {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: size >> shift)) }
    }
    return bytes + data
}

@Suite struct ImageTests {
    @Test func idxOfAllTypes() throws {
        try withFolder { folder in
            let bytes = try loadIDX(write(idx(8, [2, 3], [0, 1, 2, 253, 254, 255]), folder, "bytes"))
            #expect(bytes.dtype == .uint8 && bytes.toList([[Int]].self) == [[0, 1, 2], [253, 254, 255]])
            let shorts = try loadIDX(write(idx(11, [2], [1, 2, 255, 254]), folder, "shorts"))
            #expect(shorts.dtype == .int16 && shorts.toArray(Int.self) == [258, -2])
            let floats = try loadIDX(write(idx(13, [1], [0x3F, 0x80, 0, 0]), folder, "floats"))
            #expect(floats.dtype == .float32 && floats.item == 1)
            let small = Gzip.compress(idx(8, [2], [7, 9]))
            #expect(try loadIDX(write(small, folder, "a.gz")).toArray(Int.self) == [7, 9])
        }
    }

    @Test func damagedIDX() throws {
        try withFolder { folder in
            let damaged: [([UInt8], String)] = [
                (idx(8, [2, 3], [1, 2]), "6 bytes of elements"), ([1, 0, 8, 1], "two zeros"), ([0, 0], "IDX header"),
                (idx(7, [1], [1]), "element type 7"), (idx(8, [1], [1, 2]), "but 2 follow"),
                (idx(14, [1 << 31, 1 << 31, 1 << 31], []), "too large"),
            ]
            for (bytes, message) in damaged {
                let path = try write(bytes, folder, "x")
                let error = #expect(throws: FileError.self) { try loadIDX(path) }
                #expect(error?.description.contains(message) == true && error?.path == path)
            }
        }
    }

    @Test func mnistFolders() throws {
        try withFolder(Self.mnistFoldersIn)
    }

    private static func mnistFoldersIn(_ folder: String) throws {
        let missing = #expect(throws: FileError.self) { try MNIST(root: folder) }
        #expect(missing?.message.contains("train-images-idx3-ubyte.gz in \(folder)/MNIST/raw") == true)
        var pixels = [UInt8](repeating: 0, count: 10_000 * 784)
        pixels[784 + 28 + 1] = 51
        let images = Gzip.compress(idx(8, [10_000, 28, 28], pixels))
        _ = try write(images, folder, "FashionMNIST/raw/t10k-images-idx3-ubyte.gz")
        let labels = (0..<10_000).map { UInt8($0 % 10) }
        _ = try write(idx(8, [10_000], labels), folder, "FashionMNIST/raw/t10k-labels-idx1-ubyte")
        let test = try FashionMNIST(
            root: folder, train: false, transform: Normalize(mean: [0.5], std: [0.5]), verify: false)
        #expect(test.count == 10_000 && test.images.shape == [10_000, 1, 28, 28])
        let (image, label) = try test[1]
        #expect(image.shape == [1, 28, 28] && image.dtype == .float32 && label == 1)
        let lit: Float = (51 / 255 - 0.5) / 0.5
        #expect(image[0, 1, 1].item == Double(lit))
        #expect(image[0, 0, 0].item == -1)
        for (images, labels) in DataLoader(test, batchSize: 64, workers: 2) {
            #expect(images.shape == [64, 1, 28, 28] && labels[2].item == 2)
            break
        }
        try Self.refusals(folder)
    }

    /// What a file that is not the published one, and one of another shape, are told.
    private static func refusals(_ folder: String) throws {
        let other = #expect(throws: FileError.self) { try FashionMNIST(root: folder, train: false) }
        #expect(other?.message.hasSuffix("published file, 8181f5470baa50b63fa0f6fddb340f0a") == true)
        _ = try write(idx(8, [3], [1, 2, 3]), folder, "FashionMNIST/raw/t10k-labels-idx1-ubyte")
        let wrong = #expect(throws: FileError.self) { try FashionMNIST(root: folder, train: false, verify: false) }
        #expect(wrong?.message == "expected bytes of shape [10000], found uint8 of shape [3]")
    }

    /// RFC 1321's own examples, and a length whose padding needs a block more.
    @Test(arguments: [
        ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
        (
            "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
            "57edf4a22be3c955ac49da2e2107b67a"
        ),
        (String(repeating: "a", count: 60), "cc7ed669cf88f201c3297c6a91e1d18d"),
    ]) func md5(text: String, sum: String) {
        #expect(MD5.sum(Bytes(Array(text.utf8))) == sum)
    }

    @Test func cifarBatches() throws {
        try withFolder { folder in
            var record: [UInt8] = [3]
            for i in 0..<3072 { record.append(UInt8(i / 1024 * 100)) }
            let batch = try loadCIFAR(write(record + record, folder, "x.bin"))
            #expect(batch.labels == [3, 3] && batch.images.shape == [2, 3, 32, 32])
            #expect(batch.images[1, 2, 0, 0].item == 200)
            let cut = try write(Array(record.dropLast()), folder, "y.bin")
            #expect(throws: FileError.self) { try loadCIFAR(cut) }
            #expect(throws: FileError.self) { try CIFAR10(root: folder) }
        }
    }

    @Test func digits() throws {
        let digits = Digits()
        #expect(digits.count == 1797 && digits.images.shape == [1797, 1, 8, 8])
        // As scikit-learn's: the number of each class, the sum of all pixels, the first image's first rows.
        let counts = (0..<10).map { label in digits.data.labels.count { $0 == label } }
        #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
        #expect(digits.images.sum().item == 561718)
        #expect(digits.images[0, 0, 0].toArray(Int.self) == [0, 0, 5, 13, 9, 1, 0, 0])
        let (image, label) = try digits[1796]
        #expect(label == 8 && image.shape == [1, 8, 8] && image.max().item <= 1)
    }

    @Test func transforms() throws {
        let bytes = Tensor([[[0, 255], [51, 102]]], dtype: .uint8)
        let image = try Compose(ToTensor(), Lambda { $0 * 2 })(bytes)
        #expect(image.shape == [2, 1, 2] && image.toArray(Float.self) == [0, 0.4, 2, 0.8])
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = Normalize(mean: [0], std: [0]) } }
    }
}
