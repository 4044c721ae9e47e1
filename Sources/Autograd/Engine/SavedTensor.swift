import PinionTensor

/// An input that a gradient needs, with the version it had; using it after a change in place is an error.
package struct SavedTensor {
    private let saved: Tensor
    private let version: UInt64

    @inline(__always)
    package init(_ tensor: Tensor) {
        saved = tensor
        version = tensor.storage.version
    }

    /// The tensor as it was.
    package var tensor: Tensor {
        if saved.storage.version != version { return changed(saved, version) }
        return saved
    }
}

/// A result that its own gradient needs: without a reference to its node, which would be a cycle.
package struct SavedOutput {
    private let storage: Storage
    private let layout: Layout
    private let dtype: DType
    private let version: UInt64
    private let outputIndex: Int

    @inline(__always)
    package init(_ result: Tensor, index: Int = 0) {
        storage = result.storage
        layout = result.layout
        dtype = result.dtype
        version = result.storage.version
        outputIndex = index
    }

    /// The tensor as it was; in a graph of gradients it is the output of the node at work.
    package var tensor: Tensor {
        let tensor = Tensor(storage, layout, dtype)
        if storage.version != version { return changed(tensor, version) }
        if GradMode.isEnabled, let node = GraphRun.currentNode { tensor.attach(node, outputIndex) }
        return tensor
    }
}

private func changed(_ tensor: Tensor, _ version: UInt64) -> Tensor {
    report(
        TensorError(
            GraphRun.currentNode?.name ?? "backward", .version,
            "a tensor of shape \(tensor.shape) that its gradient needs was changed in place by "
                + "\(tensor.storage.lastWriter) (version \(tensor.storage.version), expected \(version))"))
    return .failed
}
