import PinionTensor

/// The indices of one subscript, understood for a tensor: steps that make a view, then index tensors by dimension of
/// that view.
struct IndexPath {
    enum Step {
        case select(Int, Int)
        case slice(Int, start: Int, count: Int, by: Int)
        case unsqueeze(Int)

        var node: StaticString {
            switch self {
            case .select: "SelectBackward0"
            case .slice: "SliceBackward0"
            case .unsqueeze: "UnsqueezeBackward0"
            }
        }
    }

    private(set) var steps: [Step] = []
    /// Index tensors, int64, by dimension of the view; nil takes the dimension whole. Empty for views.
    private(set) var indices: [Tensor?] = []

    init(_ items: [any TensorIndex], _ x: Tensor) throws(TensorError) {
        let kinds = items.map(\._index.kind)
        let used = kinds.reduce(0) { $0 + $1.dimensionCount }
        if used > x.ndim {
            throw TensorError(
                "subscript", .index, "too many indices: \(used) for a tensor of shape \(x.shape)")
        }
        var layout = x.layout
        var d = 0
        var hasEllipsis = false
        for kind in kinds {
            switch kind {
            case .int(let index): try select(index, d, &layout, of: x)
            case .slice(let start, let stop, let step):
                try slice(start, stop, step, d, &layout)
                d += 1
            case .ellipsis:
                // As PyTorch, which takes a second one for nothing.
                if !hasEllipsis { d += x.ndim - used }
                hasEllipsis = true
            case .newAxis:
                steps.append(.unsqueeze(try layout.newDimension(d, "subscript")))
                layout = layout.unsqueezed(d)
                d += 1
            case .tensor(let tensor) where tensor.ndim == 0 && tensor.dtype.isInteger && !tensor.isMask:
                try select(tensor.item(as: Int.self), d, &layout, of: x)
            case .tensor(let tensor): try add(tensor, &d, &layout)
            }
        }
    }

    /// The view's layout, of `x` itself or of a tensor of its shape.
    func view(of layout: Layout) -> Layout {
        steps.reduce(layout) { layout, step in
            switch step {
            case .select(let d, let index): layout.selected(d, index)
            case .slice(let d, let start, let count, let step): layout.sliced(d, from: start, count: count, by: step)
            case .unsqueeze(let d): layout.unsqueezed(d)
            }
        }
    }

    private mutating func select(
        _ index: Int, _ d: Int, _ layout: inout Layout, of x: Tensor
    ) throws(TensorError) {
        let size = layout.sizes[d]
        let place = index < 0 ? index + size : index
        if !(0..<size ~= place) {
            // The dimension of x, from which earlier steps took some and to which they added others.
            let own = steps.reduce(d) { own, step in
                switch step {
                case .select: own + 1
                case .slice: own
                case .unsqueeze: own - 1
                }
            }
            throw TensorError(
                "subscript", .index,
                "index \(index) is out of bounds for dimension \(own) with size \(size) of shape \(x.shape)")
        }
        steps.append(.select(d, place))
        layout = layout.selected(d, place)
    }

    private mutating func slice(
        _ start: Int?, _ stop: Int?, _ step: Int, _ d: Int, _ layout: inout Layout
    ) throws(TensorError) {
        if step < 1 { throw TensorError("subscript", .index, "the step of a slice must be positive, got \(step)") }
        let size = layout.sizes[d]
        func clamped(_ bound: Int) -> Int { Swift.min(Swift.max(bound < 0 ? bound + size : bound, 0), size) }
        let (first, end) = (clamped(start ?? 0), clamped(stop ?? size))
        let count = first < end ? (end - first + step - 1) / step : 0
        steps.append(.slice(d, start: first, count: count, by: step))
        layout = layout.sliced(d, from: first, count: count, by: step)
    }

    private mutating func add(_ tensor: Tensor, _ d: inout Int, _ layout: inout Layout) throws(TensorError) {
        var columns = [tensor]
        if tensor.isMask {
            var mask = tensor
            if tensor.ndim == 0 {
                // One answer for everything: a dimension of size 1 that is there or not.
                steps.append(.unsqueeze(try layout.newDimension(d, "subscript")))
                layout = layout.unsqueezed(d)
                mask = tensor.reshape(1)
            }
            for e in 0..<mask.ndim where mask.layout.sizes[e] != layout.sizes[d + e] {
                throw TensorError(
                    "subscript", .shape,
                    "the mask of shape \(mask.shape) does not fit dimensions \(d) to \(d + mask.ndim - 1) of shape "
                        + "\(layout.shape)")
            }
            columns = Raw.nonzero(mask)
        } else if !tensor.dtype.isInteger {
            throw TensorError(
                "subscript", .dtype, "index tensors must be of an integer dtype or bool, got \(tensor.dtype)")
        }
        while indices.count < d { indices.append(nil) }
        indices += columns
        d += columns.count
    }
}

extension _IndexItem.Kind {
    /// The dimensions of the tensor that this index takes.
    fileprivate var dimensionCount: Int {
        switch self {
        case .int, .slice: 1
        case .ellipsis, .newAxis: 0
        case .tensor(let tensor): tensor.isMask ? tensor.ndim : 1
        }
    }
}

extension Tensor {
    /// Whether this tensor, as an index, says where instead of which. uint8 does so for PyTorch too.
    var isMask: Bool { dtype == .bool || dtype == .uint8 }
}
