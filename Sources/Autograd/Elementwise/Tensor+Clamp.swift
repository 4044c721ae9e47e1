import PinionTensor

extension Tensor {
    /// x limited to `min...max`, one of which may be absent; `max` where min is above it. NaN stays.
    ///
    /// A bound of a higher category raises the dtype: integers limited by 0.5 become floating-point numbers. The
    /// gradient is 1 inside and on the bounds, 0 outside.
    public func clamp(min: (any TensorScalar)? = nil, max: (any TensorScalar)? = nil) -> Tensor {
        limited(UnaryRule.clamp, min?.number, max?.number)
    }
    /// x limited to `min...max`, by position.
    public func clamp(_ min: some TensorScalar, _ max: some TensorScalar) -> Tensor {
        limited(UnaryRule.clamp, min.number, max.number)
    }
    /// As `clamp`.
    public func clip(_ min: some TensorScalar, _ max: some TensorScalar) -> Tensor { clamp(min, max) }
    /// x limited to at least `min`.
    public func clampMin(_ min: some TensorScalar) -> Tensor { limited(UnaryRule.clampMin, min.number, nil) }
    /// x limited to at most `max`.
    public func clampMax(_ max: some TensorScalar) -> Tensor { limited(UnaryRule.clampMax, nil, max.number) }
    /// As `clamp`.
    public func clip(min: (any TensorScalar)? = nil, max: (any TensorScalar)? = nil) -> Tensor {
        clamp(min: min, max: max)
    }

    /// x limited by tensors, with broadcasting. A bound gets the gradient where it is the result.
    public func clamp(min: Tensor? = nil, max: Tensor? = nil) -> Tensor {
        limited("clamp", "ClampBackward0", min, max)
    }
    /// x limited to at least `min`.
    public func clampMin(_ min: Tensor) -> Tensor { limited("clampMin", "ClampMinBackward1", min, nil) }
    /// x limited to at most `max`.
    public func clampMax(_ max: Tensor) -> Tensor { limited("clampMax", "ClampMaxBackward1", nil, max) }
    /// As `clamp`.
    public func clip(min: Tensor? = nil, max: Tensor? = nil) -> Tensor { clamp(min: min, max: max) }
}

// In place.
extension Tensor {
    /// As `clamp`, in place.
    @discardableResult
    public func clampInPlace(min: (any TensorScalar)? = nil, max: (any TensorScalar)? = nil) -> Tensor {
        limitedInPlace(UnaryRule.clamp, min?.number, max?.number)
    }
    /// As `clamp`, in place.
    @discardableResult
    public func clampInPlace(_ min: some TensorScalar, _ max: some TensorScalar) -> Tensor {
        limitedInPlace(UnaryRule.clamp, min.number, max.number)
    }
    /// As `clampMin`, in place.
    @discardableResult
    public func clampMinInPlace(_ min: some TensorScalar) -> Tensor {
        limitedInPlace(UnaryRule.clampMin, min.number, nil)
    }
    /// As `clampMax`, in place.
    @discardableResult
    public func clampMaxInPlace(_ max: some TensorScalar) -> Tensor {
        limitedInPlace(UnaryRule.clampMax, nil, max.number)
    }
    /// As `clampInPlace`.
    @discardableResult
    public func clipInPlace(min: (any TensorScalar)? = nil, max: (any TensorScalar)? = nil) -> Tensor {
        clampInPlace(min: min, max: max)
    }
    /// As `clamp`, in place.
    @discardableResult
    public func clampInPlace(min: Tensor? = nil, max: Tensor? = nil) -> Tensor {
        limitedInPlace("clamp", "ClampBackward0", min, max)
    }
    /// As `clampMin`, in place.
    @discardableResult
    public func clampMinInPlace(_ min: Tensor) -> Tensor { limitedInPlace("clampMin", "ClampMinBackward1", min, nil) }
    /// As `clampMax`, in place.
    @discardableResult
    public func clampMaxInPlace(_ max: Tensor) -> Tensor { limitedInPlace("clampMax", "ClampMaxBackward1", nil, max) }
    /// As `clampInPlace`.
    @discardableResult
    public func clipInPlace(min: Tensor? = nil, max: Tensor? = nil) -> Tensor { clampInPlace(min: min, max: max) }
}

