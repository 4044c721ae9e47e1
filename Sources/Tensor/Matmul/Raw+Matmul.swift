import PinionSIMDKernels

extension Raw {
    /// The matrix product with PyTorch's rank cases: a vector on the left is a row, on the right a column, and the
    /// dimension of size 1 goes away again; dimensions before the last two broadcast.
    package static func matmul(_ a: Tensor, _ b: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        let sizes = try ProductSizes(a, b, name)
        return try inProductDType(a, b, name) { (a, b, dtype) throws(TensorError) in
            if let c = asLinear(a, b, nil) { return c }
            let c = Tensor(sizes.result, dtype)
            try Multiply(asRows(a), asColumns(b), into: Tensor(c.storage, sizes.matrices, dtype)).run()
            return c
        }
    }

    /// `a · b + bias` for the transpose b of a matrix that wants a gradient: as a linear layer, which keeps weights
    /// packed between two changes.
    private static func asLinear(_ a: Tensor, _ b: Tensor, _ bias: Tensor?) -> Tensor? {
        guard let base = b.base, base.tracksGrad, b.ndim == 2, b.layout.strides[0] == 1, a.isContiguous else {
            return nil
        }
        let weight = Tensor(b.storage, b.layout.transposed(0, 1), b.dtype)
        return LinearLayer(a, weight, bias)?.forward(a, weight, bias)
    }

    /// `Σ a[i] · b[i]`, the sum of the products of all matrices; the batches broadcast.
    package static func sumOfProducts(_ a: Tensor, _ b: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        let sizes = try ProductSizes(a, b, name)
        return try inProductDType(a, b, name) { (a, b, dtype) throws(TensorError) in
            let c = Tensor(sizes.matrix, dtype)
            try Multiply(sumOver: sizes.batch, a, b, into: c).run()
            return c
        }
    }

    /// `beta · input + alpha · a · b`; where `sums`, of the sum of all products. The input broadcasts to the product and
    /// is not looked at when beta is 0.
    package static func addProduct(
        _ input: Tensor, _ a: Tensor, _ b: Tensor, beta: Number, alpha: Number, sums: Bool = false, name: StaticString
    ) throws(TensorError) -> Tensor {
        let sizes = try ProductSizes(a, b, name)
        let result = sums ? sizes.matrix : sizes.result
        try check(input, a, beta, alpha, result, name)
        return try inProductDType(a, b, name) { (a, b, computed) throws(TensorError) in
            let input = converted(input, to: computed)
            let isPlain = alpha.asDouble == 1
            let isBias =
                isPlain && beta.asDouble == 1 && !sums && input.ndim == 1 && b.ndim > 1 && input.isContiguous
                && input.numel == sizes.matrices.shape.last && computed.isFloatingPoint
            if isBias, let c = asLinear(a, b, input) { return c }
            let c = Tensor(result, computed)
            let matrices = Tensor(c.storage, sums ? sizes.matrix : sizes.matrices, computed)
            let (left, right) = (asRows(a), asColumns(b))
            var product =
                sums
                ? Multiply(sumOver: sizes.batch, left, right, into: matrices)
                : Multiply(left, right, into: matrices)
            if isBias {
                product.bias = input
            } else if isPlain && beta.asDouble != 0 {
                try scale(input, by: beta, into: c)
                product.accumulates = true
            }
            try product.run()
            if isPlain { return c }
            try scale(c, by: alpha, into: c)
            if beta.asDouble == 0 { return c }
            let scaled = Tensor(result, computed)
            try scale(input, by: beta, into: scaled)
            return try binary(.add, .tensor(c), .tensor(scaled), name: name, out: c)
        }
    }

    private static func scale(_ x: Tensor, by factor: Number, into y: Tensor) throws(TensorError) {
        if factor.asDouble == 1 { return x === y ? () : copy(x, into: y) }
        let factor: Number = y.dtype.isFloatingPoint ? .double(factor.asDouble) : .int(factor.asInt64)
        let wide = Tensor(
            x.storage,
            Layout(
                rank: y.ndim, sizes: y.layout.sizes,
                strides: x.layout.strides(broadcastTo: y.layout), offset: x.layout.offset), x.dtype)
        _ = try binary(.mul, .tensor(wide), .number(factor), name: "mul", out: y)
    }

    private static func check(
        _ input: Tensor, _ a: Tensor, _ beta: Number, _ alpha: Number, _ result: Layout, _ name: StaticString
    ) throws(TensorError) {
        if input.dtype != a.dtype {
            throw TensorError(
                "\(name)", .dtype,
                "expected the input and the matrices to have the same dtype, got \(input.dtype) and \(a.dtype)")
        }
        let fits = Layout.broadcast(input.layout, result)?.hasSizes(of: result) ?? false
        if !fits {
            throw TensorError(
                "\(name)", .shape,
                "the input of shape \(input.shape) does not broadcast to the product's shape \(result.shape)")
        }
        if !a.dtype.isFloatingPoint {
            for (word, number) in [("beta", beta), ("alpha", alpha)] {
                if case .double = number {
                    throw TensorError(
                        "\(name)", .dtype, "\(word) must not be a floating-point number for matrices of \(a.dtype)")
                }
            }
        }
    }

    /// Computes with operands in the dtype that products of theirs are computed in, and converts the result back.
    private static func inProductDType(
        _ a: Tensor, _ b: Tensor, _ name: StaticString,
        _ compute: (Tensor, Tensor, DType) throws(TensorError) -> Tensor
    ) throws(TensorError) -> Tensor {
        if a.dtype != b.dtype {
            throw TensorError(
                "\(name)", .dtype, "expected both tensors to have the same dtype, got \(a.dtype) and \(b.dtype)")
        }
        guard let dtype = a.dtype.product else { throw TensorError("\(name)", .dtype, "not defined for \(a.dtype)") }
        return converted(try compute(converted(a, to: dtype), converted(b, to: dtype), dtype), to: a.dtype)
    }

    /// A vector as a matrix of one row.
    private static func asRows(_ a: Tensor) -> Tensor {
        if a.ndim > 1 { return a }
        let (size, stride) = (a.layout.sizes[0], a.layout.strides[0])
        let layout = Layout(
            rank: 2, sizes: [1, size, 1, 1, 1, 1, 1, 1], strides: [0, stride, 0, 0, 0, 0, 0, 0],
            offset: a.layout.offset)
        return Tensor(a.storage, layout, a.dtype)
    }

    /// A vector as a matrix of one column.
    private static func asColumns(_ b: Tensor) -> Tensor {
        if b.ndim > 1 { return b }
        let layout = Layout(rank: 2, sizes: b.layout.sizes, strides: b.layout.strides, offset: b.layout.offset)
        return Tensor(b.storage, layout, b.dtype)
    }
}
