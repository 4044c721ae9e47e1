/// libFuzzer's entry: the first byte chooses the reader, the rest is the file. Built by `Tests/Fuzz/run`.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let readers = FuzzReader.allCases
    guard count > 0, Int(start[0]) < readers.count else { return -1 }
    let bytes = [UInt8](UnsafeBufferPointer(start: start + 1, count: count - 1))
    do { try readers[Int(start[0])].read(Bytes(bytes)) } catch {
        if error.position == nil { fatalError("an error without a position: \(error)") }
    }
    return 0
}
