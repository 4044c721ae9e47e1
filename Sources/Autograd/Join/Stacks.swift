import PinionTensor

/// The tensors beside each other: along dimension 1, or 0 of 1-d tensors.
public func hstack(_ tensors: [Tensor]) -> Tensor {
    let tensors = atleast1d(tensors)
    return cat(tensors, dim: tensors.first?.ndim == 1 ? 0 : 1, "hstack")
}

/// The tensors below each other: along dimension 0, where tensors of fewer than two dimensions are rows.
public func vstack(_ tensors: [Tensor]) -> Tensor { cat(atleast2d(tensors), dim: 0, "vstack") }

/// The tensors behind each other: along dimension 2; a 1-d tensor becomes [1, n, 1], a 2-d one [m, n, 1].
public func dstack(_ tensors: [Tensor]) -> Tensor { cat(atleast3d(tensors), dim: 2, "dstack") }

/// The tensors beside each other as columns: along dimension 1, where tensors of fewer than two dimensions are columns.
public func columnStack(_ tensors: [Tensor]) -> Tensor {
    cat(tensors.map { $0.ndim < 2 ? $0.reshape($0.numel, 1) : $0 }, dim: 1, "columnStack")
}

/// The tensors one below the other, as `vstack`.
public func rowStack(_ tensors: [Tensor]) -> Tensor { vstack(tensors) }