// By numbers.
extension Tensor {
    private func limited(_ rule: UnaryRule, _ min: Number?, _ max: Number?) -> Tensor {
        attempt { () throws(TensorError) in
            let dtype = try boundedType(rule.name, min, max)
            if !dtype.isFloatingPoint { return try limitedIntegers(rule.name, dtype, min, max, out: nil) }
            return rule(to(dtype), min?.asDouble ?? -.infinity, max?.asDouble ?? .infinity)
        }
    }

    private func limitedInPlace(_ rule: UnaryRule, _ min: Number?, _ max: Number?) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let dtype = try boundedType(rule.name, min, max)
            if dtype != self.dtype || !dtype.isFloatingPoint {
                _ = try limitedIntegers(rule.name, dtype, min, max, out: self)
                bumpVersion(rule.name)
                return self
            }
            return rule.inPlace(self, min?.asDouble ?? -.infinity, max?.asDouble ?? .infinity)
        }
    }

    private func boundedType(_ name: StaticString, _ min: Number?, _ max: Number?) throws(TensorError) -> DType {
        if min == nil && max == nil {
            throw TensorError("\(name)", .value, "neither min nor max is given, expected at least one")
        }
        let none: Number = dtype == .bool ? .bool(false) : .int(0)
        return resultType(.tensor(self), .number(min ?? none), .number(max ?? none))
    }

    private func limitedIntegers(
        _ name: StaticString, _ dtype: DType, _ min: Number?, _ max: Number?, out: Tensor?
    ) throws(TensorError) -> Tensor {
        let range = dtype.integers
        for bound in [min, max] {
            if let bound, !range.contains(bound.asInt64) {
                throw TensorError("\(name)", .value, "the bound \(bound.asInt64) is no value of \(dtype)")
            }
        }
        return try Raw.ternary(
            .clamp, .tensor(self), .number(min ?? .int(range.lowerBound)), .number(max ?? .int(range.upperBound)),
            name: name, out: out)
    }
}

extension DType {
    fileprivate var integers: ClosedRange<Int64> {
        switch self {
        case .uint8: 0...255
        case .int8: -128...127
        case .int16: -32768...32767
        case .int32: Int64(Int32.min)...Int64(Int32.max)
        case .bool: 0...1
        default: .min ... .max
        }
    }
}

// By tensors.
extension Tensor {
    private func limited(_ name: StaticString, _ node: StaticString, _ min: Tensor?, _ max: Tensor?) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try bounded(name, min, max, out: nil)
            let inputs = [self, min, max].compactMap { $0 }
            if !isRecorded(inputs) || !y.dtype.isFloatingPoint { return y }
            let x = SavedTensor(self)
            let (low, high) = (min.map { SavedTensor($0) }, max.map { SavedTensor($0) })
            record(node, [y], inputs) { gradients in
                guard let g = gradients[0] else { return [nil] }
                return Self.limitedGradients(g, x.tensor, low?.tensor, high?.tensor)
            }
            return y
        }
    }

    private static func limitedGradients(_ g: Tensor, _ x: Tensor, _ min: Tensor?, _ max: Tensor?) -> [Tensor?] {
        switch (min, max) {
        case (let min?, let max?):
            [
                g.kept(where: (x .>= min) .& (x .<= max)), g.kept(where: (min .< max) .& (x .< min)),
                g.kept(where: (x .> max) .| (max .< min)),
            ]
        case (let min?, nil): [g.kept(where: x .>= min), g.kept(where: x .< min)]
        case (nil, let max?): [g.kept(where: x .<= max), g.kept(where: x .> max)]
        case (nil, nil): [g]
        }
    }

    private func limitedInPlace(
        _ name: StaticString, _ node: StaticString, _ min: Tensor?, _ max: Tensor?
    ) -> Tensor {
        inPlace(
            name, self, isRecorded: isRecorded([self, min, max].compactMap { $0 }),
            write: { () throws(TensorError) in _ = try bounded(name, min, max, out: self) },
            change: { old in old.limited(name, node, min, max) })
    }

    private func bounded(
        _ name: StaticString, _ min: Tensor?, _ max: Tensor?, out: Tensor?
    ) throws(TensorError) -> Tensor {
        switch (min, max) {
        case (let min?, let max?):
            try Raw.ternary(.clamp, .tensor(self), .tensor(min), .tensor(max), name: name, out: out)
        case (let min?, nil): try Raw.binary(.maximum, .tensor(self), .tensor(min), name: name, out: out)
        case (nil, let max?): try Raw.binary(.minimum, .tensor(self), .tensor(max), name: name, out: out)
        case (nil, nil):
            throw TensorError("\(name)", .value, "neither min nor max is given, expected at least one")
        }
    }
}
