import PinionTensor

/// The coordinates, in a tensor of this shape, of elements counted in row-major order: an integer tensor for each
/// dimension. As `torch.unravel_index`.
public func unravelIndex(_ indices: Tensor, _ shape: [Int]) -> [Tensor] {
    attempt(else: [.failed]) { () throws(TensorError) in
        if indices.dtype == .bool || indices.isFloatingPoint {
            throw TensorError("unravelIndex", .dtype, "the indices are \(indices.dtype), expected integers")
        }
        _ = try Layout(shape: shape, "unravelIndex")
        var (rest, coordinates) = (indices.to(.int64), [Tensor]())
        for size in shape.reversed() {
            coordinates.append(rest.remainder(size))
            rest = rest.floorDivide(size)
        }
        return coordinates.reversed()
    }
}
