import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Raw {
    /// The linear recurrence `y[i] = b[i] + a[i] · y[i-1]` along dimension `d`, where y before the first is `initial`.
    ///
    /// Without `a` it is the running sum of b; without `b`, and 1 before the first, the running product of a. Steps are
    /// taken in double precision, of integers in int64.
    /// - Parameters:
    ///   - a: the factors; ones where nil.
    ///   - b: the terms, of the factors' shape; zeros where nil.
    ///   - initial: 0 or 1.
    ///   - d: the dimension.
    ///   - reversed: whether it runs from the last element: `y[i] = b[i] + a[i] · y[i+1]`.
    package static func recurrence(_ a: Tensor?, _ b: Tensor?, initial: Int, _ d: Int, reversed: Bool) -> Tensor {
        guard let model = b ?? a else { return .failed }
        let dtype = model.dtype.isFloatingPoint ? model.dtype.compute : .int64
        let factors = a.map { rows(converted($0, to: dtype), d) }
        let terms = b.map { rows(converted($0, to: dtype), d) }
        guard let shape = factors ?? terms else { return .failed }
        let n = shape.layout.sizes[shape.ndim - 1]
        let y = rows(like: shape, n, dtype)
        func run<T, State>(_: T.Type, _ initial: State, _ step: (_ y: State, _ a: T?, _ b: T?) -> (State, T)) {
            let (a, b, y) = (factors?.elements(T.self), terms?.elements(T.self), y.elements(T.self))
            forEachRows(shape, cost: 2) { part in
                for row in part {
                    var state = initial
                    for index in 0..<n {
                        let i = row * n + (reversed ? n - 1 - index : index)
                        (state, y[i]) = step(state, a?[i], b?[i])
                    }
                }
            }
        }
        switch dtype {
        case .float64:
            run(Double.self, Double(initial)) { state, a, b in
                let y = (b ?? 0) + (a ?? 1) * state
                return (y, y)
            }
        case .int64:
            run(Int64.self, Int64(initial)) { state, a, b in
                let y = (b ?? 0) &+ (a ?? 1) &* state
                return (y, y)
            }
        default:
            run(Float.self, Double(initial)) { state, a, b in
                let y = Double(b ?? 0) + Double(a ?? 1) * state
                return (y, Float(y))
            }
        }
        return converted(unrowed(y, d, rank: model.ndim), to: model.dtype.isFloatingPoint ? model.dtype : .int64)
    }

    /// `log Σ eˣ` of the elements up to each along dimension `d`, without overflow.
    package static func logcumsumexp(_ x: Tensor, _ d: Int) -> Tensor {
        let x64 = rows(converted(x, to: .float64), d)
        let n = x64.layout.sizes[x64.ndim - 1]
        let result = rows(like: x64, n, .float64)
        let (source, target) = (x64.elements(Double.self), result.elements(Double.self))
        forEachRows(x64, cost: 30) { part in
            for row in part {
                var sum = -Double.infinity
                for i in row * n..<(row + 1) * n {
                    let (low, high) = (min(sum, source[i]), max(sum, source[i]))
                    if sum.isNaN || source[i].isNaN {
                        sum = .nan
                    } else if low != high || low.isFinite {
                        sum = high + log1p(exp(low - high))
                    }
                    target[i] = sum
                }
            }
        }
        return converted(unrowed(result, d, rank: x.ndim), to: x.dtype)
    }

    /// The largest (or smallest) element up to each along `d`, and where it is: the last one of equal ones.
    package static func runningExtremum(
        _ x: Tensor, _ d: Int, isMaximum: Bool
    ) -> (values: Tensor, indices: Tensor) {
        let source = rows(converted(x, to: x.dtype.compute), d)
        let n = source.layout.sizes[source.ndim - 1]
        let work = RunningExtremum(
            source: source, values: rows(like: source, n, source.dtype), indices: rows(like: source, n, .int64), n: n,
            isMaximum: isMaximum)
        work.run(source.dtype)
        return (
            converted(unrowed(work.values, d, rank: x.ndim), to: x.dtype), unrowed(work.indices, d, rank: x.ndim)
        )
    }

    /// The elements one place further along `d`, or one place back; `value` fills the place that is left.
    package static func shifted(
        _ x: Tensor, _ d: Int, forward: Bool, filling value: Double
    ) throws(TensorError) -> Tensor {
        let result = Tensor(sizesOf: x, x.dtype)
        try fill(result, with: .double(value))
        let n = x.ndim == 0 ? 1 : x.layout.sizes[d]
        if n > 1 {
            copy(x.part(d, forward ? 0 : 1, n - 1), into: result.part(d, forward ? 1 : 0, n - 1))
        }
        return result
    }
}

extension Tensor {
    /// Some neighbours along a dimension, over the same memory.
    fileprivate func part(_ d: Int, _ first: Int, _ count: Int) -> Tensor {
        let (sizes, strides) = (layout.sizes, layout.strides)
        let layout = Layout(
            rank: ndim, sizes: sizes.replacing(d, with: count), strides: strides,
            offset: layout.offset + first * strides[d])
        return Tensor(storage, layout, dtype)
    }
}

private struct RunningExtremum: ElementWork {
    let source: Tensor
    let values: Tensor
    let indices: Tensor
    let n: Int
    let isMaximum: Bool

    func run<T: OrderedElement>(_: T.Type) {
        let (source, values, indices) = (
            source.elements(T.self), values.elements(T.self), indices.elements(Int64.self)
        )
        Raw.forEachRows(self.source, cost: 4) { part in
            for row in part {
                let first = row * n
                var (best, place) = (source[first], 0)
                for i in 0..<n {
                    let value = source[first + i]
                    if value.isNaN || (!best.isNaN && (isMaximum ? value >= best : value <= best)) {
                        (best, place) = (value, i)
                    }
                    values[first + i] = best
                    indices[first + i] = Int64(place)
                }
            }
        }
    }
}
