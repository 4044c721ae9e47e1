import PinionAutograd
import PinionSIMDKernels

// The layer once more, of differentiable operations: what gradients of gradients go through.
extension RecurrentLayer {
    /// The gradients of the composed layer, recorded themselves.
    func composedGradients(_ inputs: Inputs, _ gradients: [Tensor?]) -> [Tensor?] {
        // Behind nodes of their own, so that what the inputs were made from is not part of this.
        let all = inputs.all.map { tensor in recordView("AliasBackward0", tensor, tensor.layout) { $0 } }
        let results = zip(composed(inputs.replaced(all)), gradients).filter { $0.0.requiresGrad && $0.1 != nil }
        let targets = all.filter(\.requiresGrad)
        if results.isEmpty { return all.map { _ in nil } }
        var found = gradOrNil(
            results.map(\.0), targets, gradOutputs: results.map(\.1), createGraph: true)[...]
        return all.map { $0.requiresGrad ? found.popFirst() ?? nil : nil }
    }

    private func composed(_ inputs: Inputs) -> [Tensor] {
        let rows = inputs.x.reshape(passes[0].rows, inputs.x.size(-1))
        let ends = passes.indices.map { d in
            direction(passes[d], rows, inputs.weights[d], inputs.h.select(0, d), inputs.c.map { $0.select(0, d) })
        }
        let width = passes.count * passes[0].output
        let y = cat(ends.map(\.y), dim: 1).reshape(inputs.x.shape.dropLast() + [width])
        let cells = ends.compactMap(\.c)
        return [y, stack(ends.map(\.h))] + (cells.isEmpty ? [] : [stack(cells)])
    }

    private func direction(
        _ pass: RecurrentPass, _ x: Tensor, _ weights: RecurrentWeights, _ first: Tensor, _ firstCell: Tensor?
    ) -> (y: Tensor, h: Tensor, c: Tensor?) {
        let inputs = linear(x, weights.ih, weights.biases?.ih)
        var (h, c) = (first, firstCell)
        var states: [(row: Int, h: Tensor)] = []
        pass.forEachStep(0..<pass.batch, backward: false) { row, count in
            let former = h.narrow(0, 0, count)
            let step = step(
                inputs.narrow(0, row, count), linear(former, weights.hh, weights.biases?.hh), former,
                c?.narrow(0, 0, count), weights.hr)
            states.append((row, step.h))
            // Sequences that have ended, or not begun, stay as they are.
            func replaced(_ old: Tensor, _ new: Tensor) -> Tensor {
                count == pass.batch ? new : cat([new, old.narrow(0, count, pass.batch - count)], dim: 0)
            }
            h = replaced(h, step.h)
            if let old = c, let new = step.c { c = replaced(old, new) }
        }
        let y = states.isEmpty ? x.narrow(1, 0, 0) : cat(states.sorted { $0.row < $1.row }.map(\.h), dim: 0)
        return (y, h, c)
    }

    /// One step from `a = W_ih x + b_ih` and `b = W_hh h + b_hh`.
    private func step(
        _ a: Tensor, _ b: Tensor, _ h: Tensor, _ c: Tensor?, _ projection: Tensor?
    ) -> (h: Tensor, c: Tensor?) {
        switch cell {
        case .tanh: return ((a + b).tanh(), nil)
        case .relu: return (relu(a + b), nil)
        case .lstm:
            let gates = (a + b).chunk(4, dim: 1)
            let kept = gates[1].sigmoid() * (c ?? h)
            let next = kept + gates[0].sigmoid() * gates[2].tanh()
            let raw = gates[3].sigmoid() * next.tanh()
            return (projection.map { linear(raw, $0) } ?? raw, next)
        case .gru:
            let (a, b) = (a.chunk(3, dim: 1), b.chunk(3, dim: 1))
            let (r, z) = ((a[0] + b[0]).sigmoid(), (a[1] + b[1]).sigmoid())
            let n = (a[2] + r * b[2]).tanh()
            return (n + z * (h - n), nil)
        }
    }
}
