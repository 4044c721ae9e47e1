/// Bytes in memory, kept alive by their owner: a buffer of our own or a mapped file. Slices share them.
///
/// Every access is checked; `withUnsafeBytes` is for copying into the memory of tensors.
package struct Bytes: @unchecked Sendable {
    // Unchecked: nobody writes the memory once it is here.
    private let owner: AnyObject?
    private let memory: UnsafeRawBufferPointer
    /// Where the first byte lies in the file.
    package let origin: Int

    package init(_ memory: UnsafeRawBufferPointer, owner: AnyObject?, origin: Int = 0) {
        (self.memory, self.owner, self.origin) = (memory, owner, origin)
    }

    /// A copy of an array.
    package init(_ array: [UInt8]) {
        let buffer = ByteBuffer(capacity: array.count)
        array.withUnsafeBytes { buffer.append($0) }
        self = buffer.bytes
    }

    package var count: Int { memory.count }
    package var isEmpty: Bool { memory.isEmpty }

    /// The byte at `i`, counted from the slice's own beginning.
    package subscript(i: Int) -> UInt8 {
        precondition(i >= 0 && i < memory.count)
        return memory[i]
    }

    /// A part; its positions in errors stay those of the file. The range must lie inside.
    package subscript(range: Range<Int>) -> Bytes {
        precondition(range.lowerBound >= 0 && range.upperBound <= memory.count)
        return Bytes(UnsafeRawBufferPointer(rebasing: memory[range]), owner: owner, origin: origin + range.lowerBound)
    }

    /// A part, or an error that names it where it does not lie inside.
    package func part(_ start: Int, count: Int, _ what: @autoclosure () -> String) throws(FileError) -> Bytes {
        guard start >= 0, count >= 0, start <= self.count, count <= self.count - start else {
            throw FileError(
                .format, "\(what()) of \(count) bytes does not fit: the data ends at byte \(origin + self.count)",
                at: origin &+ start)
        }
        return self[start..<start + count]
    }

    /// The same bytes with positions counted from their own beginning.
    package var rebased: Bytes { Bytes(memory, owner: owner) }

    /// The memory, for the duration of the call.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(owner) {} }
        return try body(memory)
    }

    /// A copy as an array.
    package var array: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

    /// Copies the bytes to memory that holds them; those of a file are read from it, so that none is in memory twice.
    package func copy(to target: UnsafeMutableRawPointer, _ what: @autoclosure () -> String) throws(FileError) {
        guard let base = memory.baseAddress else { return }
        guard let file = owner as? MappedFile else {
            return target.copyMemory(from: base, byteCount: count)
        }
        if !file.read(memory, to: target) {
            throw FileError(.system, "\(what()) cannot be read: the file was changed meanwhile", at: origin)
        }
    }

    /// Throws where the checksum of these bytes, after those of `head`, is not `sum`; nil fits everything.
    package func check(_ sum: UInt32?, after head: Bytes? = nil, _ what: @autoclosure () -> String) throws(FileError) {
        guard let sum else { return }
        var found = CRC32()
        head?.withUnsafeBytes { found.add($0) }
        withUnsafeBytes { found.add($0) }
        if found.value != sum {
            throw FileError(.format, "the checksum of \(what()) does not match", at: origin)
        }
    }

    /// An integer at `position`, which must lie inside.
    package func integer<T: FixedWidthInteger>(at position: Int, _ type: T.Type) -> T {
        precondition(position >= 0 && position <= count - MemoryLayout<T>.size)
        return T(littleEndian: memory.loadUnaligned(fromByteOffset: position, as: T.self))
    }
}

extension Bytes: Equatable {
    package static func == (a: Bytes, b: Bytes) -> Bool {
        a.withUnsafeBytes { x in b.withUnsafeBytes { y in x.elementsEqual(y) } }
    }

    /// Whether these are the characters of `text`.
    package static func == (a: Bytes, b: StaticString) -> Bool {
        a.withUnsafeBytes { x in x.elementsEqual(UnsafeBufferPointer(start: b.utf8Start, count: b.utf8CodeUnitCount)) }
    }
}
