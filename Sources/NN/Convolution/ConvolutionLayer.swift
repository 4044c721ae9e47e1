import PinionAutograd

extension PaddingMode {
    /// Zeros: PyTorch's name in convolution layers.
    public static var zeros: PaddingMode { .constant }
}

/// What the convolution layers have in common: sizes, weight and bias, and how they begin.
open class ConvolutionLayer: Module {
    public let inChannels: Int
    public let outChannels: Int
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: _ConvolutionPadding
    public let outputPadding: [Int]
    public let dilation: [Int]
    public let groups: Int
    public let paddingMode: PaddingMode
    /// Of shape [outChannels, inChannels / groups, kernel…], [inChannels, outChannels / groups, kernel…] where transposed.
    @Parameter public var weight: Tensor
    /// Of shape [outChannels], or nil.
    @Parameter public var bias: Tensor?

    /// Spatial dimensions.
    let rank: Int
    private let isTransposed: Bool

    init(
        _ name: StaticString, rank: Int, _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes,
        stride: some SpatialSizes, padding: some ConvolutionPadding, outputPadding: (some SpatialSizes)?,
        dilation: some SpatialSizes, groups: Int, bias: Bool, paddingMode: PaddingMode, dtype: DType?
    ) {
        let sizes = attempt(else: LayerSizes(rank)) { () throws(TensorError) in
            try LayerSizes(
                name, rank, inChannels, outChannels, kernelSize, stride, padding, outputPadding, dilation, groups)
        }
        self.rank = rank
        (self.inChannels, self.outChannels, self.groups) = (inChannels, outChannels, groups)
        (self.kernelSize, self.stride, self.dilation) = (sizes.kernel, sizes.stride, sizes.dilation)
        (self.padding, self.outputPadding, self.paddingMode) = (sizes.padding, sizes.outputPadding, paddingMode)
        isTransposed = outputPadding != nil
        let (first, second) = isTransposed ? (inChannels, outChannels) : (outChannels, inChannels)
        weight = .empty([first, second / max(1, groups)] + sizes.kernel, dtype: dtype)
        self.bias = bias ? .empty(outChannels, dtype: dtype) : nil
        super.init()
        resetParameters()
    }

    /// Draws weight and bias anew, evenly over ±1/√(channels · kernel).
    open func resetParameters() {
        kaimingUniform(weight, a: 5.0.squareRoot())
        let fanIn = weight.shape.dropFirst().reduce(1, *)
        if let bias, fanIn > 0 {
            let bound = 1 / Double(fanIn).squareRoot()
            uniform(bias, -bound, bound)
        }
    }

    /// The padding as sizes.
    var paddingSizes: _SpatialSizes {
        if case .sizes(let sizes) = padding { sizes } else { .all(0) }
    }

    /// The input with what a padding mode other than zeros puts around it, and the padding that is left to do.
    func padded(_ x: Tensor, _ operation: StaticString) -> (Tensor, _ConvolutionPadding) {
        if paddingMode == .constant { return (x, padding) }
        return attempt(else: (.failed, .sizes(.all(0)))) { () throws(TensorError) in
            let (before, behind) = try padding.amounts(
                kernel: kernelSize, stride: stride, dilation: dilation, operation)
            let amounts = (0..<rank).reversed().flatMap { [before[$0], behind[$0]] }
            return (pad(x, amounts, mode: paddingMode), .sizes(.all(0)))
        }
    }

    /// The padding of a transposed convolution that gives an output of the size asked for.
    func outputPadding(_ x: Tensor, for outputSize: [Int]?, _ operation: StaticString) -> [Int] {
        guard let outputSize else { return outputPadding }
        return attempt(else: outputPadding) { () throws(TensorError) in
            let wanted = Array(outputSize.suffix(rank))
            if wanted.count != rank || ![rank, rank + 1, rank + 2].contains(outputSize.count) || x.ndim < rank {
                throw TensorError(
                    "\(operation)", .shape, "outputSize \(outputSize) does not fit an input of shape \(x.shape)")
            }
            let padding = try padding.amounts(kernel: kernelSize, stride: stride, dilation: dilation, operation).before
            let least = (0..<rank).map { d in
                (x.size(d - rank) - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernelSize[d] - 1) + 1
            }
            let most = zip(least, stride).map { $0 + $1 - 1 }
            for d in 0..<rank where wanted[d] < least[d] || wanted[d] > most[d] {
                throw TensorError(
                    "\(operation)", .shape,
                    "outputSize \(outputSize) is not possible for an input of shape \(x.shape); spatial sizes range from "
                        + "\(least) to \(most)")
            }
            return zip(wanted, least).map { $0 - $1 }
        }
    }

    open override var extraRepr: String {
        var text = "\(inChannels), \(outChannels), kernel_size=\(PythonText.tuple(kernelSize))"
        text += ", stride=\(PythonText.tuple(stride))"
        switch padding {
        case .named(let name): text += ", padding=\(name.rawValue)"
        case .sizes(let sizes):
            let sizes = attempt(else: []) { () throws(TensorError) in try sizes.sizes(rank, "padding", "padding") }
            if sizes.contains(where: { $0 != 0 }) { text += ", padding=\(PythonText.tuple(sizes))" }
        }
        if dilation.contains(where: { $0 != 1 }) { text += ", dilation=\(PythonText.tuple(dilation))" }
        if outputPadding.contains(where: { $0 != 0 }) { text += ", output_padding=\(PythonText.tuple(outputPadding))" }
        if groups != 1 { text += ", groups=\(groups)" }
        if bias == nil { text += ", bias=False" }
        if paddingMode != .constant { text += ", padding_mode=\(paddingMode.rawValue)" }
        return text
    }
}

/// The sizes of a layer, checked.
private struct LayerSizes {
    var kernel: [Int]
    var stride: [Int]
    var padding = _ConvolutionPadding.sizes(.all(0))
    var outputPadding: [Int]
    var dilation: [Int]

    /// Those of a layer that could not be made.
    init(_ rank: Int) {
        kernel = [Int](repeating: 1, count: rank)
        (stride, dilation, outputPadding) = (kernel, kernel, kernel)
    }

    init(
        _ name: StaticString, _ rank: Int, _ inChannels: Int, _ outChannels: Int, _ kernel: some SpatialSizes,
        _ stride: some SpatialSizes, _ padding: some ConvolutionPadding, _ outputPadding: (some SpatialSizes)?,
        _ dilation: some SpatialSizes, _ groups: Int
    ) throws(TensorError) {
        self.kernel = try kernel.sizes(rank, "kernelSize", atLeast: 1, name)
        self.stride = try stride.sizes(rank, "stride", atLeast: 1, name)
        self.dilation = try dilation.sizes(rank, "dilation", atLeast: 1, name)
        self.padding = padding._convolutionPadding
        _ = try padding.amounts(kernel: self.kernel, stride: self.stride, dilation: self.dilation, name)
        self.outputPadding = [Int](repeating: 0, count: rank)
        if let outputPadding { self.outputPadding = try outputPadding.sizes(rank, "outputPadding", atLeast: 0, name) }
        if groups < 1 { throw TensorError("\(name)", .value, "groups must be at least 1, got \(groups)") }
        if inChannels < 0 || outChannels < 0 || inChannels % groups != 0 || outChannels % groups != 0 {
            throw TensorError(
                "\(name)", .value,
                "inChannels and outChannels must be divisible by groups, got \(inChannels), \(outChannels) and \(groups)"
            )
        }
    }
}
