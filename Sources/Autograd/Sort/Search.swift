import PinionTensor

/// Where values would be inserted in sorted rows so that they stay sorted, as int64.
///
/// See <https://docs.pytorch.org/docs/stable/generated/torch.searchsorted.html>.
/// - Parameters:
///   - sortedSequence: a vector, or rows with the leading sizes of `values`.
///   - values: any shape.
///   - right: whether behind equal elements; before them by default.
public func searchsorted(_ sortedSequence: Tensor, _ values: Tensor, right: Bool = false) -> Tensor {
    attempt { () throws(TensorError) in
        let (rows, given) = (sortedSequence.shape, values.shape)
        if rows.isEmpty || (rows.count > 1 && rows.dropLast() != given.dropLast()) {
            throw TensorError(
                "searchsorted", .shape,
                "the sorted sequence has shape \(rows) and the values \(given); expected a vector, or equal sizes but "
                    + "for the last")
        }
        let dtype = promoteTypes(sortedSequence.dtype, values.dtype)
        return Raw.searched(
            Raw.converted(sortedSequence, to: dtype), Raw.converted(values, to: dtype), n: rows.last ?? 0, right: right)
    }
}

/// Which bucket each element of `x` belongs to: that of the first boundary not below it, or above it where `right`.
public func bucketize(_ x: Tensor, _ boundaries: Tensor, right: Bool = false) -> Tensor {
    attempt { () throws(TensorError) in
        if boundaries.ndim != 1 {
            throw TensorError("bucketize", .shape, "the boundaries have shape \(boundaries.shape), expected a vector")
        }
        return searchsorted(boundaries, x, right: right)
    }
}

/// Where elements are among `testElements`, as bool; where they are not, with `invert`.
public func isin(_ elements: Tensor, _ testElements: Tensor, assumeUnique: Bool = false, invert: Bool = false) -> Tensor
{
    attempt { () throws(TensorError) in
        let dtype = promoteTypes(elements.dtype, testElements.dtype)
        let (x, known) = (
            Raw.converted(elements, to: dtype),
            Raw.unique(Raw.converted(testElements, to: dtype), consecutive: false).values
        )
        let below = Raw.searched(known, x, n: known.numel, right: false)
        let upTo = Raw.searched(known, x, n: known.numel, right: true)
        let found = try Raw.compare(.notEqual, .tensor(below), .tensor(upTo), name: "isin")
        // NaN is no element of anything.
        let isFound = try Raw.logical(.and, found, Raw.predicate(.logicalNot, Raw.predicate(.isNaN, x)), name: "isin")
        return invert ? Raw.predicate(.logicalNot, isFound) : isFound
    }
}
