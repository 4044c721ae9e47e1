import PinionAutograd

/// How `seen` differs from `expected` in dtype, shape or elements; nil where it does not.
///
/// - Parameters:
///   - seen: a result.
///   - expected: PyTorch's.
///   - tolerance: the difference allowed, relative to the element and to the largest finite element.
package func difference(_ seen: Tensor, _ expected: TensorValue, tolerance: Double) -> String? {
    if seen.dtype != expected.dtype || seen.shape != expected.shape {
        return "is \(seen.dtype)\(seen.shape), expected \(expected.dtype)\(expected.shape)"
    }
    let values = seen.toArray(Double.self)
    let largest = expected.elements.reduce(0.0) { $1.isFinite ? max($0, abs($1)) : $0 }
    // Sums that cancel leave the roundings of their terms, which are of the order of 1.
    let allowed = seen.isFloatingPoint ? tolerance * max(largest, 0.01) : 0
    for (index, (value, exact)) in zip(values, expected.elements).enumerated() {
        if value == exact || (value.isNaN && exact.isNaN) { continue }
        if value.isFinite && exact.isFinite && abs(value - exact) <= allowed { continue }
        return "has \(value) at \(index), expected \(exact) (of \(expected))"
    }
    return nil
}
