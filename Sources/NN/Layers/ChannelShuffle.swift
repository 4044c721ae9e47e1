import PinionAutograd

/// Channels of several groups mixed: [N, g · c, …] as [N, g, c, …] with both exchanged (Zhang et al., 2018). As PyTorch's
/// `F.channel_shuffle`.
public func channelShuffle(_ x: Tensor, _ groups: Int) -> Tensor {
    attempt { () throws(TensorError) in
        if x.ndim < 3 || groups < 1 || x.size(1) % groups != 0 {
            throw TensorError(
                "channelShuffle", .shape,
                "expected [N, C, …] of more than 2 dimensions with channels that \(groups) groups divide, got shape "
                    + "\(x.shape)")
        }
        return x.unflatten(1, [groups, -1]).transpose(1, 2).flatten(startDim: 1, endDim: 2)
    }
}

/// Channels of several groups mixed. As PyTorch's `nn.ChannelShuffle`.
public final class ChannelShuffle: Module {
    public let groups: Int
    public init(_ groups: Int) { self.groups = groups }
    public convenience init(groups: Int) { self.init(groups) }

    public override func forward(_ x: Tensor) -> Tensor { channelShuffle(x, groups) }
    public override var extraRepr: String { "groups=\(groups)" }
}
