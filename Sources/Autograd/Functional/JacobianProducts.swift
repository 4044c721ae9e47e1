import PinionTensor

/// `vᵀ · J`: the value of `f` and the gradient of `f · v` by each input. As `torch.autograd.functional.vjp`.
public func vjp(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], _ v: Tensor? = nil, createGraph: Bool = false
) -> (output: Tensor, gradients: [Tensor]) {
    attempt(else: (.failed, inputs.map { _ in .failed })) {
        enableGrad {
            let points = inputs.map { leaf($0, keepsHistory: createGraph) }
            let output = f(points)
            let gradients =
                output.requiresGrad
                ? grad([output], points, gradOutputs: [v], createGraph: createGraph, allowUnused: true)
                : points.map { Tensor.zerosLike($0) }
            return (createGraph ? output : output.detach(), gradients)
        }
    }
}

/// `J · v`: the value of `f` and its derivative in the direction `v`, by two backward passes.
///
/// The gradient of `u ↦ uᵀ · J` in the direction `v`. As `torch.autograd.functional.jvp`.
public func jvp(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], _ v: [Tensor], createGraph: Bool = false
) -> (output: Tensor, derivative: Tensor) {
    attempt(else: (.failed, .failed)) { () throws(TensorError) in
        if v.count != inputs.count {
            throw TensorError("jvp", .value, "\(v.count) directions for \(inputs.count) inputs")
        }
        return enableGrad {
            let points = inputs.map { leaf($0, keepsHistory: createGraph) }
            let output = f(points)
            guard output.requiresGrad else { return (output, Tensor.zerosLike(output)) }
            let u = Tensor.zeros(output.shape, dtype: output.dtype, requiresGrad: true)
            let products = gradOrNil([output], points, gradOutputs: [u], createGraph: true)
            var used: [Tensor] = []
            var directions: [Tensor?] = []
            for (product, direction) in zip(products, v) {
                guard let product, product.requiresGrad else { continue }
                used.append(product)
                directions.append(direction)
            }
            let derivative =
                used.isEmpty
                ? Tensor.zerosLike(output)
                : grad(used, [u], gradOutputs: directions, createGraph: createGraph, allowUnused: true)[0]
            return (createGraph ? output : output.detach(), derivative)
        }
    }
}

/// `vᵀ · J` of a function of one tensor.
public func vjp(
    _ f: (Tensor) -> Tensor, _ input: Tensor, _ v: Tensor? = nil, createGraph: Bool = false
) -> (output: Tensor, gradient: Tensor) {
    let (output, gradients) = vjp({ f($0[0]) }, [input], v, createGraph: createGraph)
    return (output, gradients.first ?? .failed)
}

/// `J · v` of a function of one tensor.
public func jvp(
    _ f: (Tensor) -> Tensor, _ input: Tensor, _ v: Tensor, createGraph: Bool = false
) -> (output: Tensor, derivative: Tensor) {
    jvp({ f($0[0]) }, [input], [v], createGraph: createGraph)
}

/// `vᵀ · H`: the value of a function with one element, and the gradient of its derivative in the direction `v`.
///
/// As `torch.autograd.functional.vhp`.
public func vhp(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], _ v: [Tensor], createGraph: Bool = false
) -> (output: Tensor, products: [Tensor]) {
    attempt(else: (.failed, inputs.map { _ in .failed })) { () throws(TensorError) in
        if v.count != inputs.count {
            throw TensorError("vhp", .value, "\(v.count) directions for \(inputs.count) inputs")
        }
        return enableGrad {
            let points = inputs.map { leaf($0, keepsHistory: createGraph) }
            let output = f(points)
            if output.numel != 1 {
                report(TensorError("vhp", .shape, "the function has shape \(output.shape), expected one element"))
            }
            let zeros = points.map { Tensor.zerosLike($0) }
            guard output.requiresGrad else { return (output, zeros) }
            let gradients = gradOrNil([output.sum()], points, createGraph: true)
            var slope: Tensor?
            for (gradient, direction) in zip(gradients, v) {
                guard let gradient, gradient.requiresGrad else { continue }
                let part = (gradient * direction).sum()
                slope = slope.map { $0 + part } ?? part
            }
            let value = createGraph ? output : output.detach()
            guard let slope else { return (value, zeros) }
            return (value, grad([slope], points, createGraph: createGraph, allowUnused: true))
        }
    }
}

/// `vᵀ · H` of a function of one tensor.
public func vhp(
    _ f: (Tensor) -> Tensor, _ input: Tensor, _ v: Tensor, createGraph: Bool = false
) -> (output: Tensor, product: Tensor) {
    let (output, products) = vhp({ f($0[0]) }, [input], [v], createGraph: createGraph)
    return (output, products.first ?? .failed)
}

/// `H · v`, which is `vᵀ · H`: the matrix of second derivatives is symmetric. As `torch.autograd.functional.hvp`.
public func hvp(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], _ v: [Tensor], createGraph: Bool = false
) -> (output: Tensor, products: [Tensor]) {
    vhp(f, inputs, v, createGraph: createGraph)
}

/// `H · v` of a function of one tensor.
public func hvp(
    _ f: (Tensor) -> Tensor, _ input: Tensor, _ v: Tensor, createGraph: Bool = false
) -> (output: Tensor, product: Tensor) {
    vhp(f, input, v, createGraph: createGraph)
}
