import PinionSIMDKernels

// Drawing into tensors of any layout and dtype in PyTorch's order: that of the elements in memory, with the dimensions
// sorted by stride.
extension Raw {
    /// Calls `fill` with a contiguous tensor of `x`'s dtype and number of elements, and lays its elements out in `x`.
    ///
    /// Elements that share memory are refused.
    static func draw(
        into x: Tensor, _ generator: Generator?, _ name: StaticString,
        _ fill: (RandomEngine, Tensor) throws(TensorError) -> Void
    ) throws(TensorError) {
        try x.checkWritable(name)
        if x.numel == 0 { return }
        let ordered = Tensor(x.storage, x.layout.inMemoryOrder, x.dtype)
        let target = ordered.isContiguous ? ordered : Tensor(Layout(rank: x.ndim, sizes: ordered.layout.sizes), x.dtype)
        try (generator ?? .default).draw { (engine) throws(TensorError) in try fill(engine, target) }
        if target !== ordered { copy(target, into: ordered) }
    }

    /// The same for draws whose numbers are of type `T` and are converted to `x`'s dtype, a part at a time.
    static func draw<T: TensorElement>(
        _: T.Type, into x: Tensor, _ generator: Generator?, _ name: StaticString,
        _ fill: (RandomEngine, UnsafeMutablePointer<T>, Int) -> Void
    ) throws(TensorError) {
        try draw(into: x, generator, name) { (engine, target) in
            if let elements = target.elements(of: T.self) { return fill(engine, elements.base, elements.count) }
            let part = min(target.numel, 1 << 16)
            let numbers = Tensor(Layout(rank: 1, sizes: Extents(padding: [part])), T.dtype)
            let base = numbers.pointer.assumingMemoryBound(to: T.self)
            for start in stride(from: 0, to: target.numel, by: part) {
                let count = min(part, target.numel - start)
                fill(engine, base, count)
                let place = target.pointer + start * target.elementSize
                cast(base, from: T.dtype, into: place, to: target.dtype, count: count)
            }
        }
    }

    /// Throws unless `x` has a floating-point dtype.
    static func checkFloating(_ x: Tensor, _ name: StaticString) throws(TensorError) {
        if !x.dtype.isFloatingPoint {
            throw TensorError("\(name)", .dtype, "expected a floating-point dtype, got \(x.dtype)")
        }
    }

    /// Throws with `message` unless `condition` holds.
    static func require(
        _ condition: Bool, _ name: StaticString, _ message: @autoclosure () -> String
    ) throws(TensorError) {
        if !condition { throw TensorError("\(name)", .value, message()) }
    }
}
