/// The passes over a run of elements that a normalization makes.
package struct NormKernels: Sendable {
    package let float: NormEntries<Float>
    package let double: NormEntries<Double>

    package init(float: NormEntries<Float>, double: NormEntries<Double>) {
        self.float = float
        self.double = double
    }
}

/// The passes for one element type. Runs are short enough to be summed in their own precision.
package struct NormEntries<Scalar>: Sendable {
    /// `Σ (x - center)`
    package typealias Sum = @Sendable (_ count: Int, _ x: UnsafePointer<Scalar>, _ center: Scalar) -> Scalar
    /// `Σ g` and `Σ g · (x - center)`
    package typealias ProductSums =
        @Sendable (_ count: Int, _ g: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, _ center: Scalar) -> (
            Scalar, Scalar
        )
    /// `y = (x - center) · factor + shift`
    package typealias Scale =
        @Sendable (
            _ count: Int, _ x: UnsafePointer<Scalar>, _ center: Scalar, _ factor: Scalar, _ shift: Scalar,
            _ y: UnsafeMutablePointer<Scalar>
        ) -> Void
    /// `gx = g · factor + (x - center) · slope + shift`
    package typealias Gradient =
        @Sendable (
            _ count: Int, _ g: UnsafePointer<Scalar>, _ factor: Scalar, _ x: UnsafePointer<Scalar>, _ center: Scalar,
            _ slope: Scalar, _ shift: Scalar, _ gx: UnsafeMutablePointer<Scalar>
        ) -> Void

    package let sum: Sum
    /// `Σ (x - center)²`
    package let squares: Sum
    package let productSums: ProductSums
    package let scale: Scale
    package let gradient: Gradient

    package init(
        sum: @escaping Sum, squares: @escaping Sum, productSums: @escaping ProductSums, scale: @escaping Scale,
        gradient: @escaping Gradient
    ) {
        self.sum = sum
        self.squares = squares
        self.productSums = productSums
        self.scale = scale
        self.gradient = gradient
    }
}
