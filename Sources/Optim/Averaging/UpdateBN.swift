import PinionNN

/// Computes the running statistics of a model's batch norms anew, as their means over all batches of `loader`: those of
/// an averaged model are not its own. As PyTorch's `torch.optim.swa_utils.update_bn`.
///
/// - Parameters:
///   - loader: batches of inputs.
///   - model: runs in training mode meanwhile, without recording.
public func updateBN(_ loader: some Sequence<Tensor>, _ model: Module) {
    let norms = model.modules().compactMap { $0 as? BatchNorm }
    if norms.isEmpty { return }
    let momenta = norms.map(\.momentum)
    let wasTraining = model.isTraining
    model.train()
    for norm in norms {
        norm.resetRunningStats()
        norm.momentum = nil
    }
    noGrad { for batch in loader { _ = model(batch) } }
    for (norm, momentum) in zip(norms, momenta) { norm.momentum = momentum }
    model.train(wasTraining)
}

/// The same with batches of inputs and targets, of which only the inputs count.
public func updateBN(_ loader: some Sequence<(Tensor, Tensor)>, _ model: Module) {
    updateBN(loader.lazy.map(\.0), model)
}

/// The same as `updateBN`.
public func updateBn(_ loader: some Sequence<Tensor>, _ model: Module) { updateBN(loader, model) }

/// The same as `updateBN`.
public func updateBn(_ loader: some Sequence<(Tensor, Tensor)>, _ model: Module) { updateBN(loader, model) }
