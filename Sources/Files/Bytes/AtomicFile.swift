#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that appears under its name only when it is complete.
///
/// It is written beside the target under another name, synced, and renamed: whoever looks finds the old file or the new
/// one, whenever the program ends. Without `commit` the unfinished file is removed. What is no file, such as a pipe or
/// `/dev/stdout`, is written as it is.
package final class AtomicFile {
    /// How many bytes are written.
    package private(set) var count = 0
    private let path: String
    /// The name until `commit`; nil where the target is written as it is.
    private let temporary: String?
    private var descriptor: Int32
    private var pending: [UInt8] = []

    package init(_ path: String) throws(FileError) {
        // A link is written through: what it points to is replaced, not the link.
        let target = realpath(path, nil)
        defer { free(target) }
        self.path = target.map { String(cString: $0) } ?? path
        var status = stat()
        let exists = stat(self.path, &status) == 0
        if exists && status.st_mode & S_IFMT == S_IFDIR {
            throw FileError(.system, "cannot be written: a folder is in the way", path: path)
        }
        if exists && status.st_mode & S_IFMT != S_IFREG {
            temporary = nil
            descriptor = open(self.path, O_WRONLY | O_CLOEXEC)
        } else {
            let name = "\(self.path).\(getpid()).\(UInt64.random(in: 0 ... .max)).tmp"
            temporary = name
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        }
        if descriptor < 0 { throw .system("cannot be written", path) }
        if exists && temporary != nil { fchmod(descriptor, status.st_mode & 0o777) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if descriptor >= 0, let temporary { unlink(temporary) }
    }

    /// Appends bytes; small pieces are collected.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        pending += bytes
        count += bytes.count
        if pending.count >= 1 << 16 { try flush() }
    }

    /// Appends bytes that lie in memory.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try flush()
        count += bytes.count
        try writeAll(bytes)
    }

    /// Makes the file appear under its name.
    package func commit() throws(FileError) {
        try flush()
        guard let temporary else {
            let closed = close(descriptor)
            descriptor = -1
            if closed != 0 { throw .system("cannot be written", path) }
            return
        }
        if fsync(descriptor) != 0 { throw .system("cannot be written", path) }
        if rename(temporary, path) != 0 { throw .system("cannot be replaced", path) }
        let closed = close(descriptor)
        descriptor = -1
        if closed != 0 { throw .system("cannot be written", path) }
        // The folder's entry survives a power cut only when the folder is synced too; not every file system can.
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = end.map { String(path[..<$0]) + "/" } ?? "."
        let handle = open(folder, O_RDONLY | O_CLOEXEC)
        if handle >= 0 {
            fsync(handle)
            close(handle)
        }
    }

    private func flush() throws(FileError) {
        if pending.isEmpty { return }
        let bytes = pending
        pending.removeAll(keepingCapacity: true)
        var failure: FileError?
        bytes.withUnsafeBytes { bytes in
            do throws(FileError) { try writeAll(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        guard let base = bytes.baseAddress else { return }
        var done = 0
        while done < bytes.count {
            // One call writes at most 2 GB on Linux, and macOS refuses more.
            let written = systemWrite(descriptor, base + done, min(bytes.count - done, 1 << 30))
            if written < 0 && errno == EINTR { continue }
            if written <= 0 { throw .system("cannot be written", path) }
            done += written
        }
    }

    /// Writes a whole file.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let file = try AtomicFile(path)
        try file.write(bytes)
        try file.commit()
    }
}

/// The system's `write`, which the method hides.
private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, base, count)
}
