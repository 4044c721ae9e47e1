import PinionAutograd
import PinionSIMDKernels

/// The largest element of each of some windows that begin at random places of [images, channels, height, width], about
/// evenly spread (Graham, 2015); as `torch.nn.functional.fractional_max_pool2d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the windows' size.
///   - outputSize: how many windows there are along each dimension. Either this or `outputRatio` is given.
///   - outputRatio: the same in multiples of the input's size, between 0 and 1.
///   - randomSamples: numbers from 0 to 1, [images, channels, 2], which place the windows; drawn by default.
public func fractionalMaxPool2d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, outputSize: (any SpatialSizes)? = nil,
    outputRatio: (any ScaleFactors)? = nil, randomSamples: Tensor? = nil
) -> Tensor {
    FractionalPool("fractionalMaxPool2d", 2)(x, kernelSize, outputSize, outputRatio, randomSamples).result
}

/// The same with the places of the elements in their planes, for `maxUnpool2d`.
public func fractionalMaxPool2dWithIndices(
    _ x: Tensor, _ kernelSize: some SpatialSizes, outputSize: (any SpatialSizes)? = nil,
    outputRatio: (any ScaleFactors)? = nil, randomSamples: Tensor? = nil
) -> (values: Tensor, indices: Tensor) {
    FractionalPool("fractionalMaxPool2d", 2)(x, kernelSize, outputSize, outputRatio, randomSamples).pair
}

/// As `fractionalMaxPool2d`, of [images, channels, depth, height, width], with `randomSamples` [images, channels, 3].
public func fractionalMaxPool3d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, outputSize: (any SpatialSizes)? = nil,
    outputRatio: (any ScaleFactors)? = nil, randomSamples: Tensor? = nil
) -> Tensor {
    FractionalPool("fractionalMaxPool3d", 3)(x, kernelSize, outputSize, outputRatio, randomSamples).result
}

/// The same with the places of the elements in their planes, for `maxUnpool3d`.
public func fractionalMaxPool3dWithIndices(
    _ x: Tensor, _ kernelSize: some SpatialSizes, outputSize: (any SpatialSizes)? = nil,
    outputRatio: (any ScaleFactors)? = nil, randomSamples: Tensor? = nil
) -> (values: Tensor, indices: Tensor) {
    FractionalPool("fractionalMaxPool3d", 3)(x, kernelSize, outputSize, outputRatio, randomSamples).pair
}

private struct FractionalPool {
    let operation: StaticString
    let rank: Int

    init(_ operation: StaticString, _ rank: Int) { (self.operation, self.rank) = (operation, rank) }

    func callAsFunction(
        _ x: Tensor, _ kernelSize: some SpatialSizes, _ outputSize: (any SpatialSizes)?,
        _ outputRatio: (any ScaleFactors)?, _ randomSamples: Tensor?
    ) -> ChosenElements {
        attempt(else: .failed) { () throws(TensorError) in
            try checkPooled(operation, rank, x)
            if !x.isFloatingPoint { throw TensorError("\(operation)", .dtype, "not defined for \(x.dtype)") }
            let kernel = try kernelSize.sizes(rank, "kernelSize", atLeast: 1, operation)
            let input = Array(x.shape.suffix(rank))
            let output = try sizes(input, outputSize, outputRatio)
            for d in 0..<rank where output[d] + kernel[d] - 1 > input[d] {
                throw TensorError(
                    "\(operation)", .shape,
                    "\(output) windows of \(kernel) are too large relative to an input of shape \(x.shape)")
            }
            let leading = Array(x.shape.dropLast(rank))
            let samplesShape = [leading.count == 2 ? leading[0] : 1, leading[leading.count - 1], rank]
            let samples = randomSamples ?? Tensor.rand(samplesShape, dtype: x.dtype)
            if samples.shape != samplesShape {
                throw TensorError(
                    "\(operation)", .shape, "randomSamples of shape \(samples.shape), expected \(samplesShape)")
            }
            let shape = FractionalShape(
                planes: leading.reduce(1, *), input: SIMD3(input, first: 1), output: SIMD3(output, first: 1),
                kernel: SIMD3(kernel, first: 1), starts: starts(samples, x.dtype, input, output, kernel))
            let (y, indices) = Raw.fractionalMaxPool(
                shape, x, into: Layout(rank: x.ndim, sizes: Extents(leading + output, filledWith: 1)))
            let node: StaticString = rank == 2 ? "FractionalMaxPool2DBackward0" : "FractionalMaxPool3DBackward0"
            return ChosenElements(node, x, y, indices, rank: rank)
        }
    }

    private func sizes(
        _ input: [Int], _ outputSize: (any SpatialSizes)?, _ outputRatio: (any ScaleFactors)?
    ) throws(TensorError) -> [Int] {
        switch (outputSize?._spatialSizes, outputRatio) {
        case (let size?, nil): return try size.sizes(rank, "outputSize", atLeast: 1, operation)
        case (nil, let ratio?):
            let given = ratio._factors.given
            if given.contains(where: { !($0 > 0 && $0 < 1) }) {
                throw TensorError("\(operation)", .value, "outputRatio must be between 0 and 1, got \(given)")
            }
            guard let ratios = ratio._factors.values(rank) else {
                throw TensorError(
                    "\(operation)", .value,
                    "expected outputRatio to be one number or \(rank), one for each spatial dimension; got \(given)")
            }
            return zip(input, ratios).map { Int(Double($0) * $1) }
        default: throw TensorError("\(operation)", .value, "expected either outputSize or outputRatio")
        }
    }

    /// Where windows begin, in the precision that PyTorch finds them in.
    private func starts(_ samples: Tensor, _ dtype: DType, _ input: [Int], _ output: [Int], _ kernel: [Int]) -> [Int] {
        // Width first in planes, depth first in volumes: the order of PyTorch's numbers.
        let places = rank == 2 ? [1, 0] : [0, 1, 2]
        let numbers = noGrad { samples.double().reshape(-1, rank).toArray(Double.self) }
        let unused = [Int](repeating: 0, count: 3 - rank)
        return (0..<numbers.count / rank).flatMap { plane in
            unused
                + (0..<rank).flatMap { d in
                    let sample = numbers[plane * rank + places[d]]
                    let (last, count) = (input[d] - kernel[d], output[d])
                    return dtype == .float64
                        ? intervals(sample, last, count) : intervals(Float(sample), last, count)
                }
        }
    }

    private func intervals<T: BinaryFloatingPoint>(_ sample: T, _ last: Int, _ count: Int) -> [Int] {
        let step = T(last) / T(max(1, count - 1))
        return (0..<count).map { $0 == count - 1 ? last : Int((T($0) + sample) * step) - Int(sample * step) }
    }
}
