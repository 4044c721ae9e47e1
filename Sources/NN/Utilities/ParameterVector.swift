/// The parameters' elements one after the other, as one vector.
public func parametersToVector(_ parameters: some Sequence<Tensor>) -> Tensor {
    let parts = parameters.map { $0.reshape(-1) }
    return parts.isEmpty ? .zeros(0) : cat(parts)
}

/// Writes the elements of a vector to the parameters, the reverse of `parametersToVector`.
public func vectorToParameters(_ vector: Tensor, _ parameters: some Sequence<Tensor>) {
    attempt(else: ()) { () throws(TensorError) in
        let parameters = Array(parameters)
        let total = parameters.reduce(0) { $0 + $1.numel }
        if vector.ndim != 1 || vector.numel != total {
            throw TensorError(
                "vectorToParameters", .shape, "a vector of shape \(vector.shape) for parameters of \(total) elements")
        }
        noGrad {
            var start = 0
            for parameter in parameters {
                parameter.copyInPlace(vector.narrow(0, start, parameter.numel).view(parameter.shape))
                start += parameter.numel
            }
        }
    }
}
