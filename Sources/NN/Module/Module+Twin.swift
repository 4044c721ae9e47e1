import PinionAutograd

/// Makes a module without a trace in the default generator: what it draws is drawn again by whoever comes next.
package func withoutDraws<Result>(_ make: () -> Result) -> Result {
    let state = getRNGState()
    defer { setRNGState(state) }
    return make()
}

extension Module {
    /// Takes over parameters, buffers and whether they are trained from a module of the same structure.
    /// - Returns: this module.
    @discardableResult
    package func become(_ other: Module) -> Self {
        attempt(else: self) { () throws(TensorError) in
            let (own, given) = (namedModules(), other.namedModules())
            let fits =
                own.map(\.name) == given.map(\.name) && zip(own, given).allSatisfy { $0.module.hasSlots(of: $1.module) }
            if !fits {
                throw TensorError(typeName, .value, "a copy must have the same modules, parameters and buffers")
            }
            for (twin, module) in zip(own, given) {
                twin.module.isTraining = module.module.isTraining
                for ((_, slot), (_, source)) in zip(twin.module.slots, module.module.slots) {
                    guard let tensor = source.tensor, let target = slot.tensor else { continue }
                    target.data = tensor.detach().clone()
                    if target.isFloatingPoint && target.isLeaf { target.requiresGrad = tensor.requiresGrad }
                }
            }
            return self
        }
    }

    private func hasSlots(of other: Module) -> Bool {
        func names(_ module: Module) -> [String] { module.slots.map { "\($0.name) \($0.slot.tensor?.shape ?? [])" } }
        return names(self) == names(other)
    }
}
