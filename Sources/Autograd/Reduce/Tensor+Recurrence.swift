import PinionTensor

/// The linear recurrence `y[i] = b[i] + a[i] · y[i-1]` along `d`, where y before the first is `initial`, recorded.
///
/// Its gradient is a recurrence of the other direction, so it is exact also where factors are 0, and can be
/// differentiated any number of times: sums and products of all elements up to each are cases of it.
/// - Parameters:
///   - node: the node's name.
///   - a: the factors; ones where nil.
///   - b: the terms, of the factors' shape; zeros where nil.
///   - initial: 0 or 1.
///   - d: the dimension.
///   - reversed: whether it runs from the last element.
func recurrence(
    _ node: StaticString, _ a: Tensor?, _ b: Tensor?, initial: Int, _ d: Int, reversed: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        let y = Raw.recurrence(a, b, initial: initial, d, reversed: reversed)
        let inputs = [a, b].compactMap { $0 }
        guard GradMode.isEnabled, inputs.contains(where: \.requiresGrad), y.dtype.isFloatingPoint else { return y }
        let factors = a.map { SavedTensor($0) }
        let output = SavedOutput(y)
        let needsFactors = a?.requiresGrad == true
        record(node, [y], inputs, isReusable: factors == nil) { gradients in
            guard let g = gradients[0] else { return inputs.map { _ in nil } }
            let next = factors?.tensor.shifted(d, forward: reversed, filling: 0)
            let total = recurrence("RecurrenceBackward", next, g, initial: 0, d, reversed: !reversed)
            if factors == nil { return [total] }
            let byFactors =
                needsFactors
                ? total * output.tensor.shifted(d, forward: !reversed, filling: Double(initial)) : nil
            return b == nil ? [byFactors] : [byFactors, total]
        }
        return y
    }
}

extension Tensor {
    /// The elements one place further along `d`, or one place back; `value` fills the place that is left.
    func shifted(_ d: Int, forward: Bool, filling value: Double) -> Tensor {
        attempt { () throws(TensorError) in
            let result = try Raw.shifted(self, d, forward: forward, filling: value)
            if !isRecorded(self) { return result }
            return record("ShiftBackward", result, self, isReusable: true) { g in
                g.shifted(d, forward: !forward, filling: 0)
            }
        }
    }
}
