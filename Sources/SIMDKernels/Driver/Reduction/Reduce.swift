/// Reduces the middle of a contiguous [outer, n, inner] array: result (i, j) is that of x[i, 0..<n, j].
///
/// Elements are taken in chunks with fixed boundaries, so results do not depend on the number of threads. Sums are
/// cascaded: their error grows with the logarithm of n. A NaN is both the
/// minimum and the maximum, and the first of them is their index.
/// - Parameters:
///   - op: the reduction.
///   - x: the elements of the array.
///   - outer: how many groups of rows there are.
///   - n: elements to reduce to one.
///   - inner: elements that lie between two that are reduced together.
///   - out: outer · inner results: of x's type, `Int64` for sums and products of integers and for argMin and argMax,
///     one byte of 0 or 1 for any and all.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func reduce<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, outer: Int, n: Int, inner: Int = 1, into out: UnsafeMutableRawPointer
) {
    checkElements(op, T.self, "[\(outer), \(n), \(inner)] over [1]")
    reduce(op, x, ReductionView(op, outer: outer, n: n, inner: inner), into: out)
}

/// Reduces the dimensions `over` of a strided array; results are contiguous in the order of the other dimensions, and
/// the index of an extremum counts the elements of the reduced dimensions in their order.
@_specialize(where T == Float)
@_specialize(where T == Double)
@_specialize(where T == Int64)
@_specialize(where T == UInt8)
package func reduce<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, sizes: [Int], strides: [Int], over dims: [Int],
    into out: UnsafeMutableRawPointer
) {
    checkElements(op, T.self, "\(sizes) over \(dims)")
    reduce(op, x, ReductionView(op, sizes: sizes, strides: strides, over: dims), into: out)
}

private func reduce<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, _ view: ReductionView, into out: UnsafeMutableRawPointer
) {
    if view.results == 0 { return }
    if view.n == 0 { return reduceRows(op, x, rows: view.results, n: 0, stride: 0, into: out) }
    if let rows = view.rows {
        return reduceRows(op, x, rows: rows.count, n: view.n, stride: rows.stride, into: out)
    }
    if let columns = view.columns { return reduceColumns(op, x, columns, n: view.n, into: out) }
    let size = MemoryLayout<T>.stride
    if T.isFloating, let next = op.ofResults, let runs = view.runs {
        // [N, C, inner] to [C], say: each run to a number, then these.
        let counts = runs.loops.map(\.count)
        return withScratch(byteCount: runs.rows.count * size) { scratch in
            reduceRows(op, x, rows: runs.rows.count, n: runs.length, stride: runs.rows.stride, into: scratch)
            reduce(
                next, UnsafePointer(scratch.assumingMemoryBound(to: T.self)), sizes: counts,
                strides: contiguousStrides(counts), over: runs.reduced, into: out)
        }
    }
    // Everything else becomes rows by a copy.
    withScratch(byteCount: view.results * view.n * size) { scratch in
        let loops = view.kept + view.reduced
        let counts = loops.map(\.count)
        copy(
            elementSize: size, sizes: counts, from: x, strides: loops.map(\.stride), into: scratch,
            strides: contiguousStrides(counts))
        reduceRows(
            op, UnsafePointer(scratch.assumingMemoryBound(to: T.self)), rows: view.results, n: view.n, stride: view.n,
            into: out)
    }
}

private func checkElements<T: ReductionScalar>(_ op: Reduction, _: T.Type, _ shape: @autoclosure () -> String) {
    if !T.isFloating && (op == .mean || op == .logSumExp) {
        stop("\(op) of \(shape()): \(T.self) elements; expected floating-point ones")
    }
}

/// The strides of a contiguous array.
private func contiguousStrides(_ sizes: [Int]) -> [Int] {
    var strides = sizes
    var stride = 1
    for index in sizes.indices.reversed() {
        strides[index] = stride
        stride *= sizes[index]
    }
    return strides
}

extension Reduction {
    /// What makes this reduction of the results of its parts, which are equally long.
    fileprivate var ofResults: Reduction? {
        switch self {
        case .sum, .mean, .prod, .min, .max, .logSumExp: self
        case .sumOfSquares: .sum
        case .argMin, .argMax, .any, .all: nil
        }
    }

    /// The elements that take about 10 microseconds.
    var grain: Int { self == .logSumExp ? 1 << 15 : 1 << 17 }

    /// The bytes of a result.
    func resultSize<T: ReductionScalar>(of _: T.Type) -> Int {
        switch self {
        case .sum, .mean, .prod, .sumOfSquares, .logSumExp: MemoryLayout<T.Sum>.size
        case .min, .max: MemoryLayout<T>.size
        case .argMin, .argMax: MemoryLayout<Int64>.size
        case .any, .all: 1
        }
    }
}
