import PinionTensor

extension Tensor {
    /// `beta · self + alpha · mat1 · mat2` for matrices; `self` broadcasts to the product, and is ignored if beta is 0.
    public func addmm<B: TensorScalar, A: TensorScalar>(
        _ mat1: Tensor, _ mat2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.addmm(self, mat1, mat2, beta: beta.number, alpha: alpha.number)
    }

    /// `beta · self + alpha · mat · vec` for a matrix and a vector.
    public func addmv<B: TensorScalar, A: TensorScalar>(
        _ mat: Tensor, _ vec: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.addmv(self, mat, vec, beta: beta.number, alpha: alpha.number)
    }

    /// `beta · self + alpha · Σ batch1[i] · batch2[i]`, of shape [m, n].
    public func addbmm<B: TensorScalar, A: TensorScalar>(
        _ batch1: Tensor, _ batch2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.addbmm(self, batch1, batch2, beta: beta.number, alpha: alpha.number)
    }

    /// `beta · self[i] + alpha · batch1[i] · batch2[i]`, of shape [b, m, n].
    public func baddbmm<B: TensorScalar, A: TensorScalar>(
        _ batch1: Tensor, _ batch2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.baddbmm(self, batch1, batch2, beta: beta.number, alpha: alpha.number)
    }

    /// `addmm` in place.
    @discardableResult
    public func addmmInPlace<B: TensorScalar, A: TensorScalar>(
        _ mat1: Tensor, _ mat2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.addmm.inPlace(self, mat1, mat2, beta: beta.number, alpha: alpha.number)
    }

    /// `addmv` in place.
    @discardableResult
    public func addmvInPlace<B: TensorScalar, A: TensorScalar>(
        _ mat: Tensor, _ vec: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.addmv.inPlace(self, mat, vec, beta: beta.number, alpha: alpha.number)
    }

    /// `addbmm` in place.
    @discardableResult
    public func addbmmInPlace<B: TensorScalar, A: TensorScalar>(
        _ batch1: Tensor, _ batch2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.addbmm.inPlace(self, batch1, batch2, beta: beta.number, alpha: alpha.number)
    }

    /// `baddbmm` in place.
    @discardableResult
    public func baddbmmInPlace<B: TensorScalar, A: TensorScalar>(
        _ batch1: Tensor, _ batch2: Tensor, beta: B = 1, alpha: A = 1
    ) -> Tensor {
        AddedProduct.baddbmm.inPlace(self, batch1, batch2, beta: beta.number, alpha: alpha.number)
    }
}

/// `beta · input + alpha · mat1 · mat2`, as `input.addmm(mat1, mat2)`.
public func addmm<B: TensorScalar, A: TensorScalar>(
    _ input: Tensor, _ mat1: Tensor, _ mat2: Tensor, beta: B = 1, alpha: A = 1
) -> Tensor {
    input.addmm(mat1, mat2, beta: beta, alpha: alpha)
}

/// `beta · input + alpha · mat · vec`, as `input.addmv(mat, vec)`.
public func addmv<B: TensorScalar, A: TensorScalar>(
    _ input: Tensor, _ mat: Tensor, _ vec: Tensor, beta: B = 1, alpha: A = 1
) -> Tensor {
    input.addmv(mat, vec, beta: beta, alpha: alpha)
}

/// `beta · input + alpha · Σ batch1[i] · batch2[i]`, as `input.addbmm(batch1, batch2)`.
public func addbmm<B: TensorScalar, A: TensorScalar>(
    _ input: Tensor, _ batch1: Tensor, _ batch2: Tensor, beta: B = 1, alpha: A = 1
) -> Tensor {
    input.addbmm(batch1, batch2, beta: beta, alpha: alpha)
}

/// `beta · input[i] + alpha · batch1[i] · batch2[i]`, as `input.baddbmm(batch1, batch2)`.
public func baddbmm<B: TensorScalar, A: TensorScalar>(
    _ input: Tensor, _ batch1: Tensor, _ batch2: Tensor, beta: B = 1, alpha: A = 1
) -> Tensor {
    input.baddbmm(batch1, batch2, beta: beta, alpha: alpha)
}
