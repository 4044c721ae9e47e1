import PinionKernelInterface

/// Something to do with whichever reducer an operation names.
protocol ReductionTask {
    associatedtype Scalar
    func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar
}

struct RowsTask<Scalar>: ReductionTask {
    let x: UnsafePointer<Scalar>
    let rows: Int
    let n: Int
    let stride: Int
    let out: UnsafeMutableRawPointer

    @inline(__always) func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar {
        reduceRows(reducer, x, rows, n, stride, out)
    }
}

struct ChunkTask<Scalar>: ReductionTask {
    let x: UnsafePointer<Scalar>
    let n: Int
    let first: Int
    let state: UnsafeMutablePointer<ReductionState>

    @inline(__always) func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar {
        reduceChunk(reducer, x, n, first, state)
    }
}

struct MergeTask<Scalar>: ReductionTask {
    let states: UnsafeMutablePointer<ReductionState>
    let count: Int
    let n: Int
    let out: UnsafeMutableRawPointer

    @inline(__always) func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar {
        mergeStates(reducer, states, count, n, out)
    }
}
