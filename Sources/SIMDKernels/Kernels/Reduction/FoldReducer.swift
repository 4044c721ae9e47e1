/// Sums, products and sums of squares; a mean is a sum divided by the number of elements.
struct FoldReducer<F: Fold>: BlockReducer {
    typealias Scalar = F.L.Scalar
    typealias State = F.L.Scalar

    let fold: F
    var isMean = false

    @inline(__always) init(_ fold: F, isMean: Bool = false) {
        self.fold = fold
        self.isMean = isMean
    }

    @inline(__always) var empty: State { fold.start[0] }
    @inline(__always) func block(_ x: UnsafePointer<Scalar>, _ n: Int) -> State { fold.block(x, n) }
    @inline(__always) func merge(_ a: State, _ b: State) -> State { fold.merge(F.L(a), F.L(b))[0] }
    @inline(__always) func result(_ state: State, _ n: Int) -> Scalar { isMean ? state / Scalar(n) : state }

    /// As many short rows at a time as a register has elements: merging the elements of one register costs more than
    /// reading a row of ten.
    @inline(__always)
    func rows(_ x: UnsafePointer<Scalar>, _ rows: Int, _ n: Int, _ stride: Int, _ results: UnsafeMutablePointer<Scalar>)
        -> Int
    {
        let width = F.L.width
        if n > 4 * width || n == 0 { return 0 }
        return withUnsafeTemporaryAllocation(of: F.L.self, capacity: width) { lanes in
            let lanes = lanes.baseAddress.unsafelyUnwrapped
            var row = 0
            while row + width <= rows {
                var i = 0
                while i < width {
                    // Behind a row lie the next ones.
                    let readable = (rows - row - i - 1) * stride + n
                    lanes[i] = fold.accumulator(x + (row + i) * stride, n, readable: readable)
                    i += 1
                }
                let merged = fold.each(lanes)
                (isMean ? merged / F.L(Scalar(n)) : merged).store(results + row)
                row += width
            }
            return row
        }
    }
}
