/// The kernels for copies, transposes, gathers.
package struct CopyKernels: Sendable {
    /// Copies of elements of 1, 2, 4 and 8 bytes.
    package let bytes1: CopyEntries
    package let bytes2: CopyEntries
    package let bytes4: CopyEntries
    package let bytes8: CopyEntries
    package let float: WindowEntries<Float>
    package let double: WindowEntries<Double>
    package let scatterAdd: ScatterAddEntries

    package init(
        bytes1: CopyEntries, bytes2: CopyEntries, bytes4: CopyEntries, bytes8: CopyEntries,
        float: WindowEntries<Float>, double: WindowEntries<Double>, scatterAdd: ScatterAddEntries
    ) {
        self.bytes1 = bytes1
        self.bytes2 = bytes2
        self.bytes4 = bytes4
        self.bytes8 = bytes8
        self.float = float
        self.double = double
        self.scatterAdd = scatterAdd
    }

    /// The copies of elements of `size` bytes, or nil for a size no dtype has.
    package func entries(elementSize size: Int) -> CopyEntries? {
        switch size {
        case 1: bytes1
        case 2: bytes2
        case 4: bytes4
        case 8: bytes8
        default: nil
        }
    }
}

/// Copies of elements of one size; strides are in elements.
package struct CopyEntries: Sendable {
    /// The bytes a transpose needs beside its operands.
    package static let scratchBytes = 4096

    /// `target[i · targetRow + j · targetColumn] = source[i · sourceRow + j · sourceColumn]`
    package typealias Plane =
        @Sendable (
            _ rows: Int, _ columns: Int, _ source: UnsafeRawPointer, _ sourceRow: Int, _ sourceColumn: Int,
            _ target: UnsafeMutableRawPointer, _ targetRow: Int, _ targetColumn: Int
        ) -> Void
    /// `target[j · targetStride + i] = source[i · sourceStride + j]`
    package typealias Transpose =
        @Sendable (
            _ rows: Int, _ columns: Int, _ source: UnsafeRawPointer, _ sourceStride: Int,
            _ target: UnsafeMutableRawPointer, _ targetStride: Int, _ scratch: UnsafeMutableRawPointer
        ) -> Void

    package let plane: Plane
    package let transpose: Transpose

    package init(plane: @escaping Plane, transpose: @escaping Transpose) {
        self.plane = plane
        self.transpose = transpose
    }
}
