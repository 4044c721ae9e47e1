import PinionTensor

/// `beta · input + alpha · a · b`: one operation under several public names, which differ in the ranks they take.
struct AddedProduct {
    let name: StaticString
    /// The node's name in PyTorch.
    let node: StaticString
    /// The ranks of a and b; nil for any.
    var ranks: (Int, Int)?
    /// Whether the products of the batches are summed.
    var sums = false

    static let addmm = AddedProduct(name: "addmm", node: "AddmmBackward0", ranks: (2, 2))
    static let addmv = AddedProduct(name: "addmv", node: "AddmvBackward0", ranks: (2, 1))
    static let addbmm = AddedProduct(name: "addbmm", node: "AddbmmBackward0", ranks: (3, 3), sums: true)
    static let baddbmm = AddedProduct(name: "baddbmm", node: "BaddbmmBackward0", ranks: (3, 3))
    static let addr = AddedProduct(name: "addr", node: "AddrBackward0", ranks: (2, 2))

    /// The operation, recorded.
    func callAsFunction(
        _ input: Tensor, _ a: Tensor, _ b: Tensor, beta: Number = .int(1), alpha: Number = .int(1)
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try compute(input, a, b, beta, alpha)
            let isRecorded = isRecorded(a, b) || PinionAutograd.isRecorded(input)
            if isRecorded { attach(y, input, a, b, beta, alpha) }
            return y
        }
    }

    /// `input = beta · input + alpha · a · b`.
    func inPlace(_ input: Tensor, _ a: Tensor, _ b: Tensor, beta: Number, alpha: Number) -> Tensor {
        PinionAutograd.inPlace(
            name, input, isRecorded: isRecorded(input) || isRecorded(a, b),
            write: { () throws(TensorError) in
                try input.checkWritable(name)
                let y = try compute(input, a, b, beta, alpha)
                if !y.layout.hasSizes(of: input.layout) {
                    throw TensorError(
                        "\(name)", .shape,
                        "the result has shape \(y.shape) and cannot be written to a tensor of shape \(input.shape)")
                }
                Raw.copy(y, into: input)
            },
            change: { old in self(old, a, b, beta: beta, alpha: alpha) })
    }

    private func compute(
        _ input: Tensor, _ a: Tensor, _ b: Tensor, _ beta: Number, _ alpha: Number
    ) throws(TensorError) -> Tensor {
        if let ranks {
            try a.checkRank(name, b, ranks.0, ranks.1)
            if ranks == (3, 3) { try checkBatch(name, a, b) }
        }
        return try Raw.addProduct(input, a, b, beta: beta, alpha: alpha, sums: sums, name: name)
    }

    private func attach(_ y: Tensor, _ input: Tensor, _ a: Tensor, _ b: Tensor, _ beta: Number, _ alpha: Number) {
        let needsInput = input.requiresGrad
        let savedA = b.requiresGrad ? SavedTensor(a) : nil
        let savedB = a.requiresGrad ? SavedTensor(b) : nil
        let (rank, otherRank, sums) = (a.ndim, b.ndim, sums)
        record(node, y, input, a, b) { g in
            let scaled = savedA == nil && savedB == nil ? g : g.scaled(by: alpha)
            return (
                needsInput ? g.scaled(by: beta) : nil,
                savedB.map {
                    sums
                        ? scaled.matmul($0.tensor.mT)
                        : ProductGradient.left(scaled, rank: rank, $0.tensor)
                },
                savedA.map {
                    sums
                        ? $0.tensor.mT.matmul(scaled)
                        : ProductGradient.right(scaled, $0.tensor, rank: otherRank)
                }
            )
        }
    }
}

extension Tensor {
    fileprivate func scaled(by factor: Number) -> Tensor {
        factor.asDouble == 1 ? self : BinaryRule.mul(.tensor(self), .number(factor))
    }
}
