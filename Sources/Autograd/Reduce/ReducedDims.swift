import PinionTensor

extension Tensor {
    /// The dimensions a reduction runs over: all where none are given; none of a 0-d tensor.
    func reducedDims(_ dims: [Int]?, _ operation: StaticString) throws(TensorError) -> [Int] {
        guard let dims, !dims.isEmpty else { return Array(0..<ndim) }
        let inRange = try layout.dimensions(dims, "\(operation)")
        return ndim == 0 ? [] : inRange
    }

    /// How many elements each result of a reduction over `dims` comes from.
    func count(over dims: [Int]) -> Int { dims.reduce(1) { $0 * layout.sizes[$1] } }

    /// This result or gradient of a reduction of `whole` over `dims`, with the reduced dimensions as sizes of 1.
    func restored(_ dims: [Int], of whole: Layout) -> Tensor { viewed(as: whole.reduced(dims, keepDim: true)) }

    /// Throws unless the elements are floating-point numbers.
    func checkFloating(_ operation: StaticString) throws(TensorError) {
        if !dtype.isFloatingPoint {
            throw TensorError(
                "\(operation)", .dtype, "expected a floating-point tensor, got \(dtype) of shape \(shape)")
        }
    }

    /// 1 where `a` and `b` are equal, 0 elsewhere, in this tensor's dtype; no gradient goes through.
    func indicator(_ op: CompareOp, _ a: Operand, _ b: Operand) throws(TensorError) -> Tensor {
        Raw.converted(try Raw.compare(op, a, b, name: "compare"), to: dtype)
    }
}
