import PinionNN

/// A model whose parameters are the average of another's over the course of its training: stochastic weight averaging
/// (Izmailov et al., 2018) or an exponential moving average. As PyTorch's `torch.optim.swa_utils.AveragedModel`.
///
/// ```swift
/// let averaged = AveragedModel(model, copy: Net(), multiAvgFn: getEmaMultiAvgFn(decay: 0.999))
/// // after each step of the optimizer
/// averaged.updateParameters(model)
/// ```
open class AveragedModel<Model: Module>: Module {
    /// The average.
    public let module: Model
    /// How many models it is of.
    @Buffer public var nAveraged: Tensor
    private let avgFn: AvgFn?
    private let multiAvgFn: MultiAvgFn?
    /// Whether buffers are averaged too, not copied.
    public let useBuffers: Bool

    /// - Parameters:
    ///   - model: what is averaged.
    ///   - copy: another model of the same structure, `Net()`. It takes over the parameters and buffers of `model`;
    ///     the numbers it was drawn from will be drawn again.
    ///   - avgFn: how a tensor is averaged; the mean of all models by default.
    ///   - multiAvgFn: how tensors are averaged, in place of `avgFn`.
    ///   - useBuffers: whether buffers are averaged too, not copied.
    public init(
        _ model: Model, copy: @autoclosure () -> Model, avgFn: AvgFn? = nil, multiAvgFn: MultiAvgFn? = nil,
        useBuffers: Bool = false
    ) {
        module = withoutDraws(copy).become(model)
        nAveraged = .zeros([], dtype: .int64)
        (self.avgFn, self.multiAvgFn, self.useBuffers) = (avgFn, multiAvgFn, useBuffers)
        super.init()
        if avgFn != nil && multiAvgFn != nil {
            report(TensorError(printedName, .value, "only one of avgFn and multiAvgFn should be given"))
        }
        if module === model {
            report(TensorError(printedName, .value, "copy must be another model, not the one that is averaged"))
        }
    }

    open override class var stateDictNames: [String: String] { ["nAveraged": "n_averaged"] }
    open override var printedName: String { "AveragedModel" }

    open override func forward(_ x: Tensor) -> Tensor { module(x) }

    /// Takes another model into the average: the first is copied.
    open func updateParameters(_ model: Model) {
        attempt(else: ()) { () throws(TensorError) in
            let (own, given) = (averaged(module), averaged(model))
            if own.map(\.shape) != given.map(\.shape) {
                throw TensorError(
                    printedName, .shape, "parameters of shapes \(given.map(\.shape)), expected \(own.map(\.shape))")
            }
            noGrad {
                let count = nAveraged.item(as: Int.self)
                if count == 0 {
                    for (own, other) in zip(own, given) { own.copyInPlace(other) }
                } else {
                    average(own, given, count)
                }
                if !useBuffers {
                    for (own, other) in zip(module.buffers(), model.buffers()) { own.copyInPlace(other) }
                }
                nAveraged += 1
            }
        }
    }

    private func averaged(_ model: Module) -> [Tensor] {
        (model.parameters() + (useBuffers ? model.buffers() : [])).map { $0.detach() }
    }

    private func average(_ own: [Tensor], _ given: [Tensor], _ count: Int) {
        guard let multiAvgFn else {
            let function = avgFn ?? getSwaAvgFn()
            for (own, other) in zip(own, given) { own.copyInPlace(function(own, other, count)) }
            return
        }
        for dtype in DType.allCases {
            let places = own.indices.filter { own[$0].dtype == dtype }
            if !places.isEmpty { multiAvgFn(places.map { own[$0] }, places.map { given[$0] }, count) }
        }
    }
}
