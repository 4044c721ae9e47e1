/// Additions of rows into rows of a table, in the order of the indices; integers wrap around.
package struct ScatterAddEntries: Sendable {
    /// `target[indices[i] · targetStride + j] += source[i · sourceStride + j]` for i below `count`, j below `length`.
    package typealias Entry<T> =
        @Sendable (
            _ indices: UnsafePointer<Int64>, _ count: Int, _ length: Int, _ source: UnsafePointer<T>,
            _ sourceStride: Int, _ target: UnsafeMutablePointer<T>, _ targetStride: Int
        ) -> Void

    package let float: Entry<Float>
    package let double: Entry<Double>
    package let int64: Entry<Int64>
    package let int32: Entry<Int32>
    package let int16: Entry<Int16>
    package let int8: Entry<Int8>
    package let uint8: Entry<UInt8>

    package init(
        float: @escaping Entry<Float>, double: @escaping Entry<Double>, int64: @escaping Entry<Int64>,
        int32: @escaping Entry<Int32>, int16: @escaping Entry<Int16>, int8: @escaping Entry<Int8>,
        uint8: @escaping Entry<UInt8>
    ) {
        self.float = float
        self.double = double
        self.int64 = int64
        self.int32 = int32
        self.int16 = int16
        self.int8 = int8
        self.uint8 = uint8
    }
}
