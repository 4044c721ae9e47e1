import PinionAutograd
import PinionSIMDKernels

/// One layer of a recurrent network over all steps, in one direction or two: one node of the graph.
struct RecurrentLayer {
    /// The node's name in PyTorch.
    let node: StaticString
    let cell: RecurrentCell
    /// How many sequences reach each step.
    let batchSizes: [Int]
    let passes: [RecurrentPass]

    /// - Parameters:
    ///   - node: the node's name.
    ///   - cell: the rule of a step.
    ///   - batchSizes: how many sequences reach each step.
    ///   - weights: those of each direction; the second one runs from the last step to the first.
    init(_ node: StaticString, _ cell: RecurrentCell, batchSizes: [Int], _ weights: [RecurrentWeights]) {
        (self.node, self.cell, self.batchSizes) = (node, cell, batchSizes)
        passes = weights.enumerated().map { direction, weights in
            RecurrentPass(
                cell, batchSizes: batchSizes, isReverse: direction == 1, hidden: weights.hh.size(0) / cell.gates,
                output: weights.hh.size(1))
        }
    }

    /// What goes into a layer, in the order of its gradients.
    struct Inputs {
        /// [steps, batch, input], or the rows of all steps [rows, input].
        var x: Tensor
        /// [directions, batch, output]
        var h: Tensor
        /// [directions, batch, hidden], of an LSTM.
        var c: Tensor?
        var weights: [RecurrentWeights]

        var all: [Tensor] { [x, h] + (c.map { [$0] } ?? []) + weights.flatMap(\.all) }

        /// The same with other tensors in the places of `all`.
        func replaced(_ tensors: [Tensor]) -> Inputs {
            var result = self
            (result.x, result.h) = (tensors[0], tensors[1])
            var rest = tensors.dropFirst(2)
            if c != nil { result.c = rest.popFirst() }
            result.weights = weights.map { weights in
                let count = weights.all.count
                defer { rest = rest.dropFirst(count) }
                return RecurrentWeights(Array(rest.prefix(count)), hasBiases: weights.biases != nil)
            }
            return result
        }
    }

    /// The states after each step, with the two directions' side by side; the last states; the last cells of an LSTM.
    func callAsFunction(_ inputs: Inputs) -> [Tensor] {
        let dtype = inputs.x.dtype
        if dtype == .float16 || dtype == .bfloat16 {
            return self(inputs.replaced(inputs.all.map { $0.float() })).map { $0.to(dtype) }
        }
        return attempt(else: [.failed, .failed] + (cell == .lstm ? [.failed] : [])) { () throws(TensorError) in
            let isRecorded = isRecorded(inputs.all)
            let rows = rows(inputs.x)
            let (matrix, h, c, kept) = try Raw.recurrent(
                passes, rows, inputs.weights, h: inputs.h, c: inputs.c, keeps: isRecorded)
            let width = passes.count * passes[0].output
            let y = noGrad { matrix.view(inputs.x.shape.dropLast() + [width]) }.detach()
            let results = [y, h] + (c.map { [$0] } ?? [])
            if isRecorded { attach(results, inputs, kept) }
            return results
        }
    }

    /// The rows of all steps, without gaps.
    private func rows(_ x: Tensor) -> Tensor { noGrad { x.reshape(passes[0].rows, x.size(-1)) }.detach() }

    private func attach(_ results: [Tensor], _ inputs: Inputs, _ kept: [RecurrentKept]) {
        let all = inputs.all
        let (saved, savedY) = (all.map { SavedTensor($0) }, SavedOutput(results[0]))
        let needed = all.map(\.requiresGrad)
        // Only what the places are for is kept of the inputs: their tensors are in `saved`.
        let places = inputs.replaced(all.map { $0.detach() })
        record(node, results, all) { gradients in
            let inputs = places.replaced(saved.map(\.tensor))
            if isGradEnabled() { return composedGradients(inputs, gradients) }
            return attempt(else: needed.map { _ in nil }) { () throws(TensorError) in
                try self.gradients(inputs, needed, kept, savedY.tensor, gradients)
            }
        }
    }

    /// The gradients by a fused pass over the steps, then a product over all of them for each weight.
    private func gradients(
        _ inputs: Inputs, _ needed: [Bool], _ kept: [RecurrentKept], _ y: Tensor, _ gradients: [Tensor?]
    ) throws(TensorError) -> [Tensor?] {
        let found = try Raw.recurrentBackward(
            passes, inputs.weights, kept, y: y, h: inputs.h, gy: gradients[0], gh: gradients[1],
            gc: cell == .lstm ? gradients[2] : nil)
        var result: [Tensor?] = [nil, found.h] + (found.c.map { [$0] } ?? [])
        if needed[0] {
            for (direction, weights) in zip(found.directions, inputs.weights) {
                let gx = direction.gates.matmul(weights.ih)
                result[0] = result[0].map { $0.addInPlace(gx) } ?? gx
            }
            result[0] = result[0].map { $0.view(inputs.x.shape).detach() }
        }
        let x = rows(inputs.x)
        for (d, direction) in found.directions.enumerated() {
            func needs(_ index: Int) -> Bool { needed[result.count + index] }
            let weights = inputs.weights[d]
            var own: [Tensor?] = [
                needs(0) ? direction.gates.mT.matmul(x) : nil,
                needs(1) ? direction.products.mT.matmul(direction.states) : nil,
            ]
            if weights.biases != nil {
                let sum = needs(2) || (needs(3) && cell != .gru) ? direction.gates.sum(dim: 0) : nil
                own += [sum, cell == .gru && needs(3) ? direction.products.sum(dim: 0) : sum]
            }
            if weights.hr != nil {
                let last = needs(own.count)
                own.append(
                    last ? direction.projected.flatMap { g in kept[d].unprojected.map { g.mT.matmul($0) } } : nil)
            }
            result += own
        }
        return result
    }
}
