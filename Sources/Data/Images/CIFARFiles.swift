import PinionAutograd
import PinionFiles

/// The files of CIFAR-10: six batches, published in one archive.
struct CIFARFiles {
    /// Where the archive is published, and its MD5 sum.
    let url: String
    let sum: String
    /// The MD5 sums of the batches, by their names.
    let sums: [String: String]
    /// How many images a batch has.
    let count: Int

    static let published = CIFARFiles(
        url: "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz", sum: "c58f30108f718f92721af3b95e74349a",
        sums: [
            "data_batch_1": "c99cafc152244af753f735de768cd75f", "data_batch_2": "d4bba439e000b95fd0a9bffe97cbabec",
            "data_batch_3": "54ebc095f3ab1f0389bbae665268c751", "data_batch_4": "634d18415352ddfa80567beed471001a",
            "data_batch_5": "482c414d41f54cd18b22e5b47cb7c3cb", "test_batch": "40351d587109b95175f43aff81a1287e",
        ], count: 10_000)

    /// The images of the part to train with, or of the one to test.
    func read(
        _ root: String, _ train: Bool, _ transform: (any Transform)?, download: Bool, verify: Bool
    ) throws(FileError) -> LabeledImages {
        let names = train ? (1...5).map { "data_batch_\($0)" } : ["test_batch"]
        let folders = ["\(root)/cifar-10-batches-py", "\(root)/cifar-10-batches-bin", root]
        func forms(_ name: String) -> [String] { [name, name + ".bin", name + ".bin.gz"] }
        if download && names.contains(where: { existing(forms($0), in: folders) == nil }) { try fetch(root) }
        var (images, labels): ([Tensor], [Int]) = ([], [])
        for name in names {
            let path = try firstFile(forms(name), in: folders, from: url)
            if verify && path.hasSuffix(name), let sum = sums[name] {
                try naming(path) { () throws(FileError) in try Download.check(contents(path), sum) }
            }
            let batch = try loadCIFAR(path)
            guard batch.labels.count == count else {
                throw FileError(.format, "expected \(count) images, found \(batch.labels.count)", path: path)
            }
            images.append(batch.images)
            labels += batch.labels
        }
        return LabeledImages(cat(images), labels: labels, transform: transform)
    }

    /// Fetches the archive and takes the batches out of it.
    private func fetch(_ root: String) throws(FileError) {
        let archive = "\(root)/cifar-10-python.tar.gz"
        try Download.fetch(url, to: archive) { (bytes) throws(FileError) in try Download.check(bytes, sum) }
        try naming(archive) { () throws(FileError) in
            for (name, data) in try Tar.files(contents(archive)) {
                guard let last = name.split(separator: "/").last, sums[String(last)] != nil else { continue }
                let path = "\(root)/cifar-10-batches-py/\(last)"
                try Download.makeFolders(above: path)
                let file = try AtomicFile(path)
                try data.withUnsafeBytes { (bytes) throws(FileError) in try file.write(bytes) }
                try file.commit()
            }
        }
    }
}
