import PinionTensor

/// What dead nodes held, released one after another: a chain of a million nodes would overflow the stack if each
/// node released the next from its `deinit`.
final class GraphRemains {
    private var waiting: [(Rule, Edges)] = []
    private var isReleasing = false

    static func release(_ contents: consuming (Rule, Edges)) {
        let context = ThreadContext.current
        let remains: GraphRemains
        if let object = context.pointee.graphRemains {
            // Only this function writes the slot.
            remains = unsafeDowncast(object, to: GraphRemains.self)
        } else {
            remains = GraphRemains()
            context.pointee.graphRemains = remains
        }
        remains.waiting.append(contents)
        if remains.isReleasing { return }
        remains.isReleasing = true
        while let last = remains.waiting.popLast() { withExtendedLifetime(last) {} }
        remains.isReleasing = false
    }
}
