import Builtin

extension Lane {
    /// Reads the first `count` elements, fewer than `width`; the others are 1, where no function has a trap.
    @inline(__always) static func load(_ source: UnsafePointer<Scalar>, _ count: Int) -> Self {
        load(source, count, Self(1))
    }

    @inline(__always) static func load(_ source: UnsafePointer<Scalar>, _ count: Int, _ rest: Self) -> Self {
        var lane = rest
        var i = 0
        while i < count {
            lane[i] = source[i]
            i += 1
        }
        return lane
    }

    @inline(__always) func store(_ target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        var i = 0
        while i < count {
            target[i] = self[i]
            i += 1
        }
    }
}

// One instruction where there are masks. Elements that are masked out are not touched, and may lie outside the memory.

#if PINION_AVX512

extension FloatLane {
    @inline(__always) private static var places: FloatVectorBits {
        FloatVectorBits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    }

    @inline(__always) static func load(_ source: UnsafePointer<Float>, _ count: Int, _ rest: Self) -> Self {
        let mask = Builtin.cmp_slt_Vec16xInt32(
            places._storage._value, FloatVectorBits(repeating: Int32(truncatingIfNeeded: count))._storage._value)
        return Self(
            raw: unsafeBitCast(
                Builtin.int_masked_load_Vec16xFPIEEE32_RawPointer(
                    source._rawValue, Int32(4)._value, mask, rest.raw._storage._value),
                to: FloatVector.self))
    }

    @inline(__always) func store(_ target: UnsafeMutablePointer<Float>, _ count: Int) {
        let mask = Builtin.cmp_slt_Vec16xInt32(
            Self.places._storage._value, FloatVectorBits(repeating: Int32(truncatingIfNeeded: count))._storage._value)
        Builtin.int_masked_store_Vec16xFPIEEE32_RawPointer(
            raw._storage._value, target._rawValue, Int32(4)._value, mask)
    }
}

extension DoubleLane {
    @inline(__always) private static var places: DoubleVectorBits { DoubleVectorBits(0, 1, 2, 3, 4, 5, 6, 7) }

    @inline(__always) static func load(_ source: UnsafePointer<Double>, _ count: Int, _ rest: Self) -> Self {
        let mask = Builtin.cmp_slt_Vec8xInt64(
            places._storage._value, DoubleVectorBits(repeating: Int64(count))._storage._value)
        return Self(
            raw: unsafeBitCast(
                Builtin.int_masked_load_Vec8xFPIEEE64_RawPointer(
                    source._rawValue, Int32(8)._value, mask, rest.raw._storage._value),
                to: DoubleVector.self))
    }

    @inline(__always) func store(_ target: UnsafeMutablePointer<Double>, _ count: Int) {
        let mask = Builtin.cmp_slt_Vec8xInt64(
            Self.places._storage._value, DoubleVectorBits(repeating: Int64(count))._storage._value)
        Builtin.int_masked_store_Vec8xFPIEEE64_RawPointer(
            raw._storage._value, target._rawValue, Int32(8)._value, mask)
    }
}

#elseif PINION_AVX2

// Not stores: AMD's processors take some twenty operations for one with a mask.

extension FloatLane {
    @inline(__always) static func load(_ source: UnsafePointer<Float>, _ count: Int, _ rest: Self) -> Self {
        let mask = Builtin.cmp_slt_Vec8xInt32(
            FloatVectorBits(0, 1, 2, 3, 4, 5, 6, 7)._storage._value,
            FloatVectorBits(repeating: Int32(truncatingIfNeeded: count))._storage._value)
        return Self(
            raw: unsafeBitCast(
                Builtin.int_masked_load_Vec8xFPIEEE32_RawPointer(
                    source._rawValue, Int32(4)._value, mask, rest.raw._storage._value),
                to: FloatVector.self))
    }
}

extension DoubleLane {
    @inline(__always) static func load(_ source: UnsafePointer<Double>, _ count: Int, _ rest: Self) -> Self {
        let mask = Builtin.cmp_slt_Vec4xInt64(
            DoubleVectorBits(0, 1, 2, 3)._storage._value,
            DoubleVectorBits(repeating: Int64(count))._storage._value)
        return Self(
            raw: unsafeBitCast(
                Builtin.int_masked_load_Vec4xFPIEEE64_RawPointer(
                    source._rawValue, Int32(8)._value, mask, rest.raw._storage._value),
                to: DoubleVector.self))
    }
}

#endif
