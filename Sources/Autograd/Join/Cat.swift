import PinionTensor

/// The tensors one behind the other along `dim`.
///
/// Their sizes agree but for `dim`; the dtype is the one they promote to. Tensors of shape [0] are left out.
public func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor { cat(tensors, dim: dim, "cat") }

/// `cat` under the public name that mistakes are to give.
func cat(_ tensors: [Tensor], dim: Int, _ name: StaticString) -> Tensor {
    attempt { () throws(TensorError) in
        guard let dtype = jointDType(tensors) else {
            throw TensorError("\(name)", .value, "expected at least one tensor")
        }
        let parts = tensors.filter { $0.ndim != 1 || $0.numel > 0 }
        guard let first = parts.first else {
            let empty = tensors[0]
            _ = try empty.layout.dimension(dim, "\(name)")
            return try joined("CatBackward0", tensors, tensors, 0, dtype) { g, _ in
                g.slice(0, from: 0, count: 0)
            }
        }
        if let scalar = parts.firstIndex(where: { $0.ndim == 0 }) {
            throw TensorError("\(name)", .shape, "tensor number \(scalar) has shape []; 0-d tensors cannot be joined")
        }
        let d = try first.layout.dimension(dim, "\(name)")
        var (starts, start): ([Int], Int) = ([], 0)
        for (index, part) in parts.enumerated() {
            try checkFits(part, first, d, index, name)
            starts.append(start)
            start += part.layout.sizes[d]
        }
        let sizes = parts.map { $0.layout.sizes[d] }
        return try joined("CatBackward0", parts, parts, d, dtype) { g, i in
            g.slice(d, from: starts[i], count: sizes[i])
        }
    }
}

/// The tensors one behind the other along `dim`, as `cat`.
public func concat(_ tensors: [Tensor], dim: Int = 0) -> Tensor { cat(tensors, dim: dim) }

/// The tensors one behind the other along `dim`, as `cat`.
public func concatenate(_ tensors: [Tensor], dim: Int = 0) -> Tensor { cat(tensors, dim: dim) }

/// As `cat(_:dim:)`.
public func cat(_ tensors: [Tensor], _ dim: Int) -> Tensor { cat(tensors, dim: dim) }

/// As `stack(_:dim:)`.
public func stack(_ tensors: [Tensor], _ dim: Int) -> Tensor { stack(tensors, dim: dim) }

/// The tensors, all of one shape, one behind the other along a new dimension `dim`.
public func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
    attempt { () throws(TensorError) in
        guard let first = tensors.first, let dtype = jointDType(tensors) else {
            throw TensorError("stack", .value, "expected at least one tensor")
        }
        let d = try first.layout.newDimension(dim, "stack")
        if let odd = tensors.firstIndex(where: { !$0.layout.hasSizes(of: first.layout) }) {
            throw TensorError(
                "stack", .shape,
                "expected tensors of one shape, got \(first.shape) at entry 0 and \(tensors[odd].shape) at entry \(odd)"
            )
        }
        let parts = tensors.map { Tensor($0.storage, $0.layout.unsqueezed(d), $0.dtype) }
        return try joined("StackBackward0", tensors, parts, d, dtype) { g, i in g.select(d, i) }
    }
}

/// `raw` joined along `d`, recorded as made from `inputs`; `part` is an input's part of the gradient.
private func joined(
    _ node: StaticString, _ inputs: [Tensor], _ raw: [Tensor], _ d: Int, _ dtype: DType,
    _ part: @escaping (Tensor, Int) -> Tensor
) throws(TensorError) -> Tensor {
    let result = try Raw.cat(raw, d, dtype)
    if !GradMode.isEnabled || !dtype.isFloatingPoint { return result }
    let needed = inputs.map(\.requiresGrad)
    if !needed.contains(true) { return result }
    record(node, [result], inputs, isReusable: true) { gradients in
        guard let g = gradients[0] else { return needed.map { _ in nil } }
        return needed.enumerated().map { i, isNeeded in isNeeded ? part(g, i) : nil }
    }
    return result
}

private func checkFits(_ part: Tensor, _ first: Tensor, _ d: Int, _ index: Int, _ name: StaticString)
    throws(TensorError)
{
    if part.ndim != first.ndim {
        throw TensorError(
            "\(name)", .shape,
            "the tensors must have the same number of dimensions, got shapes \(first.shape) and \(part.shape)")
    }
    let (a, b) = (first.layout.sizes, part.layout.sizes)
    for e in 0..<first.ndim where e != d && a[e] != b[e] {
        throw TensorError(
            "\(name)", .shape,
            "sizes must match except in dimension \(d): expected size \(a[e]) but got size \(b[e]) in dimension \(e) for "
                + "tensor number \(index) in the list (shapes \(first.shape) and \(part.shape))")
    }
}

/// What the tensors' dtypes promote to; nil without tensors.
private func jointDType(_ tensors: [Tensor]) -> DType? {
    tensors.first.map { first in tensors.reduce(first.dtype) { $0.promoted(with: $1.dtype) } }
}
