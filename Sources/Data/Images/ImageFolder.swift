import PinionAutograd
import PinionFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Images in folders, one a class, as torchvision's `ImageFolder`: `root/cat/1.png` has the class "cat".
///
/// Classes are numbered in alphabetical order; a class's files, in folders below too, are taken by the order of their
/// paths. How an image is read is the decoder's business.
public struct ImageFolder: Dataset {
    /// The folders' names; a label is a place in this list.
    public let classes: [String]
    /// Each file with its class.
    public let samples: [(path: String, label: Int)]
    private let decode: @Sendable (String) throws -> Tensor

    /// - Parameters:
    ///   - root: the folder above the classes.
    ///   - extensions: how the names of files that count end, in small letters.
    ///   - decode: makes an image of the file at a path; called when the sample is read.
    /// - Throws: `FileError` for a folder that cannot be read or a class without files.
    public init(
        _ root: String, extensions: [String] = ["jpg", "jpeg", "png", "ppm", "bmp", "pgm", "tif", "tiff", "webp"],
        decode: @escaping @Sendable (String) throws -> Tensor
    ) throws(FileError) {
        var (classes, samples): ([String], [(path: String, label: Int)]) = ([], [])
        for name in try entries(root) where isFolder(root + "/" + name) {
            let before = samples.count
            try appendFiles(root + "/" + name, classes.count, extensions, to: &samples)
            if samples.count == before {
                throw FileError(.format, "no file that ends in \(extensions)", path: root + "/" + name)
            }
            classes.append(name)
        }
        if classes.isEmpty { throw FileError(.format, "no folders; each class has one", path: root) }
        (self.classes, self.samples, self.decode) = (classes, samples, decode)
    }

    public var count: Int { samples.count }
    public subscript(index: Int) -> (Tensor, Int) {
        get throws { (try decode(samples[index].path), samples[index].label) }
    }
}

private func appendFiles(
    _ folder: String, _ label: Int, _ extensions: [String], to samples: inout [(path: String, label: Int)]
) throws(FileError) {
    let names = try entries(folder)
    for name in names where !isFolder(folder + "/" + name) {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if name.contains(".") && extensions.contains(ending) { samples.append((folder + "/" + name, label)) }
    }
    for name in names where isFolder(folder + "/" + name) {
        try appendFiles(folder + "/" + name, label, extensions, to: &samples)
    }
}

/// What is in a folder, in alphabetical order.
private func entries(_ folder: String) throws(FileError) -> [String] {
    guard let directory = opendir(folder) else {
        throw FileError(.system, "the folder cannot be read: \(String(cString: strerror(errno)))", path: folder)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let name = String(cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
        if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
