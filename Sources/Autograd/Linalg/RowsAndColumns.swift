import PinionTensor

extension Tensor {
    /// A view of some of the matrices' columns.
    func columns(_ range: Range<Int>) -> Tensor { narrow(-1, range.lowerBound, range.count) }

    /// A view of some of the matrices' rows.
    func rows(_ range: Range<Int>) -> Tensor { narrow(-2, range.lowerBound, range.count) }
}
