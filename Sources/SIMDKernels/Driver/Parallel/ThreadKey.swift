import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A place for an address of each thread's own.
///
/// A global one is constant memory: reading it asks for no initialisation, which a plain `pthread_key_t` would need.
package struct ThreadKey: ~Copyable, Sendable {
    #if canImport(Darwin)
    package typealias Destructor = @convention(c) (UnsafeMutableRawPointer) -> Void
    #else
    package typealias Destructor = @convention(c) (UnsafeMutableRawPointer?) -> Void
    #endif

    /// One more than the system's key; 0 before a thread has set its address.
    @usableFromInline package let number: Atomic<UInt>

    @inlinable package init() { number = Atomic(0) }

    /// What the calling thread has set, nil at first.
    @inline(__always)
    @inlinable package var address: UnsafeMutableRawPointer? {
        let number = number.load(ordering: .acquiring)
        return number == 0 ? nil : pthread_getspecific(pthread_key_t(truncatingIfNeeded: number &- 1))
    }

    /// Sets the calling thread's address, which `destroy` gets when the thread ends.
    package func set(_ address: UnsafeRawPointer?, destroy: Destructor? = nil) {
        pthread_setspecific(made(destroy), address)
    }

    private func made(_ destroy: Destructor?) -> pthread_key_t {
        let present = number.load(ordering: .acquiring)
        if present != 0 { return pthread_key_t(present - 1) }
        var key = pthread_key_t()
        guard pthread_key_create(&key, destroy) == 0 else { stop("no thread-specific key is left in this process") }
        let (isFirst, other) = number.compareExchange(
            expected: 0, desired: UInt(key) + 1, ordering: .acquiringAndReleasing)
        if isFirst { return key }
        pthread_key_delete(key)
        return pthread_key_t(other - 1)
    }
}
