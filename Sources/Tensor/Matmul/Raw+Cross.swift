import PinionSIMDKernels

extension Raw {
    /// The cross product along dimension `d`, of size 3; the shapes broadcast, the dtypes promote.
    package static func cross(_ a: Tensor, _ b: Tensor, dim d: Int, name: StaticString) throws(TensorError) -> Tensor {
        guard let layout = Layout.broadcast(a.layout, b.layout) else {
            throw TensorError("\(name)", .shape, Layout.mismatch(a.shape, b.shape))
        }
        let dtype = resultType(.tensor(a), .tensor(b))
        if dtype == .bool { throw TensorError("\(name)", .dtype, "not defined for bool") }
        let result = Tensor(layout, dtype)
        let (a, b) = (broadcast(a, to: layout), broadcast(b, to: layout))
        for i in 0..<3 {
            let (j, k) = ((i + 1) % 3, (i + 2) % 3)
            let target = part(result, d, i)
            let minus = try binary(.mul, .tensor(part(a, d, k)), .tensor(part(b, d, j)), name: name)
            _ = try binary(.mul, .tensor(part(a, d, j)), .tensor(part(b, d, k)), name: name, out: target)
            _ = try binary(.sub, .tensor(target), .tensor(minus), name: name, out: target)
        }
        return result
    }

    /// `x` repeated to a layout's sizes without a copy.
    static func broadcast(_ x: Tensor, to target: Layout) -> Tensor {
        let strides = x.layout.strides(broadcastTo: target)
        let layout = Layout(rank: target.rank, sizes: target.sizes, strides: strides, offset: x.layout.offset)
        return Tensor(x.storage, layout, x.dtype)
    }

    /// The elements with index `i` along dimension `d`, which keeps size 1.
    private static func part(_ x: Tensor, _ d: Int, _ i: Int) -> Tensor {
        let (sizes, strides) = (x.layout.sizes.replacing(d, with: 1), x.layout.strides)
        let layout = Layout(rank: x.ndim, sizes: sizes, strides: strides, offset: x.layout.offset + i * strides[d])
        return Tensor(x.storage, layout, x.dtype)
    }
}
