import PinionTensor

/// The end of a graph: keeps a leaf's gradient.
final class Leaf: Node, @unchecked Sendable {
    // Unchecked: as `Node`.
    var grad: Tensor?
    /// The next one in the list of leaves that a run has come to.
    var nextWaiting: Leaf?

    init(_ tensor: Tensor) {
        super.init("AccumulateGrad", .none, .one(Outputs.Output(tensor)), isLeaf: true, isReusable: true, .leaf)
    }

    /// Adds a gradient to the one there is: in place, unless a graph of gradients is being built.
    func accumulate(_ gradient: consuming Tensor, isRecorded: Bool) {
        guard let present = grad else {
            // The first gradient is kept as it is when nobody else has it.
            let isKept = isRecorded || (!gradient.tracksGrad && Sharing.isUnique(&gradient))
            grad = isKept ? gradient : Raw.clone(gradient)
            return
        }
        if isRecorded {
            grad = present + gradient
        } else {
            present.addUnrecorded(gradient)
        }
    }
}

extension Tensor {
    /// `self += gradient`, where nothing is recorded.
    func addUnrecorded(_ gradient: Tensor) {
        attempt(else: ()) { () throws(TensorError) in
            _ = try Raw.binary(.add, .tensor(self), .tensor(gradient), name: "add", out: self)
            bumpVersion("add")
        }
    }
}

/// Whether a gradient's memory is its own, each element once, so that it may be written.
enum Sharing {
    static func isUnique(_ tensor: inout Tensor) -> Bool {
        isKnownUniquelyReferenced(&tensor) && tensor.base == nil && tensor.isContiguous
            && isKnownUniquelyReferenced(&tensor.storage)
    }
}
