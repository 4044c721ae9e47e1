import PinionAutograd

/// The linear maps from queries, keys and values to those of all heads.
struct InputProjections {
    /// The three weights as one, [3 embedDim, embedDim].
    var packed: Tensor?
    /// The weights apart: [embedDim, embedDim], [embedDim, kdim] and [embedDim, vdim].
    var apart: [Tensor]?
    /// Of shape [3 embedDim].
    var bias: Tensor?

    func callAsFunction(_ query: Tensor, _ key: Tensor, _ value: Tensor) -> [Tensor] {
        let biases = bias.map { $0.chunk(3).map(Optional.some) } ?? [nil, nil, nil]
        if let apart { return zip([query, key, value], zip(apart, biases)).map { linear($0, $1.0, $1.1) } }
        guard let packed else { return [query, key, value] }
        let embedDim = packed.size(1)
        func several(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ count: Int) -> [Tensor] {
            linear(x, weight, bias).unflatten(-1, [count, embedDim]).unbind(-2)
        }
        if query === key && key === value { return several(query, packed, bias, 3) }
        if key === value {
            let weights = packed.split([embedDim, 2 * embedDim])
            let biases = bias?.split([embedDim, 2 * embedDim])
            return [linear(query, weights[0], biases?[0])] + several(key, weights[1], biases?[1], 2)
        }
        return zip([query, key, value], zip(packed.chunk(3), biases)).map { linear($0, $1.0, $1.1) }
    }

    func check(
        _ name: String, _ query: Tensor, _ key: Tensor, _ value: Tensor, embedDim: Int
    ) throws(TensorError) {
        func expect(_ label: String, _ shape: [Int], _ expected: [Int]) throws(TensorError) {
            if shape != expected {
                throw TensorError(name, .shape, "expected \(label) of shape \(expected), got \(shape)")
            }
        }
        func features(_ label: String, _ x: Tensor, _ size: Int) throws(TensorError) {
            if x.size(-1) != size {
                throw TensorError(name, .shape, "expected \(size) features in \(label), got shape \(x.shape)")
            }
        }
        try features("query", query, embedDim)
        if let apart {
            let inputs = [("query", "q", query), ("key", "k", key), ("value", "v", value)]
            for (weight, (label, letter, x)) in zip(apart, inputs) {
                let width = weight.ndim == 2 ? weight.size(1) : embedDim
                try expect(letter + "ProjWeight", weight.shape, [embedDim, width])
                try features(label, x, width)
            }
        } else {
            try features("key", key, embedDim)
            try features("value", value, embedDim)
            if let packed { try expect("inProjWeight", packed.shape, [3 * embedDim, embedDim]) }
        }
        if let bias { try expect("inProjBias", bias.shape, [3 * embedDim]) }
    }
}
