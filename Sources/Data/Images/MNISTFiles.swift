import PinionAutograd
import PinionFiles

/// The four files of MNIST or of a dataset in its form.
struct MNISTFiles {
    /// The name of the folder, as torchvision has it.
    let name: String
    /// Where the files are published.
    let site: String
    /// The MD5 sums of what is in the files, by their names.
    let sums: [String: String]

    static let digits = MNISTFiles(
        name: "MNIST", site: "https://ossci-datasets.s3.amazonaws.com/mnist/",
        sums: [
            "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
            "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
            "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
            "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
        ])

    static let fashion = MNISTFiles(
        name: "FashionMNIST", site: "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        sums: [
            "train-images-idx3-ubyte": "f4a8712d7a061bf5bd6d2ca38dc4d50a",
            "train-labels-idx1-ubyte": "9018921c3c673c538a1fc5bad174d6f9",
            "t10k-images-idx3-ubyte": "8181f5470baa50b63fa0f6fddb340f0a",
            "t10k-labels-idx1-ubyte": "15d484375f8d13e6eb1aabb0c3f46965",
        ])

    /// The images of the part to train with, or of the one to test.
    func read(
        _ root: String, _ train: Bool, _ transform: (any Transform)?, download: Bool, verify: Bool
    ) throws(FileError) -> LabeledImages {
        let count = train ? 60_000 : 10_000
        let part = train ? "train-" : "t10k-"
        let images = try read(part + "images-idx3-ubyte", root, [count, 28, 28], download: download, verify: verify)
        let labels = try read(part + "labels-idx1-ubyte", root, [count], download: download, verify: verify)
            .toArray(Int.self)
        if let odd = labels.firstIndex(where: { $0 > 9 }) {
            throw FileError(.format, "label \(labels[odd]) of image \(odd); there are classes 0 to 9", path: root)
        }
        return LabeledImages(images.unsqueeze(1), labels: labels, transform: transform)
    }

    private func read(
        _ file: String, _ root: String, _ shape: [Int], download: Bool, verify: Bool
    ) throws(FileError) -> Tensor {
        let folders = ["\(root)/\(name)/raw", root]
        let url = site + file + ".gz"
        let sum = sums[file] ?? ""
        if download && existing([file, file + ".gz"], in: folders) == nil {
            try Download.fetch(url, to: "\(folders[0])/\(file).gz") { (bytes) throws(FileError) in
                try Download.check(Gzip.decompress(bytes), sum)
            }
        }
        let path = try firstFile([file, file + ".gz"], in: folders, from: url)
        return try naming(path) { () throws(FileError) in
            let bytes = try contents(path)
            let tensor = try readIDX(bytes)
            guard tensor.dtype == .uint8, tensor.shape == shape else {
                throw FileError(
                    .format, "expected bytes of shape \(shape), found \(tensor.dtype) of shape \(tensor.shape)")
            }
            if verify && MD5.sum(bytes) != sum {
                throw FileError(.format, "the MD5 sum \(MD5.sum(bytes)) is not that of the published file, \(sum)")
            }
            return tensor
        }
    }
}
