#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a thread remembers: whether it is already working for a `parallelFor`.
enum ThreadState {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        guard pthread_key_create(&key, nil) == 0 else { stop("no thread-specific key is left in this process") }
        return key
    }()

    static var isInsideParallelRegion: Bool { pthread_getspecific(key) != nil }

    static func insideParallelRegion(_ body: () -> Void) {
        let former = pthread_getspecific(key)
        pthread_setspecific(key, UnsafeRawPointer(bitPattern: 1))
        body()
        pthread_setspecific(key, former)
    }
}
