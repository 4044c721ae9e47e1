import PinionAutograd

/// A tensor of a fixture: its elements in row-major order, and how they shall lie in memory.
package struct TensorValue: Sendable, CustomStringConvertible {
    package var dtype: DType
    package var shape: [Int]
    package var elements: [Double]
    package var requiresGrad: Bool
    /// nil for row-major order without gaps.
    package var strides: [Int]?
    package var offset = 0
    /// The elements of integer tensors, exactly.
    private var integers: [Int] = []

    package init(dtype: DType, shape: [Int], elements: [Double], requiresGrad: Bool = false) {
        (self.dtype, self.shape, self.elements, self.requiresGrad) = (dtype, shape, elements, requiresGrad)
    }

    /// From `{"d": dtype, "s": shape, "t": strides, "v": elements, "g": 1}`.
    package init?(_ json: JSONValue) {
        guard let name = json["d"]?.string, let dtype = DType.allCases.first(where: { "\($0)" == name }),
            let shape = json["s"]?.elements?.compactMap(\.int), let elements = json["v"]?.elements
        else { return nil }
        self.init(
            dtype: dtype, shape: shape, elements: elements.compactMap(\.double), requiresGrad: json["g"] != nil)
        if self.elements.count != shape.reduce(1, *) { return nil }
        if !dtype.isFloatingPoint { integers = elements.compactMap(\.int) }
        strides = json["t"]?.elements?.compactMap(\.int)
    }

    package var description: String {
        let values = elements.prefix(12).map { "\($0)" }.joined(separator: ", ")
        return "\(dtype)\(shape)(\(values)\(elements.count > 12 ? ", …" : ""))"
    }

    /// A new leaf.
    package func makeTensor() -> Tensor {
        var tensor = dense
        // After an error that is being caught no tensor gets its elements.
        if let strides, tensor.numel == elements.count {
            let layout = Layout(
                rank: shape.count, sizes: Extents(shape, padding: 1), strides: Extents(strides, padding: 0),
                offset: offset)
            let span = zip(shape, strides).reduce(1) { $0 + ($1.0 - 1) * $1.1 }
            tensor = Tensor(Storage(byteCount: (offset + max(span, 0)) * dtype.byteCount), layout, dtype)
            Raw.copy(dense, into: tensor)
        }
        return tensor.requiresGradInPlace(requiresGrad)
    }

    private var dense: Tensor {
        let flat = dtype.isFloatingPoint ? Tensor(elements, dtype: dtype) : Tensor(integers, dtype: dtype)
        return flat.viewed(as: Layout(rank: shape.count, sizes: Extents(shape, padding: 1))).detach()
    }

    /// What comes down to result `index` in a backward pass: numbers of no pattern, as make_registry.py has them.
    package static func weights(_ index: Int, like x: Tensor) -> Tensor {
        let values = (0..<x.numel).map { k in Double((37 * k + 11 * index) % 17 - 8) / 8 }
        return TensorValue(dtype: x.dtype, shape: x.shape, elements: values).makeTensor()
    }
}

extension Extents {
    package init(_ values: [Int], padding: Int) {
        self.init(repeating: padding)
        for (index, value) in values.prefix(8).enumerated() { self[index] = value }
    }
}

/// How an input of a sample is laid out in memory instead of row by row.
package enum MemoryVariant: String, CaseIterable, Sendable {
    /// The first dimension is the innermost.
    case reversed
    /// Every second element along each dimension, from the second on.
    case sliced
}

extension TensorValue {
    /// The same tensor, lying otherwise in memory.
    package func laidOut(_ variant: MemoryVariant) -> TensorValue {
        var (result, step) = (self, variant == .sliced ? 2 : 1)
        var strides = [Int](repeating: 0, count: shape.count)
        for d in variant == .sliced ? Array(shape.indices.reversed()) : Array(shape.indices) {
            strides[d] = step
            step *= max(shape[d], 1) * (variant == .sliced ? 2 : 1)
        }
        result.strides = strides
        result.offset = variant == .sliced ? 1 : 0
        return result
    }
}
