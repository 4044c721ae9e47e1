import PinionKernelInterface

/// A reduction as its parts: the state of a block of elements, how two states become one, and the result.
protocol Reducer {
    associatedtype Scalar
    /// Trivial, and at most the size of a `ReductionState`.
    associatedtype State
    associatedtype Result

    /// The state of no elements.
    var empty: State { get }
    /// The state of `n` elements, at most a chunk, the first of which has the index `first`.
    func chunk(_ x: UnsafePointer<Scalar>, _ n: Int, _ first: Int) -> State
    /// The state of the elements of `a` followed by those of `b`.
    func merge(_ a: State, _ b: State) -> State
    func result(_ state: State, _ n: Int) -> Result
    /// Writes the results of some of the first `rows` rows, a `stride` apart, and gives back how many: all that are
    /// faster together than one by one, with equal results.
    func rows(_ x: UnsafePointer<Scalar>, _ rows: Int, _ n: Int, _ stride: Int, _ results: UnsafeMutablePointer<Result>)
        -> Int
}

extension Reducer {
    @inline(__always)
    func rows(_ x: UnsafePointer<Scalar>, _ rows: Int, _ n: Int, _ stride: Int, _ results: UnsafeMutablePointer<Result>)
        -> Int
    { 0 }
}

/// A reduction that takes a chunk in blocks, whose states are merged one after another.
protocol BlockReducer: Reducer {
    /// The state of `n` elements, at most a block and at least one.
    func block(_ x: UnsafePointer<Scalar>, _ n: Int) -> State
    /// Whether more elements cannot change the result.
    func isDecided(_ state: State) -> Bool
}

extension BlockReducer {
    @inline(__always) func isDecided(_ state: State) -> Bool { false }

    @inline(__always)
    func chunk(_ x: UnsafePointer<Scalar>, _ n: Int, _ first: Int) -> State {
        var state = empty
        var i = 0
        while i < n && !isDecided(state) {
            let count = n - i < Reduction.block ? n - i : Reduction.block
            let next = block(x + i, count)
            state = i == 0 ? next : merge(state, next)
            i += count
        }
        return state
    }
}

@inline(__always)
func reduceRows<R: Reducer>(
    _ reducer: R, _ x: UnsafePointer<R.Scalar>, _ rows: Int, _ n: Int, _ stride: Int, _ out: UnsafeMutableRawPointer
) {
    let results = out.assumingMemoryBound(to: R.Result.self)
    var row = reducer.rows(x, rows, n, stride, results)
    while row < rows {
        results[row] = reducer.result(reducer.chunk(x + row * stride, n, 0), n)
        row += 1
    }
}

@inline(__always)
func reduceChunk<R: Reducer>(
    _ reducer: R, _ x: UnsafePointer<R.Scalar>, _ n: Int, _ first: Int, _ state: UnsafeMutablePointer<ReductionState>
) {
    UnsafeMutableRawPointer(state).assumingMemoryBound(to: R.State.self).pointee = reducer.chunk(x, n, first)
}

/// Neighbours are merged in pairs until one state is left, so the error of a sum grows with the logarithm of `count`.
@inline(__always)
func mergeStates<R: Reducer>(
    _ reducer: R, _ states: UnsafeMutablePointer<ReductionState>, _ count: Int, _ n: Int,
    _ out: UnsafeMutableRawPointer
) {
    func state(_ index: Int) -> UnsafeMutablePointer<R.State> {
        UnsafeMutableRawPointer(states + index).assumingMemoryBound(to: R.State.self)
    }
    var left = count
    while left > 1 {
        var i = 0
        while i + 1 < left {
            state(i / 2).pointee = reducer.merge(state(i).pointee, state(i + 1).pointee)
            i += 2
        }
        if i < left { state(i / 2).pointee = state(i).pointee }
        left = (left + 1) / 2
    }
    out.assumingMemoryBound(to: R.Result.self).pointee =
        reducer.result(count == 0 ? reducer.empty : state(0).pointee, n)
}
