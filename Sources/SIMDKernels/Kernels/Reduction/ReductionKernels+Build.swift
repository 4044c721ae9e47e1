import PinionKernelInterface

func makeReductionKernels() -> ReductionKernels {
    ReductionKernels(
        float: ReductionEntries(
            rows: { op, x, rows, n, stride, out in
                dispatch(FloatLane.self, op, RowsTask(x: x, rows: rows, n: n, stride: stride, out: out))
            },
            chunk: { op, x, n, first, state in
                dispatch(FloatLane.self, op, ChunkTask(x: x, n: n, first: first, state: state))
            },
            merge: { op, states, count, n, out in
                dispatch(FloatLane.self, op, MergeTask(states: states, count: count, n: n, out: out))
            }),
        double: ReductionEntries(
            rows: { op, x, rows, n, stride, out in
                dispatch(DoubleLane.self, op, RowsTask(x: x, rows: rows, n: n, stride: stride, out: out))
            },
            chunk: { op, x, n, first, state in
                dispatch(DoubleLane.self, op, ChunkTask(x: x, n: n, first: first, state: state))
            },
            merge: { op, states, count, n, out in
                dispatch(DoubleLane.self, op, MergeTask(states: states, count: count, n: n, out: out))
            }))
}

/// Something to do with whichever reducer an operation names.
private protocol ReductionTask {
    associatedtype Scalar
    func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar
}

private struct RowsTask<Scalar>: ReductionTask {
    let x: UnsafePointer<Scalar>
    let rows: Int
    let n: Int
    let stride: Int
    let out: UnsafeMutableRawPointer

    @inline(__always) func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar {
        reduceRows(reducer, x, rows, n, stride, out)
    }
}

private struct ChunkTask<Scalar>: ReductionTask {
    let x: UnsafePointer<Scalar>
    let n: Int
    let first: Int
    let state: UnsafeMutablePointer<ReductionState>

    @inline(__always) func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar {
        reduceChunk(reducer, x, n, first, state)
    }
}

private struct MergeTask<Scalar>: ReductionTask {
    let states: UnsafeMutablePointer<ReductionState>
    let count: Int
    let n: Int
    let out: UnsafeMutableRawPointer

    @inline(__always) func run<R: Reducer>(_ reducer: R) where R.Scalar == Scalar {
        mergeStates(reducer, states, count, n, out)
    }
}

@inline(__always)
private func dispatch<L: MathLane, Task: ReductionTask>(_: L.Type, _ op: Reduction, _ task: Task)
where Task.Scalar == L.Scalar {
    switch op {
    case .sum: task.run(FoldReducer(SumFold<L>()))
    case .mean: task.run(FoldReducer(SumFold<L>(), isMean: true))
    case .prod: task.run(FoldReducer(ProductFold<L>()))
    case .sumOfSquares: task.run(FoldReducer(SquareFold<L>()))
    case .min: task.run(Extremum<L, Ascending>())
    case .max: task.run(Extremum<L, Descending>())
    case .argMin: task.run(ArgExtremum<L, Ascending>())
    case .argMax: task.run(ArgExtremum<L, Descending>())
    case .any: task.run(TruthReducer<L, IsNotZero>(found: 1))
    case .all: task.run(TruthReducer<L, IsZero>(found: 0))
    case .logSumExp: task.run(LogSumExp<L>())
    }
}
