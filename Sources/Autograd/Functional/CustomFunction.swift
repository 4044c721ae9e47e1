import PinionTensor

/// An operation with a gradient of one's own. As PyTorch's `torch.autograd.Function`.
///
/// ```swift
/// struct Cube: CustomFunction {
///     static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] {
///         ctx.save(inputs[0])
///         return [inputs[0].pow(3)]
///     }
///     static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] {
///         [gradOutputs[0] * 3 * ctx.saved[0].pow(2)]
///     }
/// }
/// let y = Cube.apply(x)
/// ```
public protocol CustomFunction {
    /// The results from the inputs; what it does is not recorded.
    static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor]

    /// A gradient for each input from a gradient for each result; nil for inputs without one.
    ///
    /// Written with differentiable operations it can be differentiated again.
    static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?]
}

/// What a custom function's forward leaves for its backward.
public final class FunctionContext {
    /// Which inputs want a gradient.
    public let needsInputGrad: [Bool]
    /// Anything that is no tensor.
    public var values: [String: Any] = [:]
    /// Whether the gradient of a result that nothing depends on comes as zeros; an empty tensor otherwise.
    public var materializeGrads = true

    private var kept: [Kept] = []
    fileprivate private(set) var nonDifferentiable: [Tensor] = []
    fileprivate private(set) var dirty: [Tensor] = []

    /// An input, with its history, or a result of forward, without a reference to the node that holds this context.
    private enum Kept {
        case input(SavedTensor)
        case output(SavedOutput)
        case waiting(Tensor)
    }

    fileprivate init(needsInputGrad: [Bool]) { self.needsInputGrad = needsInputGrad }

    /// Keeps inputs or results for `backward`, which finds them in `saved`. As `save_for_backward`.
    public func save(_ tensors: Tensor...) { save(tensors) }

    /// Keeps inputs or results for `backward`, which finds them in `saved`.
    public func save(_ tensors: [Tensor]) { kept = tensors.map(Kept.waiting) }

    /// What forward has saved; using one that has been changed in place since is an error.
    public var saved: [Tensor] {
        kept.map { kept in
            switch kept {
            case .input(let saved): saved.tensor
            case .output(let saved): saved.tensor
            case .waiting(let tensor): tensor
            }
        }
    }

    /// The same as `save`.
    public func saveForBackward(_ tensors: Tensor...) { save(tensors) }

    /// The same as `saved`.
    public var savedTensors: [Tensor] { saved }

    /// Results without gradient: indices, masks. As `mark_non_differentiable`.
    public func markNonDifferentiable(_ tensors: Tensor...) { nonDifferentiable = tensors }

    /// Inputs that forward has changed in place; it returns them. As `mark_dirty`.
    public func markDirty(_ tensors: Tensor...) { dirty = tensors }

    fileprivate func settle(_ results: [Tensor]) {
        kept = kept.map { kept in
            guard case .waiting(let tensor) = kept else { return kept }
            if let index = results.firstIndex(where: { $0 === tensor }) {
                return .output(SavedOutput(tensor, index: index))
            }
            return .input(SavedTensor(tensor))
        }
    }
}

extension CustomFunction {
    /// The results of `forward`, recorded so that gradients go through `backward`.
    public static func apply(_ inputs: [Tensor]) -> [Tensor] {
        attempt(else: [.failed]) { () throws(TensorError) in
            let isRecorded = GradMode.isEnabled && inputs.contains { $0.requiresGrad }
            let ctx = FunctionContext(needsInputGrad: inputs.map { isRecorded && $0.requiresGrad })
            let edges = inputs.map { isRecorded ? $0.edge : nil }
            let returned = noGrad { forward(ctx, inputs) }
            if !isRecorded { return returned }
            // An input that comes back unchanged is a result of its own.
            let results = returned.map { result in
                let isInput = inputs.contains { $0 === result } && !ctx.dirty.contains { $0 === result }
                return isInput ? result.alias(result.layout, kind: .none) : result
            }
            ctx.settle(results)
            let name: StaticString = "CustomFunctionBackward"
            let shapes = results.map { ($0.shape, $0.dtype) }
            let rule = Rule.many { gradients in
                let filled = gradients.enumerated().map { index, gradient in
                    gradient
                        ?? (ctx.materializeGrads
                            ? Tensor.zeros(shapes[index].0, dtype: shapes[index].1) : Tensor.zeros([0]))
                }
                let answer = backward(ctx, filled)
                if answer.count != edges.count {
                    report(
                        TensorError(
                            "\(Self.self).backward", .value,
                            "\(answer.count) gradients for \(edges.count) inputs; nil stands for an input without one"))
                    return edges.map { _ in nil }
                }
                return answer
            }
            let outputs = results.count == 1 ? Outputs.one(.init(results[0])) : .many(results.map { .init($0) })
            let node = Node(name, .many(edges), outputs, rule, title: "\(Self.self)Backward")
            for (index, result) in results.enumerated() {
                if ctx.nonDifferentiable.contains(where: { $0 === returned[index] }) || !result.dtype.isFloatingPoint {
                    continue
                }
                if ctx.dirty.contains(where: { $0 === result }) {
                    try result.checkHistoryWritable(name)
                    result.bumpVersion(name)
                    result.rebase(to: Edge(node: node, output: index))
                } else {
                    result.attach(node, index)
                }
            }
            return results
        }
    }

    /// The first result of `forward`.
    public static func apply(_ inputs: Tensor...) -> Tensor { apply(inputs).first ?? .failed }
}
