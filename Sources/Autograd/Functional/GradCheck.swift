import PinionTensor

/// Compares the gradients of `f` with differences of its values, element by element; throws where they disagree.
///
/// Numerical derivatives are `(f(x + eps) - f(x - eps)) / 2 eps`. Inputs should be float64: in float32 the differences
/// have three digits. Only inputs that require a gradient are varied. As PyTorch's `torch.autograd.gradcheck`.
/// - Parameters:
///   - f: a function of the inputs; results that are not floating-point are left out.
///   - inputs: where to differentiate.
///   - eps: how far elements are moved.
///   - atol: the absolute difference allowed.
///   - rtol: the difference allowed relative to the numerical derivative.
/// - Returns: true, as PyTorch's.
/// - Throws: `GradCheckError` for the first disagreement, `TensorError` for a mistake in `f`.
@discardableResult
public func gradcheck(
    _ f: ([Tensor]) -> [Tensor], _ inputs: [Tensor], eps: Double = 1e-6, atol: Double = 1e-5, rtol: Double = 1e-3
) throws -> Bool {
    let points = inputs.map { $0.detach().contiguous().clone().requiresGradInPlace($0.requiresGrad) }
    let outputs = try catchingTensorErrors { f(points).filter(\.isFloatingPoint) }
    for (j, output) in outputs.enumerated() {
        let analytical = try catchingTensorErrors { rows(of: output, points) }
        for (i, point) in points.enumerated() where point.requiresGrad {
            for k in 0..<point.numel {
                for (m, numerical) in try slopes(f, points, i, k, eps)[j].enumerated() {
                    let seen = analytical[m][i]?[k] ?? 0
                    if abs(seen - numerical) <= atol + rtol * abs(numerical) || (seen.isNaN && numerical.isNaN) {
                        continue
                    }
                    throw GradCheckError(
                        output: j, element: m, input: i, inputElement: k, analytical: seen, numerical: numerical)
                }
            }
        }
    }
    return true
}

/// `gradcheck` of a function of one tensor with one result.
@discardableResult
public func gradcheck(
    _ f: (Tensor) -> Tensor, _ input: Tensor, eps: Double = 1e-6, atol: Double = 1e-5, rtol: Double = 1e-3
) throws -> Bool {
    try gradcheck({ [f($0[0])] }, [input], eps: eps, atol: atol, rtol: rtol)
}

/// The same for one result.
@discardableResult
public func gradcheck(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], eps: Double = 1e-6, atol: Double = 1e-5, rtol: Double = 1e-3
) throws -> Bool {
    try gradcheck({ [f($0)] }, inputs, eps: eps, atol: atol, rtol: rtol)
}

/// Compares the gradients of `f`'s gradients with differences; throws where they disagree.
///
/// As PyTorch's `torch.autograd.gradgradcheck`, with fixed weights in place of random ones.
@discardableResult
public func gradgradcheck(
    _ f: ([Tensor]) -> [Tensor], _ inputs: [Tensor], eps: Double = 1e-6, atol: Double = 1e-5, rtol: Double = 1e-3
) throws -> Bool {
    let outputs = try catchingTensorErrors { f(inputs).filter { $0.isFloatingPoint && $0.requiresGrad } }
    if outputs.isEmpty { return true }
    let weights = outputs.enumerated().map { index, output in
        weight(output, seed: index).requiresGradInPlace()
    }
    let varied = inputs.indices.filter { inputs[$0].requiresGrad }
    return try gradcheck(
        { points in
            // Inside `gradcheck`'s differences nothing is recorded; the first gradient needs a graph of its own.
            enableGrad {
                var arguments = inputs.enumerated().map { $1.requiresGrad ? points[$0] : $1 }
                for index in varied where !arguments[index].requiresGrad {
                    arguments[index] = arguments[index].requiresGradInPlace()
                }
                let results = f(arguments).filter { $0.isFloatingPoint && $0.requiresGrad }
                let cotangents = (0..<results.count).map { points[inputs.count + $0] }
                let gradients = gradOrNil(
                    results, varied.map { arguments[$0] }, gradOutputs: cotangents, createGraph: true)
                return zip(varied, gradients).map { $1 ?? Tensor.zerosLike(arguments[$0]) }
            }
        }, inputs + weights, eps: eps, atol: atol, rtol: rtol)
}

