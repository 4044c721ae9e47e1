extension Lane {
    /// Reads the first `count` elements, fewer than `width`; the others are 1, where no function has a trap.
    @inline(__always) static func load(_ source: UnsafePointer<Scalar>, _ count: Int) -> Self {
        var lane = Self(1)
        var i = 0
        while i < count {
            lane[i] = source[i]
            i += 1
        }
        return lane
    }

    /// Writes the first `count` elements, fewer than `width`.
    @inline(__always) func store(_ target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        var i = 0
        while i < count {
            target[i] = self[i]
            i += 1
        }
    }
}
