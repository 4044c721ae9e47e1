import PinionFiles

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The first of `names` that there is in one of `folders`.
func existing(_ names: [String], in folders: [String]) -> String? {
    for folder in folders {
        for name in names where access(folder + "/" + name, R_OK) == 0 { return folder + "/" + name }
    }
    return nil
}

/// The first of `names` that there is in one of `folders`.
/// - Throws: an error that says what to put where, and where it is published.
func firstFile(_ names: [String], in folders: [String], from site: String) throws(FileError) -> String {
    if let path = existing(names, in: folders) { return path }
    throw FileError(
        .system,
        "no \(names.joined(separator: " or ")) in \(folders.joined(separator: " or ")); put it there, from \(site)"
    )
}
