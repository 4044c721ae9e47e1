import PinionFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files that are published: where they are to lie, and where they come from. `curl` fetches them, in a process of its
/// own, so that the library itself speaks to no network.
enum Download {
    /// Fetches a file unless it is there.
    ///
    /// It is checked before it gets its name: what lies there is complete.
    /// - Parameters:
    ///   - url: where it is published.
    ///   - path: where it is to lie; the folders above are made.
    ///   - check: throws where the bytes are not the published ones.
    static func fetch(_ url: String, to path: String, check: (Bytes) throws(FileError) -> Void) throws(FileError) {
        if access(path, R_OK) == 0 { return }
        try makeFolders(above: path)
        let temporary = "\(path).\(getpid()).\(UInt64.random(in: 0 ... .max)).part"
        defer { unlink(temporary) }
        let status = run(["curl", "-fsSL", "--retry", "3", "--connect-timeout", "20", "-o", temporary, url])
        if status != 0 {
            throw FileError(
                .system, "\(url) cannot be fetched: \(reason(status)); put the file there yourself", path: path)
        }
        let bytes = try naming(temporary) { () throws(FileError) in try MappedFile(temporary).bytes }
        do throws(FileError) { try check(bytes) } catch {
            throw FileError(error.kind, "what \(url) sent is not the published file: \(error.message)", path: path)
        }
        if rename(temporary, path) != 0 { throw FileError(.system, "cannot be written", path: path) }
    }

    /// Throws unless the bytes have this MD5 sum.
    static func check(_ bytes: Bytes, _ sum: String) throws(FileError) {
        let found = MD5.sum(bytes)
        if found != sum { throw FileError(.format, "its MD5 sum is \(found), expected \(sum)") }
    }

    /// Makes the folders above a path that are not there.
    static func makeFolders(above path: String) throws(FileError) {
        for place in path.indices.dropFirst() where path[place] == "/" {
            let folder = String(path[..<place])
            if mkdir(folder, 0o777) != 0 && errno != EEXIST && access(folder, X_OK) != 0 {
                throw FileError(.system, "the folder cannot be made: \(String(cString: strerror(errno)))", path: folder)
            }
        }
    }

    /// Runs a program, and returns its exit status; 127 where there is none of that name.
    private static func run(_ words: [String]) -> Int32 {
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return 127 } }
        // The exit status, or a number of its own for a program that was killed.
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// What an exit status of curl says.
    private static func reason(_ status: Int32) -> String {
        switch status {
        case 5, 6: "the host's name is not found, perhaps because there is no network"
        case 7, 28: "the host does not answer, perhaps because there is no network"
        case 22: "the host has no such file, or refuses it"
        case 23: "it cannot be written"
        case 127: "the program curl is not installed"
        default: "curl ended with status \(status)"
        }
    }
}
