/// The sizes of a convolution of images [images, channels, depth, height, width] with filters
/// [filters, channels / groups, kernel]; one and two spatial dimensions have ones before them.
///
/// Output place o reads input place `o · stride - padding + tap · dilation`; places outside the image are 0. Padding
/// after the image follows from the output's size, so it may differ from the one before.
package struct ConvolutionShape: Sendable, Equatable {
    package var images: Int
    package var channels: Int
    package var filters: Int
    package var groups: Int
    package var input: SIMD3<Int>
    package var output: SIMD3<Int>
    package var kernel: SIMD3<Int>
    package var stride: SIMD3<Int>
    package var dilation: SIMD3<Int>
    /// Zeros before the image along each dimension; negative ones skip elements.
    package var padding: SIMD3<Int>

    package init(
        images: Int, channels: Int, filters: Int, groups: Int = 1, input: SIMD3<Int>, output: SIMD3<Int>,
        kernel: SIMD3<Int>, stride: SIMD3<Int> = .one, dilation: SIMD3<Int> = .one, padding: SIMD3<Int> = .zero
    ) {
        self.images = images
        self.channels = channels
        self.filters = filters
        self.groups = groups
        self.input = input
        self.output = output
        self.kernel = kernel
        self.stride = stride
        self.dilation = dilation
        self.padding = padding
    }

    /// Elements of one channel of an input image.
    package var inputPlane: Int { input.volume }
    /// Elements of one channel of an output image.
    package var outputPlane: Int { output.volume }
    /// Places in the window.
    package var taps: Int { kernel.volume }
    package var groupChannels: Int { channels / groups }
    package var groupFilters: Int { filters / groups }
    /// Elements of a filter: rows of the columns of a group.
    package var filterSize: Int { groupChannels * taps }
    package var multiplyAdds: Int { images * filters * outputPlane * filterSize }

    /// Whether a pass takes 80 microseconds or more: few tasks, but long ones.
    var isLong: Bool { multiplyAdds >= 4 << 20 }

    /// Whether the columns of an image are the image itself.
    var isPointwise: Bool {
        taps == 1 && stride == .one && padding == .zero && input == output
    }

    /// Stops unless the sizes can be a convolution's.
    func check(_ operation: String) {
        let sizes = [images, channels, filters, input.min(), output.min(), kernel.min()]
        if sizes.contains(where: { $0 < 0 }) { stop("\(operation) of \(self): sizes must not be negative") }
        if groups < 1 || stride.min() < 1 || dilation.min() < 1 {
            stop("\(operation) of \(self): groups, stride and dilation must be at least 1")
        }
        if channels % groups != 0 || filters % groups != 0 {
            stop("\(operation) of \(self): channels and filters must be divisible by the groups")
        }
    }

    /// The offset of a group's first channel in an input image of the given number.
    func inputOffset(image: Int, group: Int) -> Int { (image * channels + group * groupChannels) * inputPlane }

    /// The offset of a group's first channel in an output image of the given number.
    func outputOffset(image: Int, group: Int) -> Int { (image * filters + group * groupFilters) * outputPlane }

    /// The offset of a band's first output in a group's first filter.
    func outputOffset(_ band: Band, group: Int) -> Int {
        outputOffset(image: band.image, group: group) + (band.depth * output.y + band.firstRow) * output.z
    }
}

extension SIMD3 where Scalar == Int {
    package var volume: Int { x * y * z }
}
