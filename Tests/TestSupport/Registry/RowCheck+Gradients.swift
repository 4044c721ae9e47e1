import PinionAutograd

extension RowCheck {
    /// The gradients of `body` at a call with the sample's elements against PyTorch's.
    func gradients(_ call: OperationCall, _ sample: Sample, _ body: OperationRow.Body) -> [String] {
        if row.excused[.gradient] != nil { return [] }
        let results = body(call)
        if results.count != sample.outputs.count {
            return ["\(results.count) results, expected \(sample.outputs.count)"]
        }
        for (index, (result, expected)) in zip(results, sample.outputs).enumerated()
        where result.requiresGrad != expected.requiresGrad {
            return ["result \(index): requiresGrad is \(result.requiresGrad)"]
        }
        if sample.gradients.isEmpty { return [] }
        let gradients = gradients(results, call, createGraph: false)
        return compare(gradients, sample.gradients, call, "gradient")
    }

    func secondGradients(_ sample: Sample) -> [String] {
        let call = sample.call
        let gradients = gradients(row.body(call), call, createGraph: true)
        var sum = Tensor(0.0, dtype: .float64)
        let wanted = call.tensors.indices.filter { call[$0].requiresGrad }
        for (index, position) in wanted.enumerated() {
            guard let gradient = gradients[position], gradient.requiresGrad else { continue }
            sum = sum + (gradient * TensorValue.weights(100 + index, like: gradient)).sum()
        }
        var seconds = [Tensor?](repeating: nil, count: call.tensors.count)
        if sum.requiresGrad {
            let found = gradOrNil([sum], wanted.map { call[$0] })
            for (position, gradient) in zip(wanted, found) { seconds[position] = gradient }
        }
        return compare(seconds, sample.secondGradients, call, "second gradient")
    }

    /// The gradient by each tensor of the call.
    func gradients(_ results: [Tensor], _ call: OperationCall, createGraph: Bool) -> [Tensor?] {
        let roots = results.enumerated().filter { $0.element.requiresGrad }
        let wanted = call.tensors.indices.filter { call[$0].requiresGrad }
        let found = gradOrNil(
            roots.map(\.element), wanted.map { call[$0] },
            gradOutputs: roots.map { TensorValue.weights($0.offset, like: $0.element) }, createGraph: createGraph)
        var gradients = [Tensor?](repeating: nil, count: call.tensors.count)
        for (position, gradient) in zip(wanted, found) { gradients[position] = gradient }
        return gradients
    }

    /// No gradient counts as zeros.
    private func compare(
        _ seen: [Tensor?], _ expected: [TensorValue?], _ call: OperationCall, _ what: String
    ) -> [String] {
        var wrong: [String] = []
        for (index, input) in call.tensors.enumerated() where input.requiresGrad {
            let zeros = TensorValue(
                dtype: input.dtype, shape: input.shape, elements: [Double](repeating: 0, count: input.numel))
            let exact = expected[index] ?? zeros
            let gradient = seen[index] ?? Tensor.zerosLike(input)
            if let difference = difference(gradient, exact, tolerance: tolerance(exact)) {
                wrong.append("\(what) by tensor \(index) \(difference)")
            }
        }
        return wrong
    }
}
