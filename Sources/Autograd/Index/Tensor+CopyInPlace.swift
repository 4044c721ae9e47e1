import PinionTensor

extension Tensor {
    /// Writes the elements of `src`, which broadcasts and may be of another dtype, to this tensor. As `copy_`.
    @discardableResult
    public func copyInPlace(_ src: Tensor) -> Tensor { overwriteInPlace("copyInPlace", .tensor(src)) }

    /// Writes a number to all elements. As `fill_`.
    @discardableResult
    public func fillInPlace<S: TensorScalar>(_ value: S) -> Tensor {
        overwriteInPlace("fillInPlace", .number(value.number))
    }

    /// Writes a number to all elements: `-.infinity` needs no type.
    @discardableResult
    public func fillInPlace(_ value: Double) -> Tensor { overwriteInPlace("fillInPlace", .number(.double(value))) }

    /// Writes the only element of a tensor to all elements. As `fill_`.
    @discardableResult
    public func fillInPlace(_ value: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            if value.ndim != 0 {
                throw TensorError("fillInPlace", .shape, "expected a value of shape [], got \(value.shape)")
            }
            return overwriteInPlace("fillInPlace", .tensor(value))
        }
    }

    /// Writes 0 to all elements. As `zero_`.
    @discardableResult
    public func zeroInPlace() -> Tensor { overwriteInPlace("zeroInPlace", .number(.int(0))) }

    /// Writes a number to the diagonal: to the elements (i, i, …), with `wrap` again below a tall matrix's square parts.
    @discardableResult
    public func fillDiagonalInPlace<S: TensorScalar>(_ value: S, wrap: Bool = false) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let sizes = shape
            if ndim < 2 || (ndim > 2 && Set(sizes).count > 1) {
                throw TensorError(
                    "fillDiagonalInPlace", .shape,
                    "expected at least 2 dimensions, and more than 2 only of one size, got shape \(sizes)")
            }
            let step = strides.reduce(0, +)
            let length = Swift.min(sizes[0], sizes[1])
            let own = layout
            func line(_ offset: Int, _ count: Int) {
                let line = Layout(
                    rank: 1, sizes: Extents(repeating: count), strides: Extents(repeating: step), offset: offset)
                let view = recordView("AsStridedBackward0", self, line) { g in
                    g.scattered(toLayout: own, at: line)
                }
                view.overwriteInPlace("fillDiagonalInPlace", .number(value.number))
            }
            line(own.offset, length)
            if wrap && ndim == 2 {
                let columns = sizes[1]
                for row in Swift.stride(from: columns + 1, to: sizes[0], by: columns + 1) {
                    line(own.offset + row * own.strides[0], Swift.min(columns, sizes[0] - row))
                }
            }
            return self
        }
    }

    /// Replaces all elements by those of `value`, which broadcasts; recorded.
    @discardableResult
    func overwriteInPlace(_ operation: StaticString, _ value: Operand) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let isRecorded = GradMode.isEnabled && (requiresGrad || (value.requiresGrad && dtype.isFloatingPoint))
            try checkWritable(operation)
            if isRecorded { try checkHistoryWritable(operation) }
            // The gradient by the old elements is 0; for a view, its base's history says so.
            let former = isRecorded && base == nil ? edge : nil
            let source = value.tensor?.withoutLeadingOnes(beyond: ndim)
            let sourceEdge = isRecorded ? source?.edge : nil
            switch value {
            case .number(let number): try Raw.fill(self, with: number)
            case .tensor:
                guard let source, layout.dimensionsBroadcast(from: source.layout) != nil else {
                    throw TensorError(
                        "\(operation)", .shape,
                        "a tensor of shape \(value.shape) does not broadcast to the shape \(shape) it is written to")
                }
                Raw.copy(source, into: self)
            }
            bumpVersion(operation)
            if isRecorded {
                let node = Node(
                    source == nil ? "FillBackward1" : "CopyBackwards", .two(former, sourceEdge), .one(.init(self)),
                    isReusable: true,
                    .two { g in (former == nil ? nil : Tensor.zerosLike(g), sourceEdge == nil ? nil : g) })
                rebase(to: Edge(node: node, output: 0))
            }
            return self
        }
    }

    private func withoutLeadingOnes(beyond rank: Int) -> Tensor {
        let extra = ndim - rank
        if extra <= 0 || shape.prefix(extra).contains(where: { $0 != 1 }) { return self }
        return reshape(Array(shape.dropFirst(extra)))
    }
}
