import PinionTensor

/// Which dimensions the first two coordinates of `meshgrid` vary along.
public enum GridIndexing: String, Sendable, WordArgument, CaseIterable {
    /// The first along dimension 0, as rows of a matrix.
    case ij
    /// The first along dimension 1, as x in a picture.
    case xy
}

/// The coordinates of a grid: result i has in each point of the grid the i-th tensor's element there.
///
/// The tensors are 1-d or 0-d; each result is a view in the grid's shape.
public func meshgrid(_ tensors: [Tensor], indexing: GridIndexing = .ij) -> [Tensor] {
    attempt(else: tensors) { () throws(TensorError) in
        if tensors.isEmpty { throw TensorError("meshgrid", .value, "expected at least one tensor") }
        for tensor in tensors where tensor.ndim > 1 || tensor.dtype != tensors[0].dtype {
            throw TensorError(
                "meshgrid", .shape,
                "expected 0-d or 1-d tensors of one dtype, got shape \(tensor.shape) of \(tensor.dtype)")
        }
        _ = try Layout(shape: tensors.map(\.numel), "meshgrid")
        if indexing == .xy && tensors.count > 1 {
            var grids = meshgrid([tensors[1], tensors[0]] + tensors[2...])
            if grids.count > 1 { grids.swapAt(0, 1) }
            return grids
        }
        let sizes = tensors.map(\.numel)
        return tensors.enumerated().map { i, tensor in
            let own = sizes.enumerated().map { j, size in i == j ? size : 1 }
            return tensor.reshape(own).expand(sizes)
        }
    }
}

/// The coordinates of a grid, as `meshgrid` of an array.
public func meshgrid(_ tensors: Tensor..., indexing: GridIndexing = .ij) -> [Tensor] {
    meshgrid(tensors, indexing: indexing)
}
