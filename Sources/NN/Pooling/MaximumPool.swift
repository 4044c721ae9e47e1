import PinionAutograd
import PinionSIMDKernels

/// Poolings that choose an element of each window; their gradients go to the elements chosen.
struct ChosenElements {
    let result: Tensor
    let indices: Tensor?

    /// Records `result`, which was chosen from `x`.
    init(_ node: StaticString, _ x: Tensor, _ result: Tensor, _ indices: Tensor?, rank: Int) {
        (self.result, self.indices) = (result, indices)
        guard let indices, isRecorded(x) else { return }
        let places = SavedTensor(indices)
        let sizes = x.shape
        record(node, result, x) { g in spread(g, places.tensor, sizes, rank) }
    }
}

extension ChosenElements {
    /// Windows of two by two side by side, whose largest elements are found again for the gradient.
    fileprivate init(pairs node: StaticString, _ x: Tensor, _ window: PoolWindow, rank: Int) {
        let result = Raw.maxPoolPairs(window.shape, x, into: window.output)
        self.init(result: result, indices: nil)
        guard isRecorded(x) else { return }
        let saved = SavedTensor(x)
        record(node, result, x) { g in
            let x = saved.tensor
            if !isGradEnabled() { return Raw.maxPoolPairsBackward(window.shape, g, x) }
            let (_, indices) = Raw.maxPool(window.shape, x, into: window.output, withIndices: true)
            return indices.map { spread(g, $0, x.shape, rank) }
        }
    }
}

/// Adds each element of `g` to the place in its plane that `indices` names, in a tensor of shape `sizes`.
private func spread(_ g: Tensor, _ indices: Tensor, _ sizes: [Int], _ rank: Int) -> Tensor {
    let flat = Array(sizes.dropLast(rank)) + [sizes.suffix(rank).reduce(1, *)]
    let planes = flat.dropLast().reduce(1, *)
    let y = Raw.scatterPlanes(
        g, indices, planes: planes, into: Layout(rank: sizes.count, sizes: Extents(sizes, filledWith: 1)))
    if isRecorded(g) {
        let places = SavedTensor(indices)
        let shape = g.shape
        record("MaxPoolBackward0", y, g) { u in
            let rows = places.tensor.reshape(Array(flat.dropLast()) + [-1])
            return u.reshape(flat).gather(flat.count - 1, rows).reshape(shape)
        }
    }
    return y
}

extension Extents {
    init(_ sizes: [Int], filledWith rest: Int) {
        self.init(repeating: rest)
        for (d, size) in sizes.enumerated() { self[d] = size }
    }
}

/// Largest elements of windows; `withIndices` also where nothing is recorded.
func maximumPool(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ kernel: some SpatialSizes, _ stride: (any SpatialSizes)?,
    _ padding: some SpatialSizes, _ dilation: some SpatialSizes, _ ceilMode: Bool, withIndices: Bool
) -> ChosenElements {
    attempt(else: .failed) { () throws(TensorError) in
        let window = try PoolWindow(
            operation, rank, x, kernel: kernel, stride: stride, padding: padding, dilation: dilation,
            ceilMode: ceilMode)
        if !withIndices && window.shape.isPairs {
            return ChosenElements(pairs: nodeNames[rank - 1], x, window, rank: rank)
        }
        let (y, indices) = Raw.maxPool(window.shape, x, into: window.output, withIndices: withIndices || isRecorded(x))
        return ChosenElements(nodeNames[rank - 1], x, y, indices, rank: rank)
    }
}

private let nodeNames: [StaticString] = [
    "MaxPool1DWithIndicesBackward0", "MaxPool2DWithIndicesBackward0", "MaxPool3DWithIndicesBackward0",
]

private let adaptiveNodeNames: [StaticString] = [
    "AdaptiveMaxPool1DBackward0", "AdaptiveMaxPool2DBackward0", "AdaptiveMaxPool3DBackward0",
]

/// Largest elements of windows that make an output of a given size.
func adaptiveMaximumPool(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ outputSize: some SpatialSizes
) -> ChosenElements {
    attempt(else: .failed) { () throws(TensorError) in
        let (shape, layout) = try adaptiveShape(operation, rank, x, outputSize)
        let (y, indices) = Raw.adaptiveMaxPool(shape, x, into: layout)
        return ChosenElements(adaptiveNodeNames[rank - 1], x, y, indices, rank: rank)
    }
}

extension ChosenElements {
    private init(result: Tensor, indices: Tensor?) { (self.result, self.indices) = (result, indices) }

    static var failed: ChosenElements { ChosenElements(result: .failed, indices: .failed) }

    /// Both, where indices were asked for.
    var pair: (values: Tensor, indices: Tensor) { (result, indices ?? .failed) }
}

/// The windows of an output of a given size; a negative size stands for the input's.
func adaptiveShape(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ outputSize: some SpatialSizes
) throws(TensorError) -> (AdaptiveShape, Layout) {
    let sizes = try outputSize.sizes(rank, "outputSize", atLeast: 0, operation)
    try checkPooled(operation, rank, x)
    if !x.dtype.isFloatingPoint {
        throw TensorError("\(operation)", .dtype, "not defined for \(x.dtype)")
    }
    let leading = Array(x.shape.dropLast(rank))
    let shape = AdaptiveShape(
        planes: leading.reduce(1, *), input: SIMD3(x.shape.suffix(rank), first: 1), output: SIMD3(sizes, first: 1))
    return (shape, Layout(rank: x.ndim, sizes: Extents(leading + sizes, filledWith: 1)))
}
