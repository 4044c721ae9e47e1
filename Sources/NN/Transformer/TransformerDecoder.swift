import PinionAutograd

/// Decoder layers one after the other. As PyTorch's `nn.TransformerDecoder`.
open class TransformerDecoder: Module {
    public let layers: ModuleList
    public let numLayers: Int
    public let norm: Module?

    /// - Parameters:
    ///   - decoderLayer: the layer that all begin as copies of.
    ///   - numLayers: how many there are.
    ///   - norm: behind the last one.
    public init(_ decoderLayer: TransformerDecoderLayer, numLayers: Int, norm: Module? = nil) {
        layers = ModuleList((0..<max(numLayers, 0)).map { _ in decoderLayer.clone() })
        (self.numLayers, self.norm) = (numLayers, norm)
    }

    /// The result, of `tgt`'s shape; arguments as of `TransformerDecoderLayer`. Without `tgtIsCausal` it is found out
    /// whether `tgtMask` is causal.
    open func forward(
        _ tgt: Tensor, _ memory: Tensor, tgtMask: Tensor? = nil, memoryMask: Tensor? = nil,
        tgtKeyPaddingMask: Tensor? = nil, memoryKeyPaddingMask: Tensor? = nil, tgtIsCausal: Bool? = nil,
        memoryIsCausal: Bool = false
    ) -> Tensor {
        let layers = layers.children().compactMap { $0 as? TransformerDecoderLayer }
        let isCausal = CausalMask.detect(
            tgtMask, tgtIsCausal, sequence: tgt, batchFirst: layers.first?.selfAttn.batchFirst ?? false)
        var x = tgt
        for layer in layers {
            x = layer(
                x, memory, tgtMask: tgtMask, memoryMask: memoryMask, tgtKeyPaddingMask: tgtKeyPaddingMask,
                memoryKeyPaddingMask: memoryKeyPaddingMask, tgtIsCausal: isCausal, memoryIsCausal: memoryIsCausal)
        }
        return norm?(x) ?? x
    }

    public func callAsFunction(
        _ tgt: Tensor, _ memory: Tensor, tgtMask: Tensor? = nil, memoryMask: Tensor? = nil,
        tgtKeyPaddingMask: Tensor? = nil, memoryKeyPaddingMask: Tensor? = nil, tgtIsCausal: Bool? = nil,
        memoryIsCausal: Bool = false
    ) -> Tensor {
        withHooks([tgt, memory]) {
            [
                self.forward(
                    $0[0], $0[1], tgtMask: tgtMask, memoryMask: memoryMask, tgtKeyPaddingMask: tgtKeyPaddingMask,
                    memoryKeyPaddingMask: memoryKeyPaddingMask, tgtIsCausal: tgtIsCausal,
                    memoryIsCausal: memoryIsCausal)
            ]
        }[0]
    }
}
