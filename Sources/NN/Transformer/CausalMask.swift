import PinionAutograd

enum CausalMask {
    /// [size, size] with -∞ above the diagonal and 0 elsewhere.
    static func make(_ size: Int, _ dtype: DType?) -> Tensor {
        Tensor.full([size, size], -Double.infinity, dtype: dtype ?? .float32).triu(1)
    }

    /// What the caller says of a mask, or else whether it is the causal one.
    static func detect(_ mask: Tensor?, _ isCausal: Bool?, sequence x: Tensor, batchFirst: Bool) -> Bool {
        if let isCausal { return isCausal }
        guard let mask, x.ndim == 2 || x.ndim == 3 else { return false }
        let size = x.size(x.ndim == 3 && batchFirst ? 1 : 0)
        if mask.shape != [size, size] { return false }
        let causal = make(size, mask.isFloatingPoint ? mask.dtype : nil)
        return noGrad { mask.equal(causal.to(mask.dtype)) }
    }
}
