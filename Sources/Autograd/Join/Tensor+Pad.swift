import PinionTensor

/// What `pad` puts around a tensor.
public enum PaddingMode: String, Sendable, WordArgument, CaseIterable {
    /// A number.
    case constant
    /// The elements mirrored at the first and last one, which are not repeated.
    case reflect
    /// The first and last elements.
    case replicate
    /// The elements from the other end.
    case circular
}

/// `x` with elements added before and behind its last dimensions; see `Tensor.pad`.
public func pad(_ x: Tensor, _ padding: [Int], mode: PaddingMode = .constant, value: Double = 0) -> Tensor {
    x.pad(padding, mode: mode, value: value)
}

extension Tensor {
    /// A copy with elements added before and behind the last dimensions; as `torch.nn.functional.pad`.
    ///
    /// - Parameters:
    ///   - padding: (before, behind) of the last dimension, then of the one before it, and so on. Negative numbers
    ///     take elements away.
    ///   - mode: `constant` for any dimensions; the others for the last 1, 2 or 3 of a tensor with 1 or 2 dimensions
    ///     more.
    ///   - value: the constant.
    public func pad(_ padding: [Int], mode: PaddingMode = .constant, value: Double = 0) -> Tensor {
        attempt { () throws(TensorError) in
            if padding.count % 2 != 0 || padding.count > 2 * ndim {
                throw TensorError(
                    "pad", .value,
                    "\(padding.count) numbers \(padding) for shape \(shape); expected two for each of at most \(ndim) "
                        + "dimensions")
            }
            // By dimension from the first.
            var amounts = [(before: Int, behind: Int)](repeating: (0, 0), count: ndim)
            for i in 0..<padding.count / 2 {
                amounts[ndim - 1 - i] = (padding[2 * i], padding[2 * i + 1])
            }
            for (d, amount) in amounts.enumerated() where layout.sizes[d] + amount.before + amount.behind < 0 {
                throw TensorError(
                    "pad", .value,
                    "\(amount.before) and \(amount.behind) leave nothing of dimension \(d) with size \(layout.sizes[d])"
                )
            }
            return mode == .constant
                ? try padded(amounts, .double(value)) : try padded(amounts, mode, padding.count / 2)
        }
    }

    private func padded(_ amounts: [(before: Int, behind: Int)], _ value: Number) throws(TensorError) -> Tensor {
        let result = try Raw.pad(self, amounts, value)
        let back = amounts.reversed().flatMap { [-$0.before, -$0.behind] }
        return copied("ConstantPadNdBackward0", result) { g in g.pad(back) }
    }

    private func padded(
        _ amounts: [(before: Int, behind: Int)], _ mode: PaddingMode, _ rank: Int
    ) throws(TensorError) -> Tensor {
        if rank < 1 || rank > 3 || (ndim != rank + 1 && ndim != rank + 2) {
            throw TensorError(
                "pad", .shape,
                "padding mode \(mode.rawValue) takes the last 1, 2 or 3 dimensions of a tensor with 1 or 2 more; got "
                    + "\(rank) of shape \(shape)")
        }
        var (result, maps): (Tensor, [(Int, Tensor)]) = (detach(), [])
        for (d, amount) in amounts.enumerated() where amount != (0, 0) {
            let map = Tensor(try places(d, amount, mode), dtype: .int64)
            maps.append((d, map))
            result = Raw.contiguous(noGrad { result.indexSelect(d, map) })
        }
        let sizes = shape
        return copied(mode.node(rank), result === self ? Raw.clone(self) : result) { g in
            maps.reversed().reduce(g) { g, step in
                var target = g.shape
                target[step.0] = sizes[step.0]
                return Tensor.zeros(target, dtype: g.dtype).indexAdd(step.0, step.1, g)
            }
        }
    }

    /// For each place along `d` of the result, where its element comes from.
    private func places(
        _ d: Int, _ amount: (before: Int, behind: Int), _ mode: PaddingMode
    ) throws(TensorError) -> [Int] {
        let size = layout.sizes[d]
        let largest = Swift.max(amount.before, amount.behind)
        let limit = mode == .reflect ? size - 1 : mode == .circular ? size : Int.max
        if size == 0 || largest > limit {
            throw TensorError(
                "pad", .value,
                "\(amount.before) and \(amount.behind) for dimension \(d) with size \(size) of shape \(shape); mode "
                    + "\(mode.rawValue) allows at most \(mode == .replicate ? "any number for a size above 0" : "\(limit)")"
            )
        }
        return (-amount.before..<size + amount.behind).map { place in
            switch mode {
            case .reflect: place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place
            case .circular: (place + size) % size
            default: Swift.min(Swift.max(place, 0), size - 1)
            }
        }
    }
}

extension PaddingMode {
    fileprivate func node(_ rank: Int) -> StaticString {
        switch (self, rank) {
        case (.reflect, 1): "ReflectionPad1DBackward0"
        case (.reflect, 2): "ReflectionPad2DBackward0"
        case (.reflect, _): "ReflectionPad3DBackward0"
        case (.replicate, 1): "ReplicationPad1DBackward0"
        case (.replicate, 2): "ReplicationPad2DBackward0"
        case (.replicate, _): "ReplicationPad3DBackward0"
        default: "CopySlices"
        }
    }
}
