import PinionTensor

extension Linalg {
    /// The inverses of square matrices. As `torch.linalg.inv`.
    ///
    /// A singular matrix is a mistake that names its place in the batch.
    public static func inv(_ x: Tensor) -> Tensor { inverse(x, "Linalg.inv") }

    static func inverse(_ x: Tensor, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.inverse(x, name: name)
            if !isRecorded(x) { return y }
            let saved = SavedOutput(y)
            return record("LinalgInvExBackward0", y, x) { g in
                let transpose = saved.tensor.mT
                return -(transpose.matmul(g).matmul(transpose))
            }
        }
    }

    /// The determinants of square matrices, of the batch's shape. As `torch.linalg.det`.
    public static func det(_ x: Tensor) -> Tensor { determinant(x, "Linalg.det") }

    static func determinant(_ x: Tensor, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.determinant(x, name: name)
            if !isRecorded(x) { return y }
            let (saved, result) = (SavedTensor(x), SavedOutput(y))
            return record("LinalgDetBackward0", y, x) { g in
                attempt { () throws(TensorError) in
                    let (x, det) = (saved.tensor, result.tensor)
                    let isRegular = det.toArray(Double.self).allSatisfy { $0 != 0 }
                    if isRegular {
                        return (g * det).unsqueeze(det.ndim).unsqueeze(det.ndim + 1) * inv(x).mT
                    }
                    // The derivative of a singular matrix exists too, though its inverse does not.
                    return g.unsqueeze(g.ndim).unsqueeze(g.ndim + 1)
                        * (try Raw.cofactors(x, name: "LinalgDetBackward0"))
                }
            }
        }
    }

    /// The signs of the determinants and the logarithms of their absolute values. As `torch.linalg.slogdet`.
    ///
    /// For singular matrices 0 and -∞. The sign has no gradient.
    public static func slogdet(_ x: Tensor) -> (sign: Tensor, logabsdet: Tensor) {
        signAndLogarithm(x, "Linalg.slogdet")
    }

    static func signAndLogarithm(_ x: Tensor, _ name: StaticString) -> (sign: Tensor, logabsdet: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let (sign, logarithm) = try Raw.signAndLogDeterminant(x, name: name)
            if isRecorded(x) {
                let saved = SavedTensor(x)
                record("LinalgSlogdetBackward0", [sign, logarithm], [x]) { gradients in
                    guard let g = gradients[1] else { return [nil] }
                    return [g.unsqueeze(g.ndim).unsqueeze(g.ndim + 1) * inv(saved.tensor).mT]
                }
            }
            return (sign, logarithm)
        }
    }
}

extension Tensor {
    /// The inverses of square matrices, as `Linalg.inv`.
    public func inverse() -> Tensor { Linalg.inverse(self, "inverse") }
    /// The determinants of square matrices, as `Linalg.det`.
    public func det() -> Tensor { Linalg.determinant(self, "det") }
    /// The signs and logarithms of determinants, as `Linalg.slogdet`.
    public func slogdet() -> (sign: Tensor, logabsdet: Tensor) { Linalg.signAndLogarithm(self, "slogdet") }

    /// The logarithms of determinants: -∞ where one is 0, NaN where one is negative.
    public func logdet() -> Tensor {
        let (sign, logarithm) = Linalg.signAndLogarithm(self, "logdet")
        return Tensor.`where`(sign .< 0, Double.nan, logarithm)
    }
}

/// The inverses of square matrices, as `Linalg.inv`.
public func inverse(_ x: Tensor) -> Tensor { x.inverse() }