/// `gradgradcheck` of a function of one tensor with one result.
@discardableResult
public func gradgradcheck(
    _ f: (Tensor) -> Tensor, _ input: Tensor, eps: Double = 1e-6, atol: Double = 1e-5, rtol: Double = 1e-3
) throws -> Bool {
    try gradgradcheck({ [f($0[0])] }, [input], eps: eps, atol: atol, rtol: rtol)
}

/// The same for one result.
@discardableResult
public func gradgradcheck(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], eps: Double = 1e-6, atol: Double = 1e-5, rtol: Double = 1e-3
) throws -> Bool {
    try gradgradcheck({ [f($0)] }, inputs, eps: eps, atol: atol, rtol: rtol)
}

/// A derivative that disagrees with differences of the function's values.
public struct GradCheckError: Error, CustomStringConvertible {
    /// Which result, and which of its elements.
    public let output: Int
    public let element: Int
    /// Which input, and which of its elements.
    public let input: Int
    public let inputElement: Int
    /// What `backward` says.
    public let analytical: Double
    /// What differences say.
    public let numerical: Double

    public var description: String {
        "gradcheck: the derivative of element \(element) of result \(output) by element \(inputElement) of input "
            + "\(input) is \(analytical) by backward and \(numerical) by differences"
    }
}

/// The derivatives of every element of each floating-point result by element `k` of input `i`, by central differences.
func slopes(
    _ f: ([Tensor]) -> [Tensor], _ points: [Tensor], _ i: Int, _ k: Int, _ eps: Double
) throws -> [[Double]] {
    let original = points[i].detach().flatten().select(0, k).item
    func values(_ offset: Double) throws -> [[Double]] {
        try catchingTensorErrors {
            noGrad {
                let moved = points.map { $0.detach().contiguous().clone() }
                moved[i].setElement(k, original + offset)
                return f(moved).filter(\.isFloatingPoint).map { $0.toArray(Double.self) }
            }
        }
    }
    let (above, below) = (try values(eps), try values(-eps))
    return zip(above, below).map { pair in zip(pair.0, pair.1).map { ($0 - $1) / (2 * eps) } }
}

/// For each element of `output`, its gradient by each input; nil where there is none.
private func rows(of output: Tensor, _ points: [Tensor]) -> [[[Double]?]] {
    let varied = points.indices.filter { points[$0].requiresGrad }
    return (0..<output.numel).map { index in
        var row = [[Double]?](repeating: nil, count: points.count)
        guard output.requiresGrad else { return row }
        let direction = Tensor.zeros(output.shape, dtype: output.dtype)
        direction.setElement(index, 1)
        let gradients = gradOrNil(
            [output], varied.map { points[$0] }, gradOutputs: [direction], retainGraph: true)
        for (position, gradient) in zip(varied, gradients) { row[position] = gradient?.toArray(Double.self) }
        return row
    }
}

/// Numbers of no pattern in `[-1, 1]`, the same in every run.
private func weight(_ x: Tensor, seed: Int) -> Tensor {
    let values = (0..<x.numel).map { (index: Int) -> Double in
        let step = index * 7919 + seed * 104_729
        return Double((step + 12345) % 2003 - 1001) / 1001
    }
    let result = Tensor(values, dtype: x.dtype)
    return result.viewed(as: x.layout).detach()
}

extension Tensor {
    /// Sets one element of a contiguous tensor, counted in row-major order, without recording it.
    fileprivate func setElement(_ index: Int, _ value: Double) {
        attempt(else: ()) { () throws(TensorError) in
            let element = Layout(rank: 0, sizes: .zero).offset(to: layout.offset + index)
            try Raw.fill(alias(element, kind: .none), with: .double(value))
            bumpVersion("gradcheck")
        }
    }
}
