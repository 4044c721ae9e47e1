import PinionSIMDKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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
    package var error: TensorError?
    /// The Autograd module's: the node whose gradient is being computed, and graph memory that waits to be released.
    package var currentNode: Unmanaged<AnyObject>?
    package var graphRemains: AnyObject?

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { pointer in
            #if canImport(Darwin)
            let context = pointer.assumingMemoryBound(to: ThreadContext.self)
            #else
            guard let context = pointer?.assumingMemoryBound(to: ThreadContext.self) else { return }
            #endif
            context.deinitialize(count: 1)
            context.deallocate()
        }
        guard status == 0 else { stop("no thread-specific key is left in this process") }
        return key
    }()

    /// The calling thread's context; not to be handed to another thread.
    @inline(__always)
    package static var current: UnsafeMutablePointer<ThreadContext> {
        if let pointer = pthread_getspecific(key) { return pointer.assumingMemoryBound(to: ThreadContext.self) }
        return make()
    }

    @inline(never)
    private static func make() -> UnsafeMutablePointer<ThreadContext> {
        let context = UnsafeMutablePointer<ThreadContext>.allocate(capacity: 1)
        context.initialize(to: ThreadContext())
        pthread_setspecific(key, context)
        return context
    }
}
