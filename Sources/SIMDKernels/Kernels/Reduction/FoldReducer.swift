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
}
