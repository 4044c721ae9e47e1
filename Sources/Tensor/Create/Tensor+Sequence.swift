import PinionSIMDKernels

extension Tensor {
    /// The integers, or numbers one apart, from 0 up to `end`, which is left out.
    ///
    /// See `arange(_:_:step:dtype:requiresGrad:)`.
    public static func arange<S: TensorScalar>(
        _ end: S, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        arange(.int(0), end.number, .int(1), dtype, requiresGrad)
    }

    /// start, start + step, start + 2 · step, …: all below `end`, or above it where the step is negative.
    ///
    /// There are ⌈(end - start) / step⌉ elements; rounding may make the last one equal to `end` for steps that are no
    /// integers, where `linspace` is the better choice.
    /// - Parameters:
    ///   - start: the first element.
    ///   - end: where the sequence ends; left out.
    ///   - step: the distance of neighbours, not 0.
    ///   - dtype: the dtype; by default int64 where all three are integers, else the default dtype, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func arange<S: TensorScalar & ExpressibleByIntegerLiteral>(
        _ start: S, _ end: S, step: S = 1, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        arange(start.number, end.number, step.number, dtype, requiresGrad)
    }

    /// The same with the step in the third place.
    public static func arange<S: TensorScalar>(
        _ start: S, _ end: S, _ step: S, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        arange(start.number, end.number, step.number, dtype, requiresGrad)
    }

    private static func arange(
        _ start: Number, _ end: Number, _ step: Number, _ dtype: DType?, _ requiresGrad: Bool
    ) -> Tensor {
        let isFloating = [start, end, step].contains { if case .double = $0 { true } else { false } }
        let dtype = dtype ?? (isFloating ? getDefaultDType() : .int64)
        return Tensor(
            making: "arange", dtype, requiresGrad: requiresGrad,
            { () throws(TensorError) in
                try Layout(shape: [Raw.arangeCount(start, end, step, dtype)], "arange")
            }, fill: { tensor in Raw.arange(tensor, start, step) })
    }

    /// `steps` numbers at equal distances from `start` to `end`, both included.
    /// - Parameters:
    ///   - start: the first element.
    ///   - end: the last element.
    ///   - steps: the number of elements.
    ///   - dtype: the dtype; by default the default floating-point one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func linspace(
        _ start: some TensorScalar, _ end: some TensorScalar, steps: Int, dtype: DType? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "linspace", [steps], dtype ?? getDefaultDType(), requiresGrad: requiresGrad) { tensor in
            Raw.linspace(tensor, start.number.asDouble, end.number.asDouble)
        }
    }

    /// The same with the number of elements in the third place.
    public static func linspace(
        _ start: some TensorScalar, _ end: some TensorScalar, _ steps: Int, dtype: DType? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        linspace(start, end, steps: steps, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// `steps` powers of `base` whose exponents lie at equal distances from `start` to `end`, both included.
    /// - Parameters:
    ///   - start: the first exponent.
    ///   - end: the last exponent.
    ///   - steps: the number of elements.
    ///   - base: what is raised.
    ///   - dtype: the dtype; by default the default floating-point one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func logspace(
        _ start: some TensorScalar, _ end: some TensorScalar, steps: Int, base: Double = 10, dtype: DType? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "logspace", [steps], dtype ?? getDefaultDType(), requiresGrad: requiresGrad) { tensor in
            Raw.logspace(tensor, start.number.asDouble, end.number.asDouble, base: base)
        }
    }

    /// The same with the number of elements in the third place.
    public static func logspace(
        _ start: some TensorScalar, _ end: some TensorScalar, _ steps: Int, base: Double = 10, dtype: DType? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        logspace(start, end, steps: steps, base: base, dtype: dtype, requiresGrad: requiresGrad)
    }
}
