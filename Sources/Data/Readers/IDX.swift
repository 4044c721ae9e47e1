import PinionAutograd
import PinionFiles

/// The tensor in an IDX file, the format of MNIST; a gzip file is decompressed on the way.
/// - Throws: `FileError` for a file that is missing, damaged, or no IDX file.
public func loadIDX(_ path: String) throws(FileError) -> Tensor {
    try naming(path) { () throws(FileError) in try readIDX(contents(path)) }
}

/// A file's bytes; what a gzip file stands for.
func contents(_ path: String) throws(FileError) -> Bytes {
    let bytes = try MappedFile(path).bytes
    let isCompressed = bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    return isCompressed ? try Gzip.decompress(bytes) : bytes
}

/// Two zeros, the type, the number of dimensions, big-endian sizes, and the elements in row-major order.
func readIDX(_ bytes: Bytes) throws(FileError) -> Tensor {
    var reader = ByteReader(bytes)
    if try reader.bigEndian(UInt16.self, "IDX header") != 0 {
        throw FileError(.format, "no IDX file: it does not begin with two zeros", at: 0)
    }
    let type = try reader.byte("IDX header")
    let types: [UInt8: DType] = [8: .uint8, 9: .int8, 11: .int16, 12: .int32, 13: .float32, 14: .float64]
    guard let dtype = types[type] else {
        throw FileError(.format, "element type \(type); IDX has 8, 9, 11, 12, 13 and 14", at: 2)
    }
    let rank = Int(try reader.byte("IDX header"))
    if rank > 8 { throw FileError(.unsupported, "\(rank) dimensions; a tensor has at most 8", at: 3) }
    var (shape, count): ([Int], Int) = ([], dtype.byteCount)
    for _ in 0..<rank {
        let size = Int(try reader.bigEndian(UInt32.self, "size of a dimension"))
        shape.append(size)
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: size)
        if isTooLarge { throw reader.failure("the sizes \(shape) are too large") }
        count = product
    }
    if reader.left != count {
        throw reader.failure("\(count) bytes of elements of shape \(shape) expected, but \(reader.left) follow")
    }
    let elements = try reader.take(count, "elements").withUnsafeBytes { bytes in
        switch dtype.byteCount {
        case 2: swapped(bytes, UInt16.self, dtype)
        case 4: swapped(bytes, UInt32.self, dtype)
        case 8: swapped(bytes, UInt64.self, dtype)
        default: Tensor.fromBuffer(bytes, dtype: dtype)
        }
    }
    return elements.view(shape)
}

private func swapped<Word: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _: Word.Type, _ dtype: DType
) -> Tensor {
    let step = MemoryLayout<Word>.size
    let words = (0..<bytes.count / step).map {
        Word(bigEndian: bytes.loadUnaligned(fromByteOffset: $0 * step, as: Word.self))
    }
    return words.withUnsafeBytes { Tensor.fromBuffer($0, dtype: dtype) }
}
