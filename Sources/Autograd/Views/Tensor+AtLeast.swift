import PinionTensor

/// x with at least one dimension: a number becomes a vector of one element. A view.
public func atleast1d(_ x: Tensor) -> Tensor { x.ndim == 0 ? x.unsqueeze(0) : x }

/// x with at least two dimensions, a new one of size 1 before a vector's. A view.
public func atleast2d(_ x: Tensor) -> Tensor { x.ndim < 2 ? atleast1d(x).unsqueeze(0) : x }

/// x with at least three dimensions: a vector of n elements has shape [1, n, 1], an m × n matrix [m, n, 1]. A view.
public func atleast3d(_ x: Tensor) -> Tensor { x.ndim < 3 ? atleast2d(x).unsqueeze(2) : x }

/// Several tensors with at least one dimension.
public func atleast1d(_ tensors: [Tensor]) -> [Tensor] { tensors.map { atleast1d($0) } }
/// Several tensors with at least two dimensions.
public func atleast2d(_ tensors: [Tensor]) -> [Tensor] { tensors.map { atleast2d($0) } }
/// Several tensors with at least three dimensions.
public func atleast3d(_ tensors: [Tensor]) -> [Tensor] { tensors.map { atleast3d($0) } }

extension Tensor {
    /// The transposed matrices, as `mT`: there are no complex numbers.
    public var mH: Tensor { mT }
    /// The transposed matrix, as `T`: there are no complex numbers.
    public var H: Tensor { T }
    /// The transposed matrices, as `mT`: there are no complex numbers.
    public func adjoint() -> Tensor { mT }

    /// This tensor summed over the dimensions along which `shape` broadcasts to it.
    public func sumToSize(_ shape: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            let target = try Layout(shape: shape, "sumToSize")
            guard let result = sum(toLayout: target) else {
                throw TensorError(
                    "sumToSize", .shape, "shape \(shape) does not broadcast to the tensor's, \(self.shape)")
            }
            return result
        }
    }

    /// This tensor summed over the dimensions along which `shape` broadcasts to it.
    public func sumToSize(_ shape: Int...) -> Tensor { sumToSize(shape) }

    /// Parts of the sizes given along `dim`, as `split`.
    public func splitWithSizes(_ sizes: [Int], dim: Int = 0) -> [Tensor] { split(sizes, dim: dim) }
}
