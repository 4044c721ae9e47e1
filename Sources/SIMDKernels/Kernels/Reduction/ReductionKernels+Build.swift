import PinionKernelInterface

func makeReductionKernels() -> ReductionKernels {
    ReductionKernels(
        float: floatingEntries(FloatLane.self), double: floatingEntries(DoubleLane.self), int64: integerEntries(),
        int32: integerEntries(), int16: integerEntries(), int8: integerEntries(), uint8: integerEntries())
}

@inline(__always)
private func floatingEntries<L: IndexLane & SendableMetatype>(_: L.Type) -> ReductionEntries<L.Scalar> {
    ReductionEntries(
        rows: { op, x, rows, n, stride, out in
            dispatch(L.self, op, RowsTask(x: x, rows: rows, n: n, stride: stride, out: out))
        },
        chunk: { op, x, n, first, state in
            dispatch(L.self, op, ChunkTask(x: x, n: n, first: first, state: state))
        },
        merge: { op, states, count, n, out in
            dispatch(L.self, op, MergeTask(states: states, count: count, n: n, out: out))
        },
        columns: { reduceColumns(L.self, $0, $1, $2, $3, $4, $5, $6, $7) })
}

@inline(__always)
private func integerEntries<T: FixedWidthInteger & SendableMetatype>() -> ReductionEntries<T> {
    ReductionEntries(
        rows: { op, x, rows, n, stride, out in
            dispatch(op, RowsTask(x: x, rows: rows, n: n, stride: stride, out: out))
        },
        chunk: { op, x, n, first, state in
            dispatch(op, ChunkTask(x: x, n: n, first: first, state: state))
        },
        merge: { op, states, count, n, out in
            dispatch(op, MergeTask<T>(states: states, count: count, n: n, out: out))
        },
        columns: { integerColumns($0, $1, $2, $3, $5, $6, $7) })
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

@inline(__always)
private func dispatch<Task: ReductionTask>(_ op: Reduction, _ task: Task) where Task.Scalar: FixedWidthInteger {
    typealias T = Task.Scalar
    switch op {
    case .sum: task.run(IntegerReducer<IntegerSum<T>>())
    case .prod: task.run(IntegerReducer<IntegerProduct<T>>())
    case .sumOfSquares: task.run(IntegerReducer<IntegerSquares<T>>())
    case .min: task.run(IntegerReducer<IntegerMinimum<T>>())
    case .max: task.run(IntegerReducer<IntegerMaximum<T>>())
    case .argMin: task.run(IntegerArg<IntegerMinimum<T>>())
    case .argMax: task.run(IntegerArg<IntegerMaximum<T>>())
    case .any: task.run(IntegerReducer<IntegerAny<T>>())
    case .all: task.run(IntegerReducer<IntegerAll<T>>())
    case .mean, .logSumExp: break
    }
}

@inline(__always)
private func integerColumns<T: FixedWidthInteger>(
    _ op: Reduction, _ x: UnsafePointer<T>, _ stride: Int, _ n: Int, _ width: Int, _ out: UnsafeMutableRawPointer,
    _ scratch: UnsafeMutableRawPointer
) {
    switch op {
    case .sum: foldColumns(IntegerSum<T>.self, x, stride, n, width, out, scratch)
    case .prod: foldColumns(IntegerProduct<T>.self, x, stride, n, width, out, scratch)
    case .sumOfSquares: foldColumns(IntegerSquares<T>.self, x, stride, n, width, out, scratch)
    case .min: foldColumns(IntegerMinimum<T>.self, x, stride, n, width, out, scratch)
    case .max: foldColumns(IntegerMaximum<T>.self, x, stride, n, width, out, scratch)
    case .argMin: argColumns(IntegerMinimum<T>.self, x, stride, n, width, out, scratch)
    case .argMax: argColumns(IntegerMaximum<T>.self, x, stride, n, width, out, scratch)
    case .any: foldColumns(IntegerAny<T>.self, x, stride, n, width, out, scratch)
    case .all: foldColumns(IntegerAll<T>.self, x, stride, n, width, out, scratch)
    case .mean, .logSumExp: break
    }
}
