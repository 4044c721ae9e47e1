import PinionTensor

/// The tensors beside each other: along dimension 1, or 0 of 1-d tensors.
public func hstack(_ tensors: [Tensor]) -> Tensor {
    let tensors = atLeast(1, tensors)
    return cat(tensors, dim: tensors.first?.ndim == 1 ? 0 : 1, "hstack")
}

/// The tensors below each other: along dimension 0, where tensors of fewer than two dimensions are rows.
public func vstack(_ tensors: [Tensor]) -> Tensor { cat(atLeast(2, tensors), dim: 0, "vstack") }

/// The tensors behind each other: along dimension 2; a 1-d tensor becomes [1, n, 1], a 2-d one [m, n, 1].
public func dstack(_ tensors: [Tensor]) -> Tensor { cat(atLeast(3, tensors), dim: 2, "dstack") }

/// The tensors beside each other as columns: along dimension 1, where tensors of fewer than two dimensions are columns.
public func columnStack(_ tensors: [Tensor]) -> Tensor {
    cat(tensors.map { $0.ndim < 2 ? $0.reshape($0.numel, 1) : $0 }, dim: 1, "columnStack")
}

/// Tensors with dimensions of size 1 added up to `rank`, as `torch.atleast_nd` does.
private func atLeast(_ rank: Int, _ tensors: [Tensor]) -> [Tensor] {
    tensors.map { tensor in
        var tensor = tensor
        if tensor.ndim == 0 { tensor = tensor.reshape(1) }
        if tensor.ndim == 1 && rank > 1 { tensor = tensor.unsqueeze(0) }
        if tensor.ndim == 2 && rank > 2 { tensor = tensor.unsqueeze(2) }
        return tensor
    }
}
