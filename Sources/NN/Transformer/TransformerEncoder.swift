import PinionAutograd

/// Encoder layers one after the other. As PyTorch's `nn.TransformerEncoder`.
open class TransformerEncoder: Module {
    public let layers: ModuleList
    public let numLayers: Int
    public let norm: Module?
    /// Whether places of padding are left out when the model is used, as with PyTorch's nested tensors.
    public let enableNestedTensor: Bool
    /// Whether that is for padding behind the sequences only.
    public let maskCheck: Bool

    /// - Parameters:
    ///   - encoderLayer: the layer that all begin as copies of.
    ///   - numLayers: how many there are.
    ///   - norm: behind the last one.
    ///   - enableNestedTensor: whether, in `eval()` without gradients, places of padding come out as 0 where PyTorch's
    ///     fast path leaves them out: with the batch first, norms last, biases and an even number of heads.
    ///   - maskCheck: whether that is for padding behind the sequences only.
    public init(
        _ encoderLayer: TransformerEncoderLayer, numLayers: Int, norm: Module? = nil, enableNestedTensor: Bool = true,
        maskCheck: Bool = true
    ) {
        layers = ModuleList((0..<max(numLayers, 0)).map { _ in encoderLayer.clone() })
        (self.numLayers, self.norm, self.maskCheck) = (numLayers, norm, maskCheck)
        let attention = encoderLayer.selfAttn
        let isPlain =
            !encoderLayer.normFirst && attention.batchFirst && attention.inProjWeight != nil
            && attention.inProjBias != nil && encoderLayer.activation.isNamed && attention.numHeads % 2 == 0
        self.enableNestedTensor = enableNestedTensor && isPlain
    }

    /// The result, of `src`'s shape.
    ///
    /// - Parameters:
    ///   - src: the sequences, [L, N, E], or [N, L, E] where the layers have the batch first, or [L, E].
    ///   - mask: the attention's mask, as of `MultiheadAttention`.
    ///   - srcKeyPaddingMask: the mask of keys, as of `MultiheadAttention`.
    ///   - isCausal: whether `mask` is causal; nil to find out.
    open func forward(
        _ src: Tensor, mask: Tensor? = nil, srcKeyPaddingMask: Tensor? = nil, isCausal: Bool? = nil
    ) -> Tensor {
        let layers = layers.children().compactMap { $0 as? TransformerEncoderLayer }
        let isCausal = CausalMask.detect(
            mask, isCausal, sequence: src, batchFirst: layers.first?.selfAttn.batchFirst ?? false)
        var x = src
        for layer in layers {
            x = layer(x, srcMask: mask, srcKeyPaddingMask: srcKeyPaddingMask, isCausal: isCausal)
        }
        if let srcKeyPaddingMask, mask == nil, let places = leftOut(x, srcKeyPaddingMask, layers) {
            x = x.maskedFill(places, 0)
        }
        return norm?(x) ?? x
    }

    /// The places of padding, where PyTorch leaves them out.
    private func leftOut(_ x: Tensor, _ padding: Tensor, _ layers: [TransformerEncoderLayer]) -> Tensor? {
        if !enableNestedTensor || layers.first?.isTraining != false || x.ndim != 3 || isRecorded(x) { return nil }
        return noGrad {
            let places = padding.dtype == .bool ? padding : padding .== -Double.infinity
            let last = places.narrow(1, 1, max(places.size(1) - 1, 0))
            let before = places.narrow(1, 0, max(places.size(1) - 1, 0))
            let isBehind = !(before .& last.logicalNot()).any().item(as: Bool.self)
            return maskCheck && !isBehind ? nil : places.unsqueeze(-1)
        }
    }

    open override func forward(_ x: Tensor) -> Tensor { forward(x, mask: nil) }

    public func callAsFunction(
        _ src: Tensor, mask: Tensor?, srcKeyPaddingMask: Tensor? = nil, isCausal: Bool? = nil
    ) -> Tensor {
        withHooks([src]) {
            [self.forward($0[0], mask: mask, srcKeyPaddingMask: srcKeyPaddingMask, isCausal: isCausal)]
        }[0]
    }

    public func callAsFunction(_ src: Tensor, srcKeyPaddingMask: Tensor?) -> Tensor {
        self(src, mask: nil, srcKeyPaddingMask: srcKeyPaddingMask)
    }
}
