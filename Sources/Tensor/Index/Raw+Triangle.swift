import PinionSIMDKernels

extension Raw {
    /// A copy of `x` with zeros above (`keepsLower`) or below the diagonal `shift` of its last two dimensions.
    package static func triangle(_ x: Tensor, _ shift: Int, keepsLower: Bool) -> Tensor {
        let y = clone(x)
        let (rows, columns) = (y.layout.sizes[y.ndim - 2], y.layout.sizes[y.ndim - 1])
        if y.numel == 0 { return y }
        for row in 0..<y.numel / columns {
            // The first column to the right of the diagonal, or on it for the upper triangle.
            let bound = row % rows + shift + (keepsLower ? 1 : 0)
            let place = Swift.min(Swift.max(bound, 0), columns)
            let zeros = keepsLower ? place..<columns : 0..<place
            (y.pointer + (row * columns + zeros.lowerBound) * y.elementSize)
                .initializeMemory(as: UInt8.self, repeating: 0, count: zeros.count * y.elementSize)
        }
        return y
    }
}
