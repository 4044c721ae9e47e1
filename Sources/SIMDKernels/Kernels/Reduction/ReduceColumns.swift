import PinionKernelInterface

/// Reduces the columns of `n` rows; what the entry of the table does for floating-point elements.
@inline(__always)
func reduceColumns<L: IndexLane>(
    _: L.Type, _ op: Reduction, _ x: UnsafePointer<L.Scalar>, _ stride: Int, _ n: Int, _ count: Int,
    _ width: Int, _ out: UnsafeMutableRawPointer, _ scratch: UnsafeMutableRawPointer
) {
    typealias T = L.Scalar
    let vectors = ColumnVectors<L>(width)
    let slots = scratch.assumingMemoryBound(to: T.self)
    let slotLength = vectors.count * L.width
    let values = out.assumingMemoryBound(to: T.self)
    let truths = out.assumingMemoryBound(to: UInt8.self)
    let indices = out.assumingMemoryBound(to: Int64.self)
    switch op {
    case .sum:
        let sums = PlainColumns(SumFold<L>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(sums, values) { $0 }
    case .mean:
        let sums = PlainColumns(SumFold<L>()).columns(x, stride, n, vectors, slots, slotLength)
        let count = T(count)
        vectors.write(sums, values) { $0 / count }
    case .prod:
        let products = PlainColumns(ProductFold<L>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(products, values) { $0 }
    case .sumOfSquares:
        let sums = PlainColumns(SquareFold<L>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(sums, values) { $0 }
    case .min:
        let least = PlainColumns(NaNExtremumFold<L, Ascending>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(least, values) { $0 }
    case .max:
        let most = PlainColumns(NaNExtremumFold<L, Descending>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(most, values) { $0 }
    case .any:
        let found = PlainColumns(AnyFold<L>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(found, truths) { $0 == 0 ? 0 : 1 }
    case .all:
        let found = PlainColumns(AllFold<L>()).columns(x, stride, n, vectors, slots, slotLength)
        vectors.write(found, truths) { $0 == 0 ? 0 : 1 }
    case .argMin: ArgColumns<L, Ascending>.columns(x, stride, n, vectors, indices)
    case .argMax: ArgColumns<L, Descending>.columns(x, stride, n, vectors, indices)
    case .logSumExp: logSumExpColumns(L.self, x, stride, n, vectors, values, slots, slotLength)
    }
}

/// The maxima first, then the sums of exponentials below them.
@inline(__always)
private func logSumExpColumns<L: MathLane>(
    _: L.Type, _ x: UnsafePointer<L.Scalar>, _ stride: Int, _ n: Int, _ vectors: ColumnVectors<L>,
    _ out: UnsafeMutablePointer<L.Scalar>, _ scratch: UnsafeMutablePointer<L.Scalar>, _ slotLength: Int
) {
    // Two rows in front of the slots: the maxima in the order of columns, and what is subtracted (0 for infinities).
    let maxima = scratch
    let shifts = scratch + slotLength
    let slots = scratch + 2 * slotLength
    let most = PlainColumns(NaNExtremumFold<L, Descending>()).columns(x, stride, n, vectors, slots, slotLength)
    vectors.write(most, maxima) { $0 }
    vectors.write(most, shifts) { $0.isFinite ? $0 : 0 }
    let sums = ExponentialColumns<L>(shifts: shifts).columns(x, stride, n, vectors, slots, slotLength)
    var vector = 0
    while vector < vectors.count {
        L.log(.load(sums + vector * L.width)).store(sums + vector * L.width)
        vector += 1
    }
    vectors.write(sums, shifts) { $0 }
    var j = 0
    while j < vectors.width {
        out[j] = maxima[j].isFinite ? maxima[j] + shifts[j] : maxima[j]
        j += 1
    }
}
