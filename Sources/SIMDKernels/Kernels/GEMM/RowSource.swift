/// The rows of a panel of B, from the one a tile has reached on.
protocol RowSource {
    associatedtype Scalar

    /// - Parameters:
    ///   - b: the panel.
    ///   - stride: from one row to the next, where they are evenly spaced.
    ///   - offsets: of each row, where they are not.
    init(_ b: UnsafePointer<Scalar>, stride: Int, offsets: UnsafePointer<Int>?)
    func row(_ index: Int) -> UnsafePointer<Scalar>
    mutating func advance(_ count: Int)
}

/// Rows at a stride.
struct EvenRows<Scalar>: RowSource {
    var b: UnsafePointer<Scalar>
    var stride: Int

    @inline(__always) init(_ b: UnsafePointer<Scalar>, stride: Int, offsets _: UnsafePointer<Int>?) {
        self.b = b
        self.stride = stride
    }
    @inline(__always) func row(_ index: Int) -> UnsafePointer<Scalar> { b + index * stride }
    @inline(__always) mutating func advance(_ count: Int) { b += count * stride }
}

/// Rows at offsets of their own.
struct GatheredRows<Scalar>: RowSource {
    var b: UnsafePointer<Scalar>
    var offsets: UnsafePointer<Int>

    @inline(__always) init(_ b: UnsafePointer<Scalar>, stride _: Int, offsets: UnsafePointer<Int>?) {
        self.b = b
        self.offsets = offsets.unsafelyUnwrapped
    }
    @inline(__always) func row(_ index: Int) -> UnsafePointer<Scalar> { b + offsets[index] }
    @inline(__always) mutating func advance(_ count: Int) { offsets += count }
}
