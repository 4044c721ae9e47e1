#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file as memory: read page by page when it is touched. Unmapped when the last reference is gone.
///
/// Pages that are written become the process's own; the file never changes. A file that another program cuts short in
/// the meantime takes its pages away: files that are replaced by renaming, as `save` does, are safe.
package final class MappedFile: @unchecked Sendable {
    // Unchecked: the mapping does not change between init and deinit.
    package let base: UnsafeMutableRawPointer?
    package let count: Int

    package init(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .system("cannot be opened", path) }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw .system("cannot be looked at", path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw FileError(.system, "is a folder, not a file", path: path) }
        count = Int(status.st_size)
        if count == 0 {
            base = nil
            return
        }
        let address = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw .system("cannot be mapped", path) }
        base = address
    }

    deinit {
        if let base { munmap(base, count) }
    }

    /// All of it.
    package var bytes: Bytes { Bytes(UnsafeRawBufferPointer(start: base, count: count), owner: self) }
}

extension FileError {
    /// An error of the last system call.
    static func system(_ message: String, _ path: String) -> FileError {
        FileError(.system, "\(message): \(String(cString: strerror(errno)))", path: path)
    }
}
