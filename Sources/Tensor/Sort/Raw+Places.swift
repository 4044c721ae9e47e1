import PinionSIMDKernels

/// Which elements of a row to find.
package enum RowPlaces: Sendable {
    /// All, from the smallest to the largest, NaN last; or the other way round. Equal ones keep their order.
    case sorted(descending: Bool)
    /// The `k` largest or smallest; in that order where `sorted`, otherwise in the row's.
    case top(k: Int, largest: Bool, sorted: Bool)
    /// The one at a position of the sorted row.
    case rank(Int)
    /// The one in the middle, the lower of two; the first NaN if there is one, unless NaN are to be left out.
    case median(ignoringNaN: Bool)
    /// The most frequent one, the smallest of those; its last place.
    case mode

    fileprivate func count(_ n: Int) -> Int {
        switch self {
        case .sorted: n
        case .top(let k, _, _): k
        case .rank, .median, .mode: 1
        }
    }
}

extension Raw {
    /// Where the elements in question are along dimension `d`, as int64 with their number as its size.
    package static func places(_ question: RowPlaces, _ x: Tensor, _ d: Int) -> Tensor {
        let source = rows(converted(x, to: x.dtype.compute), d)
        let n = source.layout.sizes[source.ndim - 1]
        let result = rows(like: source, question.count(n), .int64)
        PlacesWork(question: question, source: source, n: n, result: result).run(source.dtype)
        return unrowed(result, d, rank: x.ndim)
    }
}

private struct PlacesWork: ElementWork {
    let question: RowPlaces
    let source: Tensor
    let n: Int
    let result: Tensor

    func run<T: OrderedElement>(_: T.Type) {
        let (x, y) = (UnsafePointer(source.elements(T.self)), result.elements(Int64.self))
        let count = question.count(n)
        Raw.forEachRows(source, cost: 16) { part in
            RowOrder<T.Key>.with(n) { order in
                for row in part { find(x + row * n, y + row * count, &order) }
            }
        }
    }

    private func find<T: OrderedElement>(
        _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<Int64>, _ order: inout RowOrder<T.Key>
    ) {
        switch question {
        case .sorted(let descending):
            order.load(x, n, descending: descending)
            order.sort(n)
            for i in 0..<n { y[i] = Int64(order.places[i]) }
        case .top(let k, let largest, let sorted):
            order.load(x, n, descending: largest)
            order.gatherFirst(k, of: n)
            if sorted { order.sort(k) }
            for i in 0..<k { y[i] = Int64(order.places[i]) }
        case .rank(let k):
            order.load(x, n, descending: false)
            y[0] = Int64(place(k, order))
        case .median(let ignoringNaN):
            var (numbers, firstNaN) = (n, n)
            for i in (0..<n).reversed() where x[i].isNaN { (numbers, firstNaN) = (numbers - 1, i) }
            if (numbers < n && !ignoringNaN) || numbers == 0 {
                y[0] = Int64(firstNaN)
            } else {
                order.load(x, n, descending: false)
                y[0] = Int64(place((numbers - 1) / 2, order))
            }
        case .mode:
            order.load(x, n, descending: false)
            order.sort(n)
            var (best, length, last) = (0, 0, 0)
            for i in 0..<n {
                length = i > 0 && order.keys[i] == order.keys[i - 1] ? length + 1 : 1
                if length > best { (best, last) = (length, i) }
            }
            y[0] = Int64(order.places[last])
        }
    }

    /// The place of the element at position `k` of the sorted row.
    private func place<Key>(_ k: Int, _ order: RowOrder<Key>) -> Int {
        let (key, less) = order.select(k, of: n)
        var ties = k - less
        for i in 0..<n where order.keys[i] == key {
            if ties == 0 { return i }
            ties -= 1
        }
        return 0
    }
}
