/// Takes a parameter apart into its length and its direction: `weight = g · v / |v|` (Salimans and Kingma, 2016).
///
/// The parameter `name` gives way to `name_g` and `name_v`, which are trained, and is computed from them at each use. As
/// PyTorch's `nn.utils.weight_norm`.
/// - Parameters:
///   - module: returned.
///   - name: of one of its own parameters.
///   - dim: the dimension whose places each have a length; nil for one length of all.
@discardableResult
public func weightNorm<M: Module>(_ module: M, name: String = "weight", dim: Int? = 0) -> M {
    attempt(else: module) { () throws(TensorError) in
        let (slot, weight) = try module.ownParameter(name, "weightNorm")
        let others = try dim.map { (dim) throws(TensorError) in
            let kept = try weight.layout.dimension(dim, "weightNorm")
            return (0..<weight.ndim).filter { $0 != kept }
        }
        func length(_ v: Tensor) -> Tensor {
            guard let others else { return v.norm(2) }
            return others.isEmpty ? v.abs() : v.norm(p: 2, dims: others, keepDim: true)
        }
        let g = Parameter(wrappedValue: noGrad { length(weight) })
        let v = Parameter(wrappedValue: weight)
        module.add(name + "_g", .tensor(g))
        module.add(name + "_v", .tensor(v))
        slot.computed = { v.wrappedValue * (g.wrappedValue / length(v.wrappedValue)) }
        return module
    }
}

/// Makes one parameter again of what `weightNorm` took apart.
@discardableResult
public func removeWeightNorm<M: Module>(_ module: M, name: String = "weight") -> M {
    module.restoreParameter(name, removing: [name + "_g", name + "_v"], "removeWeightNorm")
}

extension Module {
    /// A parameter of this module that is not computed, with its place.
    func ownParameter(_ name: String, _ operation: String) throws(TensorError) -> (TensorSlot, Tensor) {
        for (own, slot) in slots where own == name && slot.isParameter {
            if let tensor = slot.tensor { return (slot, tensor) }
        }
        throw TensorError(operation, .value, "\(typeName) has no parameter \"\(name)\" of its own")
    }

    /// Keeps what a parameter is computed to be, and removes what it was computed from.
    func restoreParameter(_ name: String, removing names: [String], _ operation: String) -> Self {
        attempt(else: self) { () throws(TensorError) in
            guard let slot = slots.first(where: { $0.name == name })?.slot, slot.computed != nil,
                names.allSatisfy({ name in slots.contains { $0.name == name } })
            else { throw TensorError(operation, .value, "\(typeName) has no \"\(name)\" that is computed") }
            let tensor = noGrad { slot.tensor?.clone() }
            slot.computed = nil
            slot.tensor = tensor
            registered?.members.removeAll { names.contains($0.name) }
            return self
        }
    }
}
