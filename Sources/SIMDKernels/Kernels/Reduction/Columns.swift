import PinionKernelInterface

/// A fold of whole rows, each column for itself.
protocol ColumnFold {
    associatedtype L: Lane

    var start: L { get }
    /// `column` is the number of the first element of `x` among the columns at work.
    func fold(_ accumulator: L, _ x: L, _ column: Int) -> L
    func merge(_ a: L, _ b: L) -> L
    /// The accumulator of one row.
    func first(_ x: L, _ column: Int) -> L
}

/// A fold that treats all columns alike.
struct PlainColumns<F: Fold>: ColumnFold {
    let inner: F

    @inline(__always) init(_ inner: F) { self.inner = inner }
    @inline(__always) var start: F.L { inner.start }
    @inline(__always) func fold(_ accumulator: F.L, _ x: F.L, _ column: Int) -> F.L { inner.fold(accumulator, x) }
    @inline(__always) func merge(_ a: F.L, _ b: F.L) -> F.L { inner.merge(a, b) }
    @inline(__always) func first(_ x: F.L, _ column: Int) -> F.L { inner.first(x) }
}

/// The registers that cover `width` columns: the last one is moved back to end with the columns, so some columns are
/// worked on twice, each time for themselves.
struct ColumnVectors<L: Lane> {
    let width: Int
    let count: Int

    @inline(__always) init(_ width: Int) {
        self.width = width
        count = (width + L.width - 1) / L.width
    }

    @inline(__always) func offset(_ vector: Int) -> Int {
        let offset = vector * L.width
        return offset + L.width <= width || width < L.width ? offset : width - L.width
    }
    @inline(__always) func load(_ row: UnsafePointer<L.Scalar>, _ offset: Int) -> L {
        width < L.width ? L.last(width, row, width, L.zero) : L.load(row + offset)
    }
    /// Writes what `value` gives for each vector of accumulators.
    @inline(__always)
    func write<T>(
        _ accumulators: UnsafePointer<L.Scalar>, _ target: UnsafeMutablePointer<T>, _ value: (L.Scalar) -> T
    ) {
        var vector = 0
        while vector < count {
            let offset = offset(vector)
            let used = width < L.width ? width : L.width
            var j = 0
            while j < used {
                target[offset + j] = value(accumulators[vector * L.width + j])
                j += 1
            }
            vector += 1
        }
    }
}

extension ColumnFold {
    /// Folds `n` rows in blocks, whose accumulators are merged like the carries of a binary counter: slot s holds 2^s
    /// blocks. Returns the slot with the result; `slots` has `Reduction.columnSlots(n)` slots of `slotLength`.
    @inline(__always)
    func columns(
        _ x: UnsafePointer<L.Scalar>, _ stride: Int, _ n: Int, _ vectors: ColumnVectors<L>,
        _ slots: UnsafeMutablePointer<L.Scalar>, _ slotLength: Int
    ) -> UnsafeMutablePointer<L.Scalar> {
        var blocks = 0
        var row = 0
        repeat {
            let rows = n - row < Reduction.columnBlock ? n - row : Reduction.columnBlock
            let free = (~blocks).trailingZeroBitCount
            let target = slots + free * slotLength
            block(x + row * stride, stride, rows, vectors, target)
            var slot = 0
            while slot < free {
                mergeSlots(slots + slot * slotLength, target, vectors)
                slot += 1
            }
            blocks += 1
            row += rows
        } while row < n
        var left = blocks & (blocks - 1)
        let result = slots + blocks.trailingZeroBitCount * slotLength
        while left != 0 {
            mergeSlots(slots + left.trailingZeroBitCount * slotLength, result, vectors)
            left &= left - 1
        }
        return result
    }

    @inline(__always)
    private func mergeSlots(
        _ a: UnsafeMutablePointer<L.Scalar>, _ b: UnsafeMutablePointer<L.Scalar>, _ vectors: ColumnVectors<L>
    ) {
        var vector = 0
        while vector < vectors.count {
            let place = vector * L.width
            merge(.load(a + place), .load(b + place)).store(b + place)
            vector += 1
        }
    }

    /// Eight rows at a time are folded in pairs, so that the accumulators are read and written once for all of them.
    @inline(__always)
    private func block(
        _ x: UnsafePointer<L.Scalar>, _ stride: Int, _ rows: Int, _ vectors: ColumnVectors<L>,
        _ accumulators: UnsafeMutablePointer<L.Scalar>
    ) {
        var vector = 0
        while vector < vectors.count {
            start.store(accumulators + vector * L.width)
            vector += 1
        }
        var row = 0
        if vectors.width >= L.width {
            while row + 8 <= rows {
                let p = x + row * stride
                vector = 0
                while vector < vectors.count {
                    let column = vectors.offset(vector)
                    let q = p + column
                    let a = pair(q, stride, column)
                    let b = pair(q + 2 * stride, stride, column)
                    let c = pair(q + 4 * stride, stride, column)
                    let d = pair(q + 6 * stride, stride, column)
                    let accumulator = accumulators + vector * L.width
                    merge(.load(accumulator), merge(merge(a, b), merge(c, d))).store(accumulator)
                    vector += 1
                }
                row += 8
            }
        }
        while row < rows {
            let p = x + row * stride
            vector = 0
            while vector < vectors.count {
                let column = vectors.offset(vector)
                let accumulator = accumulators + vector * L.width
                fold(.load(accumulator), vectors.load(p, column), column).store(accumulator)
                vector += 1
            }
            row += 1
        }
    }

    @inline(__always)
    private func pair(_ x: UnsafePointer<L.Scalar>, _ stride: Int, _ column: Int) -> L {
        fold(first(.load(x), column), .load(x + stride), column)
    }
}
