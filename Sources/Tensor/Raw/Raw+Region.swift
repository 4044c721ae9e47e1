import PinionSIMDKernels

extension Raw {
    /// Uninitialised memory laid out as `layout`, from offset 0; dense or with gaps.
    package static func geometry(of layout: Layout, _ dtype: DType) -> Tensor {
        Tensor(Storage(byteCount: layout.span * dtype.byteCount), layout.offset(to: 0), dtype)
    }

    /// `target += x`, also where elements of `target` share memory: each gets the sum of all that belong to it.
    package static func add(_ x: Tensor, into target: Tensor) throws(TensorError) {
        let (sizes, strides) = (target.layout.sizes, target.layout.strides)
        // Rows along a dimension may overlap others; one at a time they do not.
        guard let d = (0..<target.ndim).first(where: { sizes[$0] > 1 && target.layout.overlaps(along: $0) }) else {
            _ = try binary(.add, .tensor(target), .tensor(x), name: "add", out: target)
            return
        }
        for index in 0..<sizes[d] {
            let row = Layout(
                rank: target.ndim, sizes: sizes.replacing(d, with: 1), strides: strides,
                offset: target.layout.offset + index * strides[d])
            let part = Layout(
                rank: x.ndim, sizes: x.layout.sizes.replacing(d, with: 1), strides: x.layout.strides,
                offset: x.layout.offset + index * x.layout.strides[d])
            try add(Tensor(x.storage, part, x.dtype), into: Tensor(target.storage, row, target.dtype))
        }
    }
}

extension Layout {
    /// Whether neighbours along `d` may share memory with each other or with elements that other dimensions reach.
    fileprivate func overlaps(along d: Int) -> Bool {
        let (sizes, strides) = (sizes, strides)
        if strides[d] == 0 { return true }
        var reach = 0
        for e in 0..<rank where e != d && sizes[e] > 1 && strides[e] <= strides[d] {
            if strides[e] == strides[d] && e < d { continue }
            reach += (sizes[e] - 1) * strides[e]
        }
        return reach >= strides[d]
    }
}

extension SIMD8<Int> {
    package func replacing(_ index: Int, with value: Int) -> Self {
        var copy = self
        copy[index] = value
        return copy
    }
}
