/// The kernels for matrix products.
package struct GemmKernels: Sendable {
    package let float: FloatingGemmKernels<Float>
    package let double: FloatingGemmKernels<Double>
    package let int32: IntegerGemmKernel<Int32>
    package let int64: IntegerGemmKernel<Int64>

    package init(
        float: FloatingGemmKernels<Float>, double: FloatingGemmKernels<Double>,
        int32: @escaping IntegerGemmKernel<Int32>,
        int64: @escaping IntegerGemmKernel<Int64>
    ) {
        self.float = float
        self.double = double
        self.int32 = int32
        self.int64 = int64
    }
}

/// C[m, n] = A · B [+ C], row-major C: `(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, ldc, accumulates)`.
package typealias IntegerGemmKernel<Scalar> =
    @Sendable (
        Int, Int, Int, UnsafePointer<Scalar>, Int, Int, UnsafePointer<Scalar>, Int, Int, UnsafeMutablePointer<Scalar>,
        Int, Bool
    ) -> Void

/// `C[m, n] = A[m, k] · B[k, n]` with the epilogue: (m, n, k, operands, c, ldc, epilogue).
package typealias BlockProduct<Scalar> =
    @Sendable (Int, Int, Int, BlockOperands<Scalar>, UnsafeMutablePointer<Scalar>, Int, Epilogue<Scalar>) -> Void

/// The products of one floating-point type, and the sizes of their register tile and cache blocks.
package struct FloatingGemmKernels<Scalar>: Sendable {
    package let blocking: GemmBlocking
    /// A packed k-major in panels of `tileRows`.
    package let packedBlock: BlockProduct<Scalar>
    /// A at any strides.
    package let stridedBlock: BlockProduct<Scalar>
    /// A packed, rows of B at `bOffsets`: columns of a convolution, read where they lie in the image. Columns are read
    /// up to a whole tile.
    package let packedTimesGathered: BlockProduct<Scalar>
    /// Rows of A at `aOffsets`, their elements side by side; B packed.
    package let gatheredTimesPacked: BlockProduct<Scalar>
    /// Packs `count` rows (or columns) of `k` elements into panels of `tileRows`: (count, k, source, stride between
    /// them, stride along k, target); the last panel is filled up with zeros.
    package let packRows: @Sendable (Int, Int, UnsafePointer<Scalar>, Int, Int, UnsafeMutablePointer<Scalar>) -> Void
    /// The same into panels of `tileColumns`.
    package let packColumns: @Sendable (Int, Int, UnsafePointer<Scalar>, Int, Int, UnsafeMutablePointer<Scalar>) -> Void
    /// `y[j · stride] = x · w[j]` for `count` contiguous rows of w: (count, k, x, w, ldw, y, stride, accumulates).
    package let dotRows:
        @Sendable (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, Int, UnsafeMutablePointer<Scalar>, Int, Bool
        ) -> Void
    /// The same for rows of w at `offsets`, which may overlap: (count, k, x, w, offsets, y, stride, accumulates).
    package let dotGathered:
        @Sendable (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Int>, UnsafeMutablePointer<Scalar>,
            Int, Bool
        ) -> Void
    /// `y[0..<n] = x[k] · B[k, n]` for contiguous rows of B: (n, k, x, stride of x, b, ldb, y, accumulates).
    package let rowTimesMatrix:
        @Sendable (
            Int, Int, UnsafePointer<Scalar>, Int, UnsafePointer<Scalar>, Int, UnsafeMutablePointer<Scalar>, Bool
        ) -> Void
    /// `y[0..<n] = bias + x[k] · B[k, n]` for rows of B at `offsets`, which may overlap:
    /// (n, k, x, offsets, b, y, bias).
    package let rowTimesGathered:
        @Sendable (
            Int, Int, UnsafePointer<Scalar>, UnsafePointer<Int>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>,
            Scalar
        ) -> Void
    /// `c[i · ldc + j] += a[i] · b[j]` for m rows of A and n rows of B: (m, n, operands, c, ldc).
    package let rowDots: @Sendable (Int, Int, DotOperands<Scalar>, UnsafeMutablePointer<Scalar>, Int) -> Void
    /// Bias and activation on rows already in C: (m, n, c, ldc, epilogue).
    package let finish: @Sendable (Int, Int, UnsafeMutablePointer<Scalar>, Int, Epilogue<Scalar>) -> Void

    package init(
        blocking: GemmBlocking,
        packedBlock: @escaping BlockProduct<Scalar>, stridedBlock: @escaping BlockProduct<Scalar>,
        packedTimesGathered: @escaping BlockProduct<Scalar>, gatheredTimesPacked: @escaping BlockProduct<Scalar>,
        packRows: @escaping @Sendable (Int, Int, UnsafePointer<Scalar>, Int, Int, UnsafeMutablePointer<Scalar>) -> Void,
        packColumns:
            @escaping @Sendable (Int, Int, UnsafePointer<Scalar>, Int, Int, UnsafeMutablePointer<Scalar>) -> Void,
        dotRows:
            @escaping @Sendable (
                Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, Int, UnsafeMutablePointer<Scalar>, Int, Bool
            ) -> Void,
        dotGathered:
            @escaping @Sendable (
                Int, Int, UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafePointer<Int>,
                UnsafeMutablePointer<Scalar>, Int, Bool
            ) -> Void,
        rowTimesMatrix:
            @escaping @Sendable (
                Int, Int, UnsafePointer<Scalar>, Int, UnsafePointer<Scalar>, Int, UnsafeMutablePointer<Scalar>, Bool
            ) -> Void,
        rowTimesGathered:
            @escaping @Sendable (
                Int, Int, UnsafePointer<Scalar>, UnsafePointer<Int>, UnsafePointer<Scalar>,
                UnsafeMutablePointer<Scalar>, Scalar
            ) -> Void,
        rowDots: @escaping @Sendable (Int, Int, DotOperands<Scalar>, UnsafeMutablePointer<Scalar>, Int) -> Void,
        finish: @escaping @Sendable (Int, Int, UnsafeMutablePointer<Scalar>, Int, Epilogue<Scalar>) -> Void
    ) {
        self.blocking = blocking
        self.packedBlock = packedBlock
        self.stridedBlock = stridedBlock
        self.packedTimesGathered = packedTimesGathered
        self.gatheredTimesPacked = gatheredTimesPacked
        self.packRows = packRows
        self.packColumns = packColumns
        self.dotRows = dotRows
        self.dotGathered = dotGathered
        self.rowTimesMatrix = rowTimesMatrix
        self.rowTimesGathered = rowTimesGathered
        self.rowDots = rowDots
        self.finish = finish
    }
}
