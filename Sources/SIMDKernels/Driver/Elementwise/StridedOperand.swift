/// The sizes of up to eight dimensions or the strides along them, the innermost dimension last; no heap memory.
package typealias Extents = SIMD8<Int>

/// An array that an elementwise loop reads or writes: where it begins and how far apart its elements lie.
package struct StridedOperand {
    package let base: UnsafeMutableRawPointer
    /// The bytes of an element.
    package let byteCount: Int
    /// The bytes from one element to the next along each dimension; 0 where the operand is broadcast.
    var strides: Extents

    /// Strides count elements.
    package init(_ base: UnsafeRawPointer, _ dtype: DType, strides: Extents) {
        // Sources are never written: only the loop's target is.
        self.base = UnsafeMutableRawPointer(mutating: base)
        byteCount = dtype.byteCount
        self.strides = strides &* Extents(repeating: dtype.byteCount)
    }

    /// Strides count elements, one for each dimension.
    package init(_ base: UnsafeRawPointer, _ dtype: DType, strides: [Int]) {
        self.init(base, dtype, strides: Extents(padding: strides))
    }

    /// One value for all elements.
    package init(scalar: UnsafeRawPointer, _ dtype: DType) {
        self.init(scalar, dtype, strides: Extents())
    }
}

extension SIMD8<Int> {
    /// The first elements are `values`, at most eight; the others are 0.
    package init(padding values: [Int]) {
        if values.count > 8 { stop("elementwise: \(values.count) dimensions, expected at most 8") }
        self.init()
        for (i, value) in values.enumerated() { self[i] = value }
    }
}
