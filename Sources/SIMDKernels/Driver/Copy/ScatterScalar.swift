/// An element type whose rows can be added at indices.
package protocol ScatterScalar: Sendable {
    static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Self>
}

extension Float: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Float> { entries.float }
}

extension Double: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Double> { entries.double }
}

extension Int64: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Int64> { entries.int64 }
}

extension Int32: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Int32> { entries.int32 }
}

extension Int16: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Int16> { entries.int16 }
}

extension Int8: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<Int8> { entries.int8 }
}

extension UInt8: ScatterScalar {
    package static func scatterAdd(_ entries: ScatterAddEntries) -> ScatterAddEntries.Entry<UInt8> { entries.uint8 }
}
