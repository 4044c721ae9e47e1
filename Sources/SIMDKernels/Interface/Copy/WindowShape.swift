/// A sliding window over images of [channels, height, width]: `im2col` and `col2im`.
package struct WindowShape: Sendable {
    package var channels: Int
    package var height: Int
    package var width: Int
    package var kernel: (height: Int, width: Int)
    package var stride: (height: Int, width: Int)
    package var padding: (height: Int, width: Int)
    package var dilation: (height: Int, width: Int)

    package init(
        channels: Int, height: Int, width: Int, kernel: (height: Int, width: Int),
        stride: (height: Int, width: Int) = (1, 1), padding: (height: Int, width: Int) = (0, 0),
        dilation: (height: Int, width: Int) = (1, 1)
    ) {
        self.channels = channels
        self.height = height
        self.width = width
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
    }

    /// The windows down an image: ⌊(H + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1.
    package var outputHeight: Int {
        let room = height + 2 * padding.height - dilation.height * (kernel.height - 1) - 1
        return room < 0 ? 0 : room / stride.height + 1
    }

    /// The windows across an image.
    package var outputWidth: Int {
        let room = width + 2 * padding.width - dilation.width * (kernel.width - 1) - 1
        return room < 0 ? 0 : room / stride.width + 1
    }

    /// Elements of an image.
    package var imageSize: Int { channels * height * width }
    /// Rows of the columns of an image: one for each channel and place in the window.
    package var columnRows: Int { channels * kernel.height * kernel.width }
    /// The length of such a row: one element for each window.
    package var columnLength: Int { outputHeight * outputWidth }
}

/// The window kernels of one element type. Both take a range of channels of one image.
package struct WindowEntries<T>: Sendable {
    /// `columns[(c, ky, kx), (oy, ox)] = image[c, oy · stride - padding + ky · dilation, ...]`, 0 outside the image.
    package typealias Im2Col =
        @Sendable (
            _ shape: WindowShape, _ first: Int, _ count: Int, _ image: UnsafePointer<T>,
            _ columns: UnsafeMutablePointer<T>
        ) -> Void
    /// Adds each element of the columns to the place in the image it was taken from.
    package typealias Col2Im =
        @Sendable (
            _ shape: WindowShape, _ first: Int, _ count: Int, _ columns: UnsafePointer<T>,
            _ image: UnsafeMutablePointer<T>
        ) -> Void

    /// `target[i · targetRow + j] = source[i · sourceRow + (j - before) · step]` for `count` elements j from `before` on,
    /// 0 for the others of a row of `length`.
    ///
    /// Rows are written from the first to the last in whole registers, so up to a register behind the last is written
    /// too; nothing is read that is not wanted.
    package typealias Rows =
        @Sendable (
            _ rows: Int, _ length: Int, _ before: Int, _ count: Int, _ source: UnsafePointer<T>, _ sourceRow: Int,
            _ step: Int, _ target: UnsafeMutablePointer<T>, _ targetRow: Int
        ) -> Void

    /// `target[i · targetRow + j · step] += factor · source[i · sourceRow + j]` for `count` elements j of each row; 0 may
    /// be added to those between them.
    package typealias AddRows =
        @Sendable (
            _ rows: Int, _ count: Int, _ factor: T, _ source: UnsafePointer<T>, _ sourceRow: Int,
            _ target: UnsafeMutablePointer<T>, _ targetRow: Int, _ step: Int
        ) -> Void

    package let im2col: Im2Col
    package let col2im: Col2Im
    package let rows: Rows
    package let addRows: AddRows

    package init(
        im2col: @escaping Im2Col, col2im: @escaping Col2Im, rows: @escaping Rows, addRows: @escaping AddRows
    ) {
        self.im2col = im2col
        self.col2im = col2im
        self.rows = rows
        self.addRows = addRows
    }
}
