// The loops below the entries are plain ones over a block that stays in the first cache; an entry for each instruction
// set can take their place.

/// Calls `body` with blocks of up to 2048 elements, on several threads where there are many.
@inline(__always)
func forEachUpdateBlock(_ dtype: DType, _ count: Int, _ body: (Range<Int>) -> Void) {
    let block = 2048
    parallelFor(0..<count, grain: 32768) { part in
        var start = part.lowerBound
        while start < part.upperBound {
            let end = min(start + block, part.upperBound)
            body(start..<end)
            start = end
        }
    }
}

func checkUpdate(_ name: StaticString, _ dtype: DType, _ count: Int) {
    checkFloating("\(name)", dtype, dtype == .float32 || dtype == .float64)
    checkCount("\(name)", count)
}

extension UnsafeMutableRawPointer {
    /// The elements from `part`'s beginning.
    @inline(__always)
    func elements<T>(_ type: T.Type, _ part: Range<Int>) -> UnsafeMutablePointer<T> {
        assumingMemoryBound(to: type) + part.lowerBound
    }
}

extension UnsafeRawPointer {
    /// The elements from `part`'s beginning.
    @inline(__always)
    func elements<T>(_ type: T.Type, _ part: Range<Int>) -> UnsafePointer<T> {
        assumingMemoryBound(to: type) + part.lowerBound
    }
}
