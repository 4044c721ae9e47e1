/// What is wrong with a file: which one, where in it, what was found and what was expected.
public struct FileError: Error, Equatable, CustomStringConvertible {
    /// What kind of thing went wrong.
    public enum Kind: Sendable {
        /// The system refused: no such file, no permission, a full disk.
        case system
        /// The bytes are not what the format asks for: damaged, cut off, or another format.
        case format
        /// The file is in order, but holds something that is not understood here.
        case unsupported
        /// The file asks for more memory, depth or names than it may.
        case limit
        /// What is to be written, or to be read into, does not fit.
        case value
    }

    /// What kind of thing went wrong.
    public let kind: Kind
    /// What was found, and what was expected.
    public let message: String
    /// The byte at which it was found, counted from the file's beginning (or that of the compressed data).
    public let position: Int?
    /// The file, where it is known.
    public var path: String?

    /// An error of a reader of one's own.
    public init(_ kind: Kind, _ message: String, at position: Int? = nil, path: String? = nil) {
        (self.kind, self.message, self.position, self.path) = (kind, message, position, path)
    }

    /// `net.pth: byte 17: message`, in one line.
    public var description: String {
        (path.map { "\($0): " } ?? "") + (position.map { "byte \($0): " } ?? "") + message
    }

    /// The same error with a path, unless it has one.
    package func inFile(_ path: String) -> FileError {
        FileError(kind, message, at: position, path: self.path ?? path)
    }
}

/// Runs `body` and names the file in what it throws.
package func naming<Result>(_ path: String, _ body: () throws(FileError) -> Result) throws(FileError) -> Result {
    do { return try body() } catch { throw error.inFile(path) }
}
