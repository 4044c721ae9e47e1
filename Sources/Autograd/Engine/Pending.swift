import PinionTensor

/// The gradients of a node's outputs as they arrive.
enum Pending {
    case none
    case one(Tensor)
    case many([Tensor?])

    var isNone: Bool {
        if case .none = self { true } else { false }
    }
}

extension Node {
    /// Adds a gradient of one output to those that have arrived.
    func receive(_ gradient: consuming Tensor, output: Int, isRecorded: Bool) {
        switch pending {
        case .none:
            if outputs.count == 1 {
                pending = .one(gradient)
            } else {
                var gradients = [Tensor?](repeating: nil, count: outputs.count)
                gradients[output] = gradient
                pending = .many(gradients)
            }
        case .one(var present):
            pending = .none
            pending = .one(sum(&present, &gradient, isRecorded))
        case .many(var gradients):
            pending = .none
            if var present = gradients[output] {
                gradients[output] = nil
                gradients[output] = sum(&present, &gradient, isRecorded)
            } else {
                gradients[output] = gradient
            }
            pending = .many(gradients)
        }
    }

    /// Into the memory of one of them where nobody else has it.
    private func sum(_ present: inout Tensor, _ gradient: inout Tensor, _ isRecorded: Bool) -> Tensor {
        if !isRecorded, present.dtype == gradient.dtype {
            if Sharing.isUnique(&present) {
                present.addUnrecorded(gradient)
                return present
            }
            if Sharing.isUnique(&gradient) {
                gradient.addUnrecorded(present)
                return gradient
            }
        }
        return present + gradient
    }
}
