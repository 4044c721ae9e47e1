import Foundation
import PinionFiles
import PinionTensor
import PinionTestSupport
import Testing

@testable import PinionData

private func says(_ error: FileError?, _ words: String) -> Bool { error?.message.contains(words) ?? false }

/// Files are fetched with `file:` addresses, so that no network is needed.
@Suite(.enabled(if: access("/usr/bin/curl", X_OK) == 0)) struct DownloadTests {
    @Test func filesAreFetchedOnce() throws {
        try withFolder { folder in
            let source = try write([1, 2, 3], folder, "published")
            let target = folder + "/a/b/file"
            let sum = MD5.sum(Bytes([1, 2, 3]))
            func fetch(_ url: String) throws {
                try Download.fetch(url, to: target) { (bytes) throws(FileError) in try Download.check(bytes, sum) }
            }
            try fetch("file://" + source)
            #expect(FileManager.default.contents(atPath: target) == Data([1, 2, 3]))
            // What is there is not asked for again.
            try fetch("file:///nowhere")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b") == ["file"])
        }
    }

    @Test func whatIsNotThePublishedFileLeavesNothing() throws {
        try withFolder { folder in
            let source = try write([1, 2, 4], folder, "published")
            let target = folder + "/raw/file"
            let wrong = #expect(throws: FileError.self) {
                try Download.fetch("file://" + source, to: target) { (bytes) throws(FileError) in
                    try Download.check(bytes, MD5.sum(Bytes([1, 2, 3])))
                }
            }
            #expect(wrong?.path == target && says(wrong, "is not the published file: its MD5 sum"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/raw").isEmpty)
        }
    }

    @Test func whatCannotBeFetchedLeavesNothing() throws {
        try withFolder { folder in
            let missing = #expect(throws: FileError.self) {
                try Download.fetch("file://\(folder)/other", to: folder + "/raw/file") { _ in }
            }
            #expect(says(missing, "cannot be fetched: "))
            #expect(says(missing, "put the file there yourself"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/raw").isEmpty)
            let source = try write([1, 2, 4], folder, "published")
            let blocked = #expect(throws: FileError.self) {
                try Download.fetch("file://" + source, to: source + "/raw/file") { _ in }
            }
            #expect(says(blocked, "the folder cannot be made"))
        }
    }

    @Test func mnistIsFetchedToTorchvisionsFolder() throws {
        try withFolder { folder in
            let images = idx(8, [10_000, 28, 28], [UInt8](repeating: 7, count: 7_840_000))
            let labels = idx(8, [10_000], (0..<10_000).map { UInt8($0 % 10) })
            _ = try write(Gzip.compress(images), folder, "site/t10k-images-idx3-ubyte.gz")
            _ = try write(Gzip.compress(labels), folder, "site/t10k-labels-idx1-ubyte.gz")
            let sums = ["t10k-images-idx3-ubyte": images, "t10k-labels-idx1-ubyte": labels]
            let files = MNISTFiles(
                name: "Small", site: "file://\(folder)/site/", sums: sums.mapValues { MD5.sum(Bytes($0)) })
            let root = folder + "/data"
            #expect(throws: FileError.self) { try files.read(root, false, nil, download: false, verify: true) }
            for download in [true, false] {
                let test = try files.read(root, false, nil, download: download, verify: true)
                #expect(test.count == 10_000 && test.labels[3] == 3)
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: root + "/Small/raw").sorted()
            #expect(names == ["t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"])
            let train = #expect(throws: FileError.self) {
                try files.read(root, true, nil, download: true, verify: true)
            }
            #expect(says(train, "site/train-images-idx3-ubyte.gz cannot be fetched"))
        }
    }

    @Test func cifarIsFetchedAndUnpacked() throws {
        try withFolder { folder in
            let archive = try Fixture.path("cifar.tar.gz")
            let files = try CIFARFiles(
                url: "file://" + archive, sum: MD5.sum(MappedFile(archive).bytes),
                sums: ["test_batch": MD5.sum(contents(Fixture.path("cifar_py3.pkl.gz"))), "data_batch_1": ""], count: 3)
            let test = try files.read(folder, false, nil, download: true, verify: true)
            #expect(test.labels == [6, 9, 0] && test.images.shape == [3, 3, 32, 32])
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/cifar-10-batches-py").sorted()
            #expect(names == ["data_batch_1", "test_batch"])
            // Its batches are there, but none of the others.
            let train = #expect(throws: FileError.self) {
                try files.read(folder, true, nil, download: true, verify: false)
            }
            #expect(says(train, "no data_batch_2"))
            let other = CIFARFiles(url: files.url, sum: files.sum, sums: ["test_batch": "0"], count: 3)
            #expect(throws: FileError.self) { try other.read(folder, false, nil, download: false, verify: true) }
        }
    }
}

@Suite struct CIFARTests {
    /// Byte i of the images in make_cifar.py.
    private func pixel(_ i: Int) -> Int { i / 64 * 5 % 256 }

    @Test func batchesOfPython() throws {
        let first = try loadCIFAR(Fixture.path("cifar_py2.pkl.gz"))
        #expect(first.labels == [6, 9, 0] && first.images.shape == [3, 3, 32, 32] && first.images.dtype == .uint8)
        #expect(first.images.flatten().toArray(Int.self) == (0..<9216).map(pixel))
        let second = try loadCIFAR(Fixture.path("cifar_py3.pkl.gz"))
        #expect(second.images[2].flatten().toArray(Int.self) == (0..<3072).map(pixel))
    }

    @Test func damagedBatches() throws {
        try withFolder { folder in
            let whole = try contents(Fixture.path("cifar_py2.pkl.gz")).array
            for count in [1, 40, whole.count / 2, whole.count - 1] {
                let path = try write(Array(whole.prefix(count)), folder, "x")
                #expect(throws: FileError.self) { try loadCIFAR(path) }
            }
            // A dictionary without data, a label too large, and another type of elements.
            let empty = try write([0x80, 2, UInt8(ascii: "}"), UInt8(ascii: ".")], folder, "empty")
            #expect(#expect(throws: FileError.self) { try loadCIFAR(empty) }?.message == "no labels from 0 to 9")
            for (old, new) in [([75, 6, 75, 9], [75, 6, 75, 10]), ([2, 117, 49], [2, 117, 50])] as [([UInt8], [UInt8])]
            {
                var bytes = whole
                let place = try #require((0..<bytes.count - 4).first { bytes[$0..<$0 + old.count].elementsEqual(old) })
                bytes.replaceSubrange(place..<place + old.count, with: new)
                let path = try write(bytes, folder, "x")
                let error = #expect(throws: FileError.self) { try loadCIFAR(path) }
                #expect(says(error, "no "))
            }
        }
    }

    @Test func damagedArchives() throws {
        let whole = try contents(Fixture.path("cifar.tar.gz"))
        #expect(try Tar.files(whole).map(\.name).last == "cifar-10-batches-py/readme.html")
        #expect(throws: FileError.self) { try Tar.files(whole[0..<4000]) }
        var bytes = whole.array
        bytes[257] = 0
        #expect(throws: FileError.self) { try Tar.files(Bytes(bytes)) }
        bytes = whole.array
        bytes[124] = UInt8(ascii: "9")
        #expect(throws: FileError.self) { try Tar.files(Bytes(bytes)) }
    }
}
