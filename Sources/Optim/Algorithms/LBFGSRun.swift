import PinionTensor

/// One call of LBFGS's `step`: what it remembers from the last, and the parameters as one row.
struct LBFGSRun {
    let group: ParamGroup
    let state: ParamState
    let closure: () -> Tensor
    /// Along a row: where the gradient fell, by how much, and the reciprocal of their product; oldest first.
    var changes: [Tensor]
    var steps: [Tensor]
    var reciprocals: [Double]
    var scale: Double
    var direction: Tensor?
    var length: Double
    var formerGradient: Tensor?

    init(_ group: ParamGroup, _ state: ParamState, _ closure: @escaping () -> Tensor) {
        self.group = group
        self.state = state
        self.closure = closure
        changes = state["old_dirs"]?.elements?.compactMap(\.tensor) ?? []
        steps = state["old_stps"]?.elements?.compactMap(\.tensor) ?? []
        reciprocals = state["ro"]?.numbers ?? []
        scale = state["H_diag"]?.number ?? 1
        direction = state["d"]?.tensor
        length = state["t"]?.number ?? 0
        formerGradient = state["prev_flat_grad"]?.tensor
    }

    mutating func descend(from first: Double) {
        let (maxIter, maxEval) = (Int(group.number("max_iter")), Int(group.number("max_eval")))
        let (tolerance, least) = (group.number("tolerance_grad"), group.number("tolerance_change"))
        let searches = group["line_search_fn"]?.string != nil
        var (loss, evaluations, iteration) = (first, 1, 0)
        var total = state["n_iter"]?.int ?? 0
        let before = state["func_evals"]?.int ?? 0
        var gradient = flatGradient()
        var formerLoss = state["prev_loss"]?.number ?? loss
        defer {
            state["func_evals"] = .int(before + evaluations)
            state["n_iter"] = .int(total)
        }
        if isFlat(gradient, tolerance) { return }
        while iteration < maxIter {
            iteration += 1
            total += 1
            let direction = nextDirection(gradient, isFirst: total == 1)
            self.direction = direction
            formerGradient = gradient.clone()
            formerLoss = loss
            length = (total == 1 ? min(1, 1 / gradient.abs().sum().item) : 1) * group.lr
            let slope = gradient.dot(direction).item
            // Also where it is NaN: there is nowhere to go.
            if !(slope <= -least) { break }
            var isDone = false
            if searches {
                let point = group.params.map { $0.clone() }
                var search = WolfeSearch(
                    slope: slope, loss: loss, gradient: gradient, direction: direction, least: least,
                    limit: maxEval - evaluations)
                let found = search.run(from: length) { step in
                    move(by: step, along: direction)
                    let loss = enableGrad(closure).item
                    let gradient = flatGradient()
                    for (p, former) in zip(group.params, point) { p.copyInPlace(former) }
                    return (loss, gradient)
                }
                (loss, gradient, length) = found
                evaluations += search.evaluations
                move(by: length, along: direction)
                isDone = isFlat(gradient, tolerance)
            } else {
                move(by: length, along: direction)
                if iteration != maxIter {
                    loss = enableGrad(closure).item
                    gradient = flatGradient()
                    evaluations += 1
                    isDone = isFlat(gradient, tolerance)
                }
            }
            if iteration == maxIter || evaluations >= maxEval || isDone { break }
            if (direction * length).abs().max().item <= least || abs(loss - formerLoss) < least { break }
        }
        remember(formerLoss)
    }

    /// The direction of descent, after what the last step taught about the Hessian.
    private mutating func nextDirection(_ gradient: Tensor, isFirst: Bool) -> Tensor {
        guard !isFirst, let direction, let formerGradient else {
            (changes, steps, reciprocals, scale) = ([], [], [], 1)
            return -gradient
        }
        let (change, step) = (gradient - formerGradient, direction * length)
        let product = change.dot(step).item
        if product > 1e-10 {
            if changes.count == Int(group.number("history_size")) {
                changes.removeFirst()
                steps.removeFirst()
                reciprocals.removeFirst()
            }
            changes.append(change)
            steps.append(step)
            reciprocals.append(1 / product)
            scale = product / change.dot(change).item
        }
        let result = -gradient
        var shares = [Double](repeating: 0, count: changes.count)
        for i in changes.indices.reversed() {
            shares[i] = steps[i].dot(result).item * reciprocals[i]
            result.addInPlace(changes[i], alpha: -shares[i])
        }
        result.mulInPlace(scale)
        for i in changes.indices {
            let share = changes[i].dot(result).item * reciprocals[i]
            result.addInPlace(steps[i], alpha: shares[i] - share)
        }
        return result
    }

    private func flatGradient() -> Tensor {
        cat(group.params.map { ($0.grad ?? Tensor.zerosLike($0)).reshape(-1) })
    }

    private func isFlat(_ gradient: Tensor, _ tolerance: Double) -> Bool {
        gradient.abs().max().item <= tolerance
    }

    private func move(by length: Double, along direction: Tensor) {
        var start = 0
        for p in group.params {
            p.addInPlace(direction.narrow(0, start, p.numel).reshape(p.shape), alpha: length)
            start += p.numel
        }
    }

    /// PyTorch keeps the same under the same names.
    private func remember(_ formerLoss: Double) {
        func number(_ value: Double) -> StateValue {
            .tensor(Tensor.full([], value, dtype: group.params[0].dtype))
        }
        state["d"] = direction.map { .tensor($0) }
        state["t"] = .double(length)
        state["old_dirs"] = .list(changes.map { .tensor($0) })
        state["old_stps"] = .list(steps.map { .tensor($0) })
        state["ro"] = .list(reciprocals.map(number))
        state["H_diag"] = number(scale)
        state["prev_flat_grad"] = formerGradient.map { .tensor($0) }
        state["prev_loss"] = .double(formerLoss)
    }
}
