/// Divides a parameter by its largest singular value, as a matrix (Miyato et al., 2018).
///
/// The parameter `name` gives way to `name_orig`, which is trained, and is computed from it at each use. The singular
/// vectors are the buffers `name_u` and `name_v`, which calls of the module in training come closer to. As PyTorch's
/// `nn.utils.spectral_norm`.
/// - Parameters:
///   - module: returned.
///   - name: of one of its own parameters.
///   - nPowerIterations: steps towards the singular vectors in a call.
///   - eps: the least length that a vector is divided by.
///   - dim: the dimension that becomes the matrix's rows; 1 for transposed convolutions.
@discardableResult
public func spectralNorm<M: Module>(
    _ module: M, name: String = "weight", nPowerIterations: Int = 1, eps: Double = 1e-12, dim: Int = 0
) -> M {
    attempt(else: module) { () throws(TensorError) in
        let (slot, weight) = try module.ownParameter(name, "spectralNorm")
        let rows = try weight.layout.dimension(dim, "spectralNorm")
        if weight.ndim < 1 || nPowerIterations < 1 {
            throw TensorError(
                "spectralNorm", .value,
                "nPowerIterations \(nPowerIterations) and a parameter of shape \(weight.shape); "
                    + "expected at least 1 and at least 1 dimension")
        }
        func matrix(_ x: Tensor) -> Tensor { x.movedim(rows, 0).reshape(x.size(rows), -1) }
        func unit(_ x: Tensor) -> Tensor { x / x.norm(2).clampMin(eps) }
        let drawn = noGrad {
            let shape = matrix(weight).shape
            let u = unit(weight.newEmpty(shape[0]).normalInPlace(0, 1))
            return (u: u, v: unit(weight.newEmpty(shape[1]).normalInPlace(0, 1)))
        }
        let original = Parameter(wrappedValue: weight)
        let (u, v) = (Buffer(wrappedValue: drawn.u), Buffer(wrappedValue: drawn.v))
        module.add(name + "_orig", .tensor(original))
        module.add(name + "_u", .tensor(u))
        module.add(name + "_v", .tensor(v))
        slot.computed = {
            // Copies: the next step writes to the vectors, which this use's gradient needs.
            let (left, right) = (u.wrappedValue.clone(), v.wrappedValue.clone())
            let weight = original.wrappedValue
            return weight / left.dot(matrix(weight).mv(right))
        }
        slot.step = module.registerForwardPreHook { module, _ in
            guard module.isTraining else { return }
            noGrad {
                let weight = matrix(original.wrappedValue)
                for _ in 0..<nPowerIterations {
                    v.wrappedValue.copyInPlace(unit(weight.t().mv(u.wrappedValue)))
                    u.wrappedValue.copyInPlace(unit(weight.mv(v.wrappedValue)))
                }
            }
        }
        return module
    }
}

/// Makes one parameter again of what `spectralNorm` took apart.
@discardableResult
public func removeSpectralNorm<M: Module>(_ module: M, name: String = "weight") -> M {
    module.slots.first { $0.name == name }?.slot.step?.remove()
    return module.restoreParameter(name, removing: [name + "_orig", name + "_u", name + "_v"], "removeSpectralNorm")
}
