import PinionAutograd

extension RowCheck {
    /// Inputs that repeat their first slice along a dimension without a copy give what copies give.
    package func expandedInputs() -> [String] {
        if row.excused[.expanded] != nil { return [] }
        return onSamples { sample in
            sample.inputs.indices.flatMap { index -> [String] in
                let input = sample.inputs[index]
                guard input.dtype.isFloatingPoint, let d = input.shape.firstIndex(where: { $0 > 1 }) else { return [] }
                var (repeated, plain) = (sample.call, sample.call)
                repeated.tensors[index] = input.repeatingFirst(d)
                plain.tensors[index] = repeated[index].detach().clone().requiresGradInPlace(input.requiresGrad)
                return compare(repeated, plain).map { "tensor \(index) expanded along \(d): \($0)" }
            }
        }
    }

    /// Gradients and gradients of gradients against differences, in float64.
    ///
    /// Samples with round numbers are left out: kinks and jumps lie there, and samples on purpose at them.
    package func numericalGradients() -> [String] {
        onSamples { sample in
            let inputs = sample.inputs
            guard !sample.gradients.isEmpty, inputs.allSatisfy({ !$0.requiresGrad || $0.dtype == .float64 }),
                inputs.reduce(0, { $0 + $1.elements.count }) <= 24, !inputs.contains(where: \.hasRoundNumbers),
                sample.outputs.allSatisfy({ $0.isFinite && [.float64, .int64, .bool].contains($0.dtype) }),
                sample.gradients.allSatisfy({ $0?.isFinite ?? true })
            else { return [] }
            let body: ([Tensor]) -> [Tensor] = { row.body(OperationCall(tensors: $0, arguments: sample.arguments)) }
            let tensors = sample.call.tensors
            if row.excused[.numericalGradient] == nil { try gradcheck(body, tensors) }
            if row.excused[.numericalSecondGradient] == nil { try gradgradcheck(body, tensors) }
            return []
        }
    }

    /// Results and gradients of two calls with the same elements.
    private func compare(_ a: OperationCall, _ b: OperationCall) -> [String] {
        let (first, second) = (row.body(a), row.body(b))
        if first.count != second.count { return ["\(first.count) results, expected \(second.count)"] }
        let (byFirst, bySecond) = (gradients(first, a, createGraph: false), gradients(second, b, createGraph: false))
        var wrong: [String] = []
        for (index, (seen, expected)) in zip(first + byFirst, second + bySecond).enumerated() {
            guard let seen, let expected else {
                if (seen == nil) != (expected == nil) { wrong.append("only one has gradient \(index - first.count)") }
                continue
            }
            let exact = TensorValue(expected)
            if let difference = difference(seen, exact, tolerance: tolerance(exact)) {
                let what = index < first.count ? "result \(index)" : "gradient \(index - first.count)"
                wrong.append("\(what) \(difference)")
            }
        }
        return wrong
    }
}

extension TensorValue {
    /// The first slice along dimension `d`, repeated in place of the others without a copy.
    fileprivate func repeatingFirst(_ d: Int) -> Tensor {
        let tensor = makeTensor().detach()
        let layout = Layout(
            rank: shape.count, sizes: tensor.layout.sizes, strides: tensor.layout.strides.replacing(d, with: 0),
            offset: tensor.layout.offset)
        return Tensor(tensor.storage, layout, dtype).requiresGradInPlace(requiresGrad)
    }

    fileprivate var hasRoundNumbers: Bool { requiresGrad && elements.contains { $0 * 4 == ($0 * 4).rounded() } }

    fileprivate var isFinite: Bool { elements.allSatisfy(\.isFinite) }

    fileprivate init(_ tensor: Tensor) {
        self.init(dtype: tensor.dtype, shape: tensor.shape, elements: tensor.toArray(Double.self))
    }
}
