import PinionTensor

/// What few nodes have: those who want to see gradients pass, and a name of its own.
final class Observers {
    /// The name of a custom function's node.
    var title: String?
    /// A hook on an output's gradient; what it returns replaces the gradient.
    struct Hook {
        let output: Int
        let id: UInt64
        let body: (Tensor) -> Tensor?
    }

    var hooks: [Hook] = []
    /// Called after a leaf's gradient has been added to.
    var afterAccumulation: [(id: UInt64, body: () -> Void)] = []
    /// Gradients of outputs whose tensors called `retainGrad`.
    var retained: [Int: Tensor?] = [:]
    private(set) var lastID: UInt64 = 0

    init(title: String? = nil) { self.title = title }

    func nextID() -> UInt64 {
        lastID += 1
        return lastID
    }
}

/// A hook's place, to remove it by.
public struct HookHandle {
    private let body: () -> Void
    package init(_ body: @escaping () -> Void) { self.body = body }

    /// Removes the hook; a second time does nothing.
    public func remove() { body() }
}
