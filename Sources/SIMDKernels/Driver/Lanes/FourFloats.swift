/// The lanes that drivers compute with where a kernel for each instruction set would gain little.
typealias FourFloats = SIMD4<Float>

extension FourFloats {
    @inline(__always)
    init(at source: UnsafePointer<Float>) {
        self = UnsafeRawPointer(source).loadUnaligned(as: Self.self)
    }

    @inline(__always)
    func store(to target: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
    }

    /// The first and the second elements of four pairs.
    @inline(__always)
    static func pairs(at source: UnsafePointer<Float>) -> (Self, Self) {
        let all = UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self)
        return (Self(all[0], all[2], all[4], all[6]), Self(all[1], all[3], all[5], all[7]))
    }

    /// Writes four pairs.
    @inline(__always)
    static func storePairs(_ first: Self, _ second: Self, to target: UnsafeMutablePointer<Float>) {
        let all = SIMD8(first[0], second[0], first[1], second[1], first[2], second[2], first[3], second[3])
        UnsafeMutableRawPointer(target).storeBytes(of: all, as: SIMD8<Float>.self)
    }
}
