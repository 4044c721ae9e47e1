import PinionKernelInterface

/// Where one row of a window's columns meets the image: for each place in the kernel and each row of windows.
private struct WindowRun {
    /// The first window whose element lies inside the image, and the first behind them.
    let begin: Int
    let end: Int
    /// The image column of window 0; outside the image when `begin` is not 0.
    let origin: Int

    @inline(__always)
    init(_ shape: WindowShape, kx: Int, windows: Int) {
        let origin = kx * shape.dilation.width - shape.padding.width
        let stride = shape.stride.width
        let first = origin >= 0 ? 0 : (-origin + stride - 1) / stride
        let behind = origin >= shape.width ? 0 : (shape.width - 1 - origin) / stride + 1
        self.origin = origin
        begin = first < windows ? first : windows
        end = behind < begin ? begin : behind < windows ? behind : windows
    }
}

/// Calls `body` for each row of windows at each place in the kernel, channel by channel: where the row begins in the
/// columns, its run, and where window 0's element would lie in the image, nil above and below it.
@inline(__always)
private func forEachWindowRow(
    _ shape: WindowShape, _ first: Int, _ count: Int, _ body: (_ column: Int, _ run: WindowRun, _ pixel: Int?) -> Void
) {
    let (windowRows, windows) = (shape.outputHeight, shape.outputWidth)
    let places = shape.kernel.height * shape.kernel.width
    var row = first * places
    while row < (first + count) * places {
        let (channel, place) = (row / places, row % places)
        let (ky, kx) = (place / shape.kernel.width, place % shape.kernel.width)
        let run = WindowRun(shape, kx: kx, windows: windows)
        var oy = 0
        while oy < windowRows {
            let y = oy * shape.stride.height - shape.padding.height + ky * shape.dilation.height
            let inside = y >= 0 && y < shape.height
            let pixel = (channel * shape.height + y) * shape.width + run.origin
            body((row * windowRows + oy) * windows, run, inside ? pixel : nil)
            oy += 1
        }
        row += 1
    }
}

@inline(__always)
func im2col<L: Lane>(
    _: L.Type, _ shape: WindowShape, _ first: Int, _ count: Int, _ image: UnsafePointer<L.Scalar>,
    _ columns: UnsafeMutablePointer<L.Scalar>
) {
    let windows = shape.outputWidth
    let stride = shape.stride.width
    forEachWindowRow(shape, first, count) { column, run, pixel in
        let target = columns + column
        guard let pixel else { return zero(L.self, target, windows) }
        let source = image + pixel
        zero(L.self, target, run.begin)
        if stride == 1 {
            copyLanes(L.self, source + run.begin, target + run.begin, run.end - run.begin)
        } else {
            var ox = run.begin
            while ox < run.end {
                target[ox] = source[ox * stride]
                ox += 1
            }
        }
        zero(L.self, target + run.end, windows - run.end)
    }
}

@inline(__always)
func col2im<L: Lane>(
    _: L.Type, _ shape: WindowShape, _ first: Int, _ count: Int, _ columns: UnsafePointer<L.Scalar>,
    _ image: UnsafeMutablePointer<L.Scalar>
) {
    let stride = shape.stride.width
    forEachWindowRow(shape, first, count) { column, run, pixel in
        guard let pixel else { return }
        let source = columns + column
        let target = image + pixel
        if stride == 1 {
            addLanes(L.self, source + run.begin, target + run.begin, run.end - run.begin)
        } else {
            var ox = run.begin
            while ox < run.end {
                target[ox * stride] += source[ox]
                ox += 1
            }
        }
    }
}

@inline(__always)
private func zero<L: Lane>(_: L.Type, _ target: UnsafeMutablePointer<L.Scalar>, _ count: Int) {
    var j = 0
    while j + L.width <= count {
        L.zero.store(target + j)
        j += L.width
    }
    while j < count {
        target[j] = 0
        j += 1
    }
}

@inline(__always)
private func copyLanes<L: Lane>(
    _: L.Type, _ source: UnsafePointer<L.Scalar>, _ target: UnsafeMutablePointer<L.Scalar>, _ count: Int
) {
    var j = 0
    while j + L.width <= count {
        L.load(source + j).store(target + j)
        j += L.width
    }
    while j < count {
        target[j] = source[j]
        j += 1
    }
}

@inline(__always)
private func addLanes<L: Lane>(
    _: L.Type, _ source: UnsafePointer<L.Scalar>, _ target: UnsafeMutablePointer<L.Scalar>, _ count: Int
) {
    var j = 0
    while j + L.width <= count {
        (L.load(target + j) + L.load(source + j)).store(target + j)
        j += L.width
    }
    while j < count {
        target[j] += source[j]
        j += 1
    }
}
