import PinionAutograd
import PinionSIMDKernels

extension RNNBase {
    /// The output and the last states from an input and the first states, none of which may be given; all of them go
    /// through the module's hooks.
    func run(_ input: Tensor, _ states: [Tensor]) -> [Tensor] {
        withHooks([input] + states) { inputs in
            let (input, states) = (inputs[0], Array(inputs.dropFirst()))
            return attempt(else: failed) { () throws(TensorError) in
                try checkRanks(input, states)
                let isBatched = input.ndim == 3
                let batchDim = batchFirst ? 0 : 1
                let x = isBatched ? input : input.unsqueeze(batchDim)
                let first = isBatched ? states : states.map { $0.unsqueeze(1) }
                try check(x, first, batch: x.size(batchDim))
                let steps = x.size(1 - batchDim)
                if steps == 0 {
                    throw TensorError(
                        typeName, .shape, "Expected sequence length to be larger than 0 in RNN, got shape \(x.shape)")
                }
                let sizes = [Int](repeating: x.size(batchDim), count: steps)
                let last = layers(batchFirst ? x.transpose(0, 1) : x, sizes, first)
                let output = batchFirst ? last[0].transpose(0, 1) : last[0]
                if isBatched { return [output] + last.dropFirst() }
                return [output.squeeze(batchDim)] + last.dropFirst().map { $0.squeeze(1) }
            }
        }
    }

    /// The same for sequences of different lengths.
    func run(_ input: PackedSequence, _ states: [Tensor]) -> (output: PackedSequence, states: [Tensor]) {
        let results = withHooks([input.data] + states) { inputs in
            let (data, states) = (inputs[0], Array(inputs.dropFirst()))
            return attempt(else: failed) { () throws(TensorError) in
                if data.ndim != 2 {
                    throw TensorError(typeName, .shape, "input must have 2 dimensions, got \(data.ndim)")
                }
                try check(data, states, batch: input.batchSizes.first ?? 0)
                let first = input.sortedIndices.map { order in states.map { $0.indexSelect(1, order) } } ?? states
                let last = layers(data, input.batchSizes, first)
                guard let order = input.unsortedIndices else { return last }
                return [last[0]] + last.dropFirst().map { $0.indexSelect(1, order) }
            }
        }
        return (input.replacingData(results[0]), Array(results.dropFirst()))
    }

    /// What is returned after an error that is being caught.
    private var failed: [Tensor] { Array(repeating: .failed, count: cell == .lstm ? 3 : 2) }

    /// All layers over the rows of all steps, or over steps of equal size.
    private func layers(_ input: Tensor, _ batchSizes: [Int], _ first: [Tensor]) -> [Tensor] {
        var (x, last) = (input, [[Tensor]]())
        let batch = batchSizes.first ?? 0
        let weights = allWeights.map { RecurrentWeights($0, hasBiases: bias) }
        for index in 0..<numLayers {
            let own = Array(weights[index * directions..<(index + 1) * directions])
            let layer = RecurrentLayer(node, cell, batchSizes: batchSizes, own)
            func state(_ number: Int, _ size: Int) -> Tensor {
                if first.isEmpty { return .zeros(directions, batch, size, dtype: x.dtype) }
                let all = first[number]
                return numLayers == 1 ? all : all.narrow(0, index * directions, directions)
            }
            let results = layer(
                RecurrentLayer.Inputs(
                    x: x, h: state(0, outputSize), c: cell == .lstm ? state(1, hiddenSize) : nil, weights: own))
            x = results[0]
            if dropout > 0 && isTraining && index < numLayers - 1 { x = PinionNN.dropout(x, p: dropout) }
            last.append(Array(results.dropFirst()))
        }
        if numLayers == 1 { return [x] + last[0] }
        return [x] + last[0].indices.map { state in cat(last.map { $0[state] }, dim: 0) }
    }

    private func checkRanks(_ input: Tensor, _ states: [Tensor]) throws(TensorError) {
        if input.ndim != 2 && input.ndim != 3 {
            throw TensorError(
                typeName, .shape, "Expected input to be 2D or 3D, got \(input.ndim)D instead, of shape \(input.shape)")
        }
        if states.allSatisfy({ $0.ndim == input.ndim }) { return }
        let given = states.map { "\($0.ndim)-D" }.joined(separator: ", ")
        let names = cell == .lstm ? "hx and cx" : "hx"
        let text = cell == .lstm ? "(\(given)) tensors" : "\(given) tensor"
        throw TensorError(
            typeName, .shape,
            "For \(input.ndim == 3 ? "batched" : "unbatched") \(input.ndim)-D input, \(names) should also be "
                + "\(input.ndim)-D but got \(text)")
    }

    private func check(_ x: Tensor, _ states: [Tensor], batch: Int) throws(TensorError) {
        let dtype = allWeights.first?.first?.dtype ?? x.dtype
        if x.dtype != dtype {
            throw TensorError(
                typeName, .dtype,
                "RNN input dtype (\(x.dtype)) does not match weight dtype (\(dtype)). Convert input: input.to(.\(dtype)), "
                    + "or convert model: model.to(.\(x.dtype))")
        }
        if x.size(-1) != inputSize {
            throw TensorError(
                typeName, .shape,
                "input.size(-1) must be equal to inputSize. Expected \(inputSize), got \(x.size(-1)) in shape \(x.shape)"
            )
        }
        for (index, state) in states.enumerated() {
            let expected = [numLayers * directions, batch, index == 0 ? outputSize : hiddenSize]
            if state.shape != expected {
                let name = cell == .lstm ? "hidden[\(index)]" : "hidden"
                throw TensorError(typeName, .shape, "Expected \(name) size \(expected), got \(state.shape)")
            }
            if state.dtype != dtype {
                throw TensorError(
                    typeName, .dtype, "hidden dtype (\(state.dtype)) does not match weight dtype (\(dtype))")
            }
        }
    }
}
