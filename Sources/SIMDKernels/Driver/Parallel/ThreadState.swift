/// What a thread remembers: whether it is already working for a `parallelFor`.
enum ThreadState {
    private static let key = ThreadKey()

    static var isInsideParallelRegion: Bool { key.address != nil }

    static func insideParallelRegion(_ body: () -> Void) {
        let former = key.address
        key.set(UnsafeRawPointer(bitPattern: 1))
        body()
        key.set(former)
    }
}
