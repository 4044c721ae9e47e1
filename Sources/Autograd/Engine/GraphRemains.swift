import PinionTensor

/// What dead nodes held. Where nodes release each other from their `deinit`s in a long chain, all but the first few
/// wait and are released one after another: a chain of a million would overflow the stack.
final class GraphRemains {
    /// A node's release needs about a kilobyte of stack.
    private static let deepest = 32

    private var waiting: [(Rule, Edges)] = []
    private var depth = 0

    /// Empties both.
    static func release(_ rule: inout Rule, _ edges: inout Edges) {
        let context = ThreadContext.current
        let remains: GraphRemains
        if let object = context.pointee.graphRemains {
            // Only this function writes the slot.
            remains = unsafeDowncast(object, to: GraphRemains.self)
        } else {
            remains = GraphRemains()
            context.pointee.graphRemains = remains
        }
        if remains.depth == deepest {
            return remains.waiting.append((taken(&rule, leaving: .freed), taken(&edges, leaving: .none)))
        }
        remains.discard(&rule, &edges)
        if remains.depth > 0 { return }
        while var last = remains.waiting.popLast() { remains.discard(&last.0, &last.1) }
    }

    private func discard(_ rule: inout Rule, _ edges: inout Edges) {
        depth += 1
        Self.empty(&rule, &edges)
        depth -= 1
    }

    /// A call that the compiler does not look into, so that everything is released before it returns.
    @inline(never)
    private static func empty(_ rule: inout Rule, _ edges: inout Edges) { (rule, edges) = (.freed, .none) }
}
