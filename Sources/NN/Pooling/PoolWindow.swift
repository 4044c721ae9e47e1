import PinionAutograd
import PinionSIMDKernels

/// A pooling's window over the last dimensions of a tensor, checked.
struct PoolWindow {
    let shape: ConvolutionShape
    /// Of the input, packed, and of the result.
    let input: Layout
    let output: Layout
    let rank: Int
    /// Where padding ends behind the input's last element.
    let behind: SIMD3<Int>

    init(
        _ operation: StaticString, _ rank: Int, _ x: Tensor, kernel: some SpatialSizes, stride: (any SpatialSizes)?,
        padding: some SpatialSizes, dilation: some SpatialSizes = 1, ceilMode: Bool
    ) throws(TensorError) {
        let kernel = try kernel.sizes(rank, "kernelSize", atLeast: 1, operation)
        let stride = try (stride?._spatialSizes).map { (s) throws(TensorError) in
            try s.sizes(rank, "stride", atLeast: 1, operation)
        }
        let padding = try padding.sizes(rank, "padding", atLeast: 0, operation)
        let dilation = try dilation.sizes(rank, "dilation", atLeast: 1, operation)
        try checkPooled(operation, rank, x)
        var sizes = x.layout.sizes
        for d in 0..<rank {
            if padding[d] > ((kernel[d] - 1) * dilation[d] + 1) / 2 {
                throw TensorError(
                    "\(operation)", .value,
                    "padding must be at most half of the window, got padding \(padding), kernelSize \(kernel) and "
                        + "dilation \(dilation)")
            }
            let (step, size) = ((stride ?? kernel)[d], x.layout.sizes[x.ndim - rank + d])
            let room = size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1
            var count =
                room < 0 && !(ceilMode && room + step - 1 >= 0) ? 0 : (room + (ceilMode ? step - 1 : 0)) / step + 1
            // The last window must begin inside the input or the padding before it.
            if ceilMode && (count - 1) * step >= size + padding[d] { count -= 1 }
            if count < 1 {
                throw TensorError(
                    "\(operation)", .shape,
                    "the window does not fit: an input of shape \(x.shape) has size \(size) along spatial dimension \(d), "
                        + "the kernel \(kernel[d]) with padding \(padding[d]) and dilation \(dilation[d])")
            }
            sizes[x.ndim - rank + d] = count
        }
        self.rank = rank
        input = x.layout.packed
        output = Layout(rank: x.ndim, sizes: sizes)
        let last = SIMD3(padding, first: 0)
        behind = last
        shape = ConvolutionShape(
            images: (0..<x.ndim - rank).reduce(1) { $0 * sizes[$1] }, channels: 1, filters: 1,
            input: SIMD3(x.shape.suffix(rank), first: 1), output: SIMD3(output.shape.suffix(rank), first: 1),
            kernel: SIMD3(kernel, first: 1), stride: SIMD3(stride ?? kernel, first: 1),
            dilation: SIMD3(dilation, first: 1), padding: last)
    }
}

/// Throws unless `x` can be pooled over its last `rank` dimensions: it has one or two more, none of them but the batch
/// empty.
func checkPooled(_ operation: StaticString, _ rank: Int, _ x: Tensor) throws(TensorError) {
    if x.ndim != rank + 1 && x.ndim != rank + 2 || x.shape.suffix(rank + 1).contains(0) {
        throw TensorError(
            "\(operation)", .shape,
            "expected an input of \(rank + 1) dimensions, or \(rank + 2) with a batch, of which only the batch may be "
                + "empty; got shape \(x.shape)")
    }
    if x.dtype == .bool { throw TensorError("\(operation)", .dtype, "not defined for bool") }
}
