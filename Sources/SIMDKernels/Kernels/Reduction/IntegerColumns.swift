/// Columns of integers: a row after another into accumulators of their own type.
@inline(__always)
func foldColumns<F: IntegerFold>(
    _: F.Type, _ x: UnsafePointer<F.Element>, _ stride: Int, _ n: Int, _ width: Int, _ out: UnsafeMutableRawPointer,
    _ scratch: UnsafeMutableRawPointer
) {
    let accumulators = scratch.assumingMemoryBound(to: F.Accumulator.self)
    let results = out.assumingMemoryBound(to: F.Result.self)
    var j = 0
    while j < width {
        accumulators[j] = F.start
        j += 1
    }
    var row = 0
    while row < n {
        let p = x + row * stride
        j = 0
        while j < width {
            accumulators[j] = F.fold(accumulators[j], p[j])
            j += 1
        }
        row += 1
    }
    j = 0
    while j < width {
        results[j] = F.result(accumulators[j])
        j += 1
    }
}

/// The row of the first least or greatest element of each column.
@inline(__always)
func argColumns<F: IntegerFold>(
    _: F.Type, _ x: UnsafePointer<F.Element>, _ stride: Int, _ n: Int, _ width: Int, _ out: UnsafeMutableRawPointer,
    _ scratch: UnsafeMutableRawPointer
) where F.Accumulator == F.Element {
    let best = scratch.assumingMemoryBound(to: F.Element.self)
    let places = out.assumingMemoryBound(to: Int64.self)
    var j = 0
    while j < width {
        best[j] = x[j]
        places[j] = 0
        j += 1
    }
    var row = 1
    while row < n {
        let p = x + row * stride
        j = 0
        while j < width {
            // Without a branch, so that the compiler vectorises it; a tie keeps the earlier row.
            let kept = F.merge(best[j], p[j])
            places[j] = kept == best[j] ? places[j] : Int64(row)
            best[j] = kept
            j += 1
        }
        row += 1
    }
}
