import PinionTensor

extension Node: GraphNode {
    /// The name of the operation that made `tensor`; nil for leaves.
    package func gradFnName(of tensor: Tensor) -> String? { tensor.gradFn?.name }
}
