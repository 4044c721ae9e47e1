import PinionOptim
import PinionSIMDKernels
import Synchronization

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
    private let descriptor: Int32

    package init(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 { throw .system("cannot be opened", path) }
        do throws(FileError) {
            (base, count) = try Self.map(descriptor, path)
            self.descriptor = descriptor
        } catch {
            close(descriptor)
            throw error
        }
    }

    private static func map(
        _ descriptor: Int32, _ path: String
    ) throws(FileError) -> (base: UnsafeMutableRawPointer?, count: Int) {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw .system("cannot be looked at", path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw FileError(.system, "is a folder, not a file", path: path) }
        if status.st_mode & S_IFMT != S_IFREG { throw FileError(.system, "is no file with an end", path: path) }
        let count = Int(status.st_size)
        if count == 0 { return (nil, 0) }
        let address = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw .system("cannot be mapped", path) }
        return (address, count)
    }

    deinit {
        if let base { munmap(base, count) }
        close(descriptor)
    }

    /// Reads a part of the mapping from the file itself, on several threads; false where that is not possible.
    func read(_ part: UnsafeRawBufferPointer, to target: UnsafeMutableRawPointer) -> Bool {
        guard let base, let start = part.baseAddress else { return part.isEmpty }
        let offset = UnsafeRawPointer(base).distance(to: start)
        let isComplete = Atomic<Bool>(true)
        parallelFor(0..<part.count, grain: 1 << 22) { range in
            var done = range.lowerBound
            while done < range.upperBound {
                // One call reads at most 2 GB on Linux, and macOS refuses more.
                let size = min(range.upperBound - done, 1 << 30)
                let result = pread(descriptor, target + done, size, off_t(offset + done))
                if result < 0 && errno == EINTR { continue }
                if result <= 0 { return isComplete.store(false, ordering: .relaxed) }
                done += result
            }
        }
        return isComplete.load(ordering: .relaxed)
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
