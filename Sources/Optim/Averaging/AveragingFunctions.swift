import PinionTensor

/// An average's new value from its present one, a model's and how many it has had, as PyTorch's `avg_fn`.
public typealias AvgFn = (_ averaged: Tensor, _ current: Tensor, _ numAveraged: Int) -> Tensor

/// The same for several tensors of one dtype, whose averages it changes in place, as PyTorch's `multi_avg_fn`.
public typealias MultiAvgFn = (_ averaged: [Tensor], _ current: [Tensor], _ numAveraged: Int) -> Void

/// The exponential moving average, `decay · averaged + (1 - decay) · current`. As PyTorch's `get_ema_avg_fn`.
public func getEmaAvgFn(decay: Double = 0.999) -> AvgFn {
    checkDecay(decay, "getEmaAvgFn")
    return { averaged, current, _ in noGrad { averaged * decay + current * (1 - decay) } }
}

/// The exponential moving average of several tensors. As PyTorch's `get_ema_multi_avg_fn`.
public func getEmaMultiAvgFn(decay: Double = 0.999) -> MultiAvgFn {
    checkDecay(decay, "getEmaMultiAvgFn")
    return { averaged, current, _ in
        each(averaged, current) { own, other in
            if own.isFloatingPoint {
                own.lerpInPlace(other, 1 - decay)
            } else {
                own.copyInPlace(own * decay + other * (1 - decay))
            }
        }
    }
}

/// The mean of all models so far (Izmailov et al., 2018). As PyTorch's `get_swa_avg_fn`.
public func getSwaAvgFn() -> AvgFn {
    { averaged, current, count in noGrad { averaged + (current - averaged) / Double(count + 1) } }
}

/// The mean of all models so far, of several tensors. As PyTorch's `get_swa_multi_avg_fn`.
public func getSwaMultiAvgFn() -> MultiAvgFn {
    { averaged, current, count in
        each(averaged, current) { own, other in
            if own.isFloatingPoint {
                // The share in single precision, as PyTorch has it.
                own.lerpInPlace(other, Double(1 / Float(count + 1)))
            } else {
                own.copyInPlace(own + (other - own) / Double(count + 1))
            }
        }
    }
}

private func each(_ averaged: [Tensor], _ current: [Tensor], _ change: (Tensor, Tensor) -> Void) {
    noGrad { for (own, other) in zip(averaged, current) { change(own, other) } }
}

private func checkDecay(_ decay: Double, _ operation: String) {
    if !(0...1 ~= decay) {
        report(TensorError(operation, .value, "invalid decay value \(decay); expected one from 0 to 1"))
    }
}
