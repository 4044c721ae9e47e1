import PinionTensor

extension Linalg {
    /// The product of several matrices in the order of multiplications that needs the fewest; the first and the last may
    /// be vectors. As `torch.linalg.multi_dot`.
    public static func multiDot(_ tensors: [Tensor]) -> Tensor { product("multiDot", tensors) }

    fileprivate static func product(_ name: StaticString, _ tensors: [Tensor]) -> Tensor {
        attempt { () throws(TensorError) in
            if tensors.count < 2 {
                throw TensorError("\(name)", .value, "expected at least 2 tensors, got \(tensors.count)")
            }
            for (index, tensor) in tensors.enumerated() {
                let isEnd = index == 0 || index == tensors.count - 1
                if tensor.ndim == 2 || (isEnd && tensor.ndim == 1) { continue }
                throw TensorError(
                    "\(name)", .shape,
                    "tensor \(index) has shape \(tensor.shape); expected a matrix\(isEnd ? " or a vector" : "")")
            }
            for (left, right) in zip(tensors, tensors.dropFirst()) where left.size(-1) != right.size(0) {
                throw TensorError(
                    "\(name)", .shape,
                    "shapes \(left.shape) and \(right.shape) do not multiply: the inner sizes are \(left.size(-1)) "
                        + "and \(right.size(0))")
            }
            let splits = MultiplicationOrder(tensors)
            return multiply(tensors, 0, tensors.count - 1, splits)
        }
    }

    private static func multiply(_ x: [Tensor], _ first: Int, _ last: Int, _ order: MultiplicationOrder) -> Tensor {
        if first == last { return x[first] }
        let split = order.split(first, last)
        return multiply(x, first, split, order).matmul(multiply(x, split + 1, last, order))
    }
}

/// The product of several matrices, as `Linalg.multiDot`.
public func chainMatmul(_ tensors: Tensor...) -> Tensor { Linalg.product("chainMatmul", tensors) }

/// Where to split a chain of matrices so that the number of multiplications is least, by dynamic programming.
private struct MultiplicationOrder {
    private let count: Int
    private var splits: [Int]

    init(_ matrices: [Tensor]) {
        count = matrices.count
        splits = [Int](repeating: 0, count: count * count)
        // Matrix i has sizes[i] rows and sizes[i + 1] columns; a vector is a row in front, a column at the end.
        let (first, last) = (matrices[0], matrices[count - 1])
        var sizes = [first.ndim == 1 ? 1 : first.size(0)]
        sizes += matrices.dropFirst().map { $0.size(0) }
        sizes.append(last.ndim == 1 ? 1 : last.size(1))
        var costs = [Int](repeating: 0, count: count * count)
        for length in 1..<count {
            for first in 0..<count - length {
                let last = first + length
                var best = Int.max
                for split in first..<last {
                    let own = sizes[first] * sizes[split + 1] * sizes[last + 1]
                    let cost = costs[first * count + split] + costs[(split + 1) * count + last] + own
                    if cost < best { (best, splits[first * count + last]) = (cost, split) }
                }
                costs[first * count + last] = best
            }
        }
    }

    func split(_ first: Int, _ last: Int) -> Int { splits[first * count + last] }
}
