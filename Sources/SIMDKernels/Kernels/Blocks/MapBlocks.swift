import PinionKernelInterface

/// The same as `Source.scalarBytes`, which does not become a constant in another module.
@inline(__always) var blockBytes: Int { 256 }

/// `y[i] = f(a[i], b[i], c[i])`, a block of at most `blockBytes` bytes at a time.
///
/// A block has a constant count and its results go to the stack first. So its loop is vector code without a check
/// whether the target overlaps a source: any source may be the target itself. The last elements come as a whole block
/// too, put together on the stack, and a scalar's repeated value is read as a block again and again: there is one loop
/// for all cases.
@inline(__always)
func mapBlocks<A: BitwiseCopyable, B: BitwiseCopyable, C: BitwiseCopyable, Y: BitwiseCopyable>(
    _ a: Source, _ b: Source, _ c: Source, _ y: UnsafeMutableRawPointer, _ count: Int, _ f: (A, B, C) -> Y
) {
    let size = largest(largest(MemoryLayout<A>.size, MemoryLayout<B>.size), MemoryLayout<C>.size)
    let block = blockBytes / largest(size, MemoryLayout<Y>.size)
    // Two allocations, so that the compiler can tell them apart; with more alignment they would come from the heap.
    withUnsafeTemporaryAllocation(byteCount: blockBytes + 48, alignment: 16) { stack in
        withUnsafeTemporaryAllocation(byteCount: 3 * blockBytes, alignment: 16) { rest in
            let unaligned = stack.baseAddress.unsafelyUnwrapped
            let result = unaligned + (0 &- Int(bitPattern: unaligned)) & 63
            let padded = rest.baseAddress.unsafelyUnwrapped
            var i = 0
            while i < count {
                var pa = a.base + i * a.step * MemoryLayout<A>.size
                var pb = b.base + i * b.step * MemoryLayout<B>.size
                var pc = c.base + i * c.step * MemoryLayout<C>.size
                let n = count - i < block ? count - i : block
                if n < block {
                    // Ones behind the last element: a divisor that is not there must not be zero.
                    padded.initializeMemory(as: UInt8.self, repeating: 1, count: 3 * blockBytes)
                    pa = copied(pa, n * MemoryLayout<A>.size, padded)
                    pb = copied(pb, n * MemoryLayout<B>.size, padded + blockBytes)
                    pc = copied(pc, n * MemoryLayout<C>.size, padded + 2 * blockBytes)
                }
                let xa = pa.assumingMemoryBound(to: A.self)
                let xb = pb.assumingMemoryBound(to: B.self)
                let xc = pc.assumingMemoryBound(to: C.self)
                let out = result.assumingMemoryBound(to: Y.self)
                var k = 0
                while k < block {
                    out[k] = f(xa[k], xb[k], xc[k])
                    k += 1
                }
                let target = y + i * MemoryLayout<Y>.size
                if n == block {
                    target.copyMemory(from: result, byteCount: block * MemoryLayout<Y>.size)
                } else {
                    target.copyMemory(from: result, byteCount: n * MemoryLayout<Y>.size)
                }
                i += n
            }
        }
    }
}

/// `y[i] = f(a[i], b[i])`, as above.
@inline(__always)
func mapBlocks<A: BitwiseCopyable, B: BitwiseCopyable, Y: BitwiseCopyable>(
    _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int, _ f: (A, B) -> Y
) {
    mapBlocks(a, b, b, y, count) { (a: A, b: B, _: B) in f(a, b) }
}

/// `y[i] = f(a[i])`, as above.
@inline(__always)
func mapBlocks<A: BitwiseCopyable, Y: BitwiseCopyable>(
    _ a: Source, _ y: UnsafeMutableRawPointer, _ count: Int, _ f: (A) -> Y
) {
    mapBlocks(a, a, a, y, count) { (a: A, _: A, _: A) in f(a) }
}

@inline(__always) private func largest(_ a: Int, _ b: Int) -> Int { a > b ? a : b }

@inline(__always)
private func copied(
    _ source: UnsafeRawPointer, _ byteCount: Int, _ target: UnsafeMutableRawPointer
) -> UnsafeRawPointer {
    target.copyMemory(from: source, byteCount: byteCount)
    return UnsafeRawPointer(target)
}
