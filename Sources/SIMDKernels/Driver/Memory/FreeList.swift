/// A stack of free blocks of one size, linked through their first words.
struct FreeList {
    private var head: UnsafeMutableRawPointer?
    private(set) var count = 0

    @inline(__always)
    mutating func push(_ block: UnsafeMutableRawPointer) {
        block.storeBytes(of: head, as: UnsafeMutableRawPointer?.self)
        head = block
        count += 1
    }

    @inline(__always)
    mutating func pop() -> UnsafeMutableRawPointer? {
        guard let block = head else { return nil }
        head = block.load(as: UnsafeMutableRawPointer?.self)
        count -= 1
        return block
    }
}
