import PinionSIMDKernels

/// What a thread remembers between operations.
package struct ThreadContext {
    /// Whether operations are recorded for gradients.
    package var isGradEnabled = true
    /// Whether results can never take part in a graph.
    package var isInference = false
    /// The generator that stands for `Generator.default` on this thread: a data loader's worker has its own.
    package var generator: Generator?
    /// Whether a `catchingTensorErrors` is open, so that errors are kept instead of stopping the program.
    package var isCatching = false
    /// The first error since `catchingTensorErrors` was opened; after it, operations do nothing.
    package var error: TensorError? {
        didSet { hasFailed = error != nil }
    }
    /// Whether there is one, in a byte: every operation asks, and a look at the error itself copies its strings.
    package private(set) var hasFailed = false
    /// The Autograd module's: the node whose gradient is being computed, and graph memory that waits to be released.
    package var currentNode: Unmanaged<AnyObject>?
    package var graphRemains: AnyObject?

    /// The calling thread's context; not to be handed to another thread.
    @inline(__always)
    package static var current: UnsafeMutablePointer<ThreadContext> {
        if let address = ThreadSlot.address { return address.assumingMemoryBound(to: ThreadContext.self) }
        return make()
    }

    @inline(never)
    private static func make() -> UnsafeMutablePointer<ThreadContext> {
        let context = UnsafeMutablePointer<ThreadContext>.allocate(capacity: 1)
        context.initialize(to: ThreadContext())
        ThreadSlot.set(context) { ThreadContext.destroy($0) }
        return context
    }

    private static func destroy(_ address: UnsafeMutableRawPointer?) {
        guard let context = address?.assumingMemoryBound(to: ThreadContext.self) else { return }
        context.deinitialize(count: 1)
        context.deallocate()
    }
}
