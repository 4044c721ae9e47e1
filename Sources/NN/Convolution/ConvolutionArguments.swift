import PinionAutograd
import PinionSIMDKernels

/// The arguments of a convolution or transposed convolution, checked as far as that goes without tensors.
struct ConvolutionArguments {
    let operation: StaticString
    /// Spatial dimensions.
    let rank: Int
    let stride: [Int]
    let dilation: [Int]
    let groups: Int

    init(
        _ operation: StaticString, _ rank: Int, _ stride: some SpatialSizes, _ dilation: some SpatialSizes,
        _ groups: Int
    ) throws(TensorError) {
        self.operation = operation
        self.rank = rank
        self.stride = try stride.sizes(rank, "stride", atLeast: 1, operation)
        self.dilation = try dilation.sizes(rank, "dilation", atLeast: 1, operation)
        self.groups = groups
        if groups < 1 { throw error(.value, "groups must be at least 1, got \(groups)") }
    }

    func error(_ kind: TensorError.Kind, _ message: String) -> TensorError {
        TensorError("\(operation)", kind, message)
    }

    /// y = x ⋆ w + bias.
    func convolve(
        _ x: Tensor, _ w: Tensor, _ bias: Tensor?, padding: some ConvolutionPadding
    ) throws(TensorError) -> Tensor {
        let isBatched = try checkRanks(x, w, bias)
        let (filters, channels) = (w.shape[0], w.shape[1] * groups)
        if filters < groups || filters % groups != 0 {
            throw error(
                .shape,
                "the weight of shape \(w.shape) has \(filters) filters; expected a multiple of groups = \(groups)")
        }
        try checkChannels(x, w, isBatched, channels)
        try checkBias(bias, w, filters)
        let (kernel, input) = (Array(w.shape.suffix(rank)), Array(x.shape.suffix(rank)))
        let amounts = try padding.amounts(kernel: kernel, stride: stride, dilation: dilation, operation)
        var output: [Int] = []
        for d in 0..<rank {
            let padded = input[d] + amounts.before[d] + amounts.behind[d]
            let extent = dilation[d] * (kernel[d] - 1) + 1
            if padded < extent || input[d] == 0 && amounts.before[d] == 0 {
                throw error(
                    .shape,
                    "the window does not fit: an input of shape \(x.shape) has size \(padded) with padding along spatial "
                        + "dimension \(d), a kernel of size \(kernel[d]) with dilation \(dilation[d]) covers \(extent)")
            }
            output.append((padded - extent) / stride[d] + 1)
        }
        let map = map(
            images: isBatched ? x.shape[0] : 1, channels, filters, input: input, output: output, kernel: kernel,
            before: amounts.before)
        return batched(x, isBatched) { map.forward($0, w, bias: bias) }
    }

    /// The gradient by its input of a convolution with output gradient x, plus bias: y[s o + d t - p] += w[t] x[o].
    func convolveTransposed(
        _ x: Tensor, _ w: Tensor, _ bias: Tensor?, padding: some SpatialSizes, outputPadding: some SpatialSizes
    ) throws(TensorError) -> Tensor {
        let isBatched = try checkRanks(x, w, bias)
        let (filters, channels) = (w.shape[0], w.shape[1] * groups)
        if filters % groups != 0 {
            throw error(
                .shape,
                "the weight of shape \(w.shape) takes \(filters) channels; expected a multiple of groups = \(groups)")
        }
        try checkChannels(x, w, isBatched, filters)
        try checkBias(bias, w, channels)
        let padding = try padding.sizes(rank, "padding", atLeast: 0, operation)
        let extra = try outputPadding.sizes(rank, "outputPadding", atLeast: 0, operation)
        let (kernel, input) = (Array(w.shape.suffix(rank)), Array(x.shape.suffix(rank)))
        var output: [Int] = []
        for d in 0..<rank {
            if extra[d] >= stride[d] && extra[d] >= dilation[d] {
                throw error(
                    .value,
                    "outputPadding must be smaller than stride or dilation, got outputPadding \(extra), stride "
                        + "\(stride), dilation \(dilation)")
            }
            output.append((input[d] - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel[d] - 1) + extra[d] + 1)
        }
        if input.contains(0) || output.contains(where: { $0 < 1 }) {
            throw error(
                .shape, "an input of shape \(x.shape) gives an output of spatial size \(output), which is too small")
        }
        let map = map(
            images: isBatched ? x.shape[0] : 1, channels, filters, input: output, output: input, kernel: kernel,
            before: padding)
        return batched(x, isBatched) { map.backwardData($0, w, bias: bias) }
    }

    private func batched(_ x: Tensor, _ isBatched: Bool, _ body: (Tensor) -> Tensor) -> Tensor {
        isBatched ? body(x) : body(x.unsqueeze(0)).squeeze(0)
    }

    private func map(
        images: Int, _ channels: Int, _ filters: Int, input: [Int], output: [Int], kernel: [Int], before: [Int]
    ) -> ConvolutionMap {
        let shape = ConvolutionShape(
            images: images, channels: channels, filters: filters, groups: groups, input: SIMD3(input, first: 1),
            output: SIMD3(output, first: 1), kernel: SIMD3(kernel, first: 1), stride: SIMD3(stride, first: 1),
            dilation: SIMD3(dilation, first: 1), padding: SIMD3(before, first: 0))
        return ConvolutionMap(shape: shape, rank: rank)
    }

    /// Whether the input has a dimension for the batch.
    private func checkRanks(_ x: Tensor, _ w: Tensor, _ bias: Tensor?) throws(TensorError) -> Bool {
        if x.ndim != rank + 1 && x.ndim != rank + 2 {
            throw error(
                .shape,
                "expected an input of \(rank + 1) dimensions, or \(rank + 2) with a batch; got shape \(x.shape)")
        }
        if w.ndim != rank + 2 {
            throw error(.shape, "expected a weight of \(rank + 2) dimensions, got shape \(w.shape)")
        }
        if x.dtype != w.dtype || (bias.map { $0.dtype != x.dtype } ?? false) {
            throw error(
                .dtype,
                "expected one dtype, got an input of \(x.dtype), a weight of \(w.dtype)"
                    + (bias.map { " and a bias of \($0.dtype)" } ?? ""))
        }
        if x.dtype == .bool { throw error(.dtype, "not defined for bool") }
        if w.shape.contains(0) && (w.shape[0] == 0 || w.shape.suffix(rank).contains(0)) {
            throw error(.shape, "expected a weight with filters and a kernel of sizes above 0, got shape \(w.shape)")
        }
        return x.ndim == rank + 2
    }

    private func checkChannels(_ x: Tensor, _ w: Tensor, _ isBatched: Bool, _ expected: Int) throws(TensorError) {
        let channels = x.shape[isBatched ? 1 : 0]
        if channels != expected {
            throw error(
                .shape,
                "a weight of shape \(w.shape) with groups = \(groups) takes \(expected) channels, but the input of "
                    + "shape \(x.shape) has \(channels)")
        }
    }

    private func checkBias(_ bias: Tensor?, _ w: Tensor, _ expected: Int) throws(TensorError) {
        if let bias, bias.shape != [expected] {
            throw error(
                .shape,
                "a weight of shape \(w.shape) with groups = \(groups) takes a bias of shape [\(expected)], got "
                    + "\(bias.shape)")
        }
    }
}
