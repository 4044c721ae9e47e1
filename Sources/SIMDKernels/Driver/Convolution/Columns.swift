/// Columns of output pixels on their way into a product: element (r, j) is what pixel j multiplies with element r of a
/// filter.
///
/// They lie in blocks of rows of panels of columns, as `PackedPanels` takes them; one block and one panel as wide as
/// the columns are a plain row-major matrix.
struct Columns<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    /// Elements from one column of a panel's row to the next row.
    let width: Int
    let panels: Int
    let blocks: KBlocks

    /// In the order the micro-kernel reads B.
    init(packed shape: ConvolutionShape, count: Int, _ blocking: GemmBlocking) {
        self.shape = shape
        width = blocking.tileColumns
        panels = (count + width - 1) / width
        blocks = KBlocks(shape.filterSize, depth: blocking.depth)
    }

    /// Row-major.
    init(plain shape: ConvolutionShape, count: Int) {
        self.shape = shape
        width = max(1, count)
        panels = 1
        blocks = KBlocks(shape.filterSize, depth: max(1, shape.filterSize))
    }

    /// Elements of the columns of `channels` channels.
    func elementCount(channels: Int) -> Int { channels * shape.taps * panels * width }

    /// Writes the columns of `pixels`, which are counted through the images from `image`'s first element on.
    ///
    /// Rows begin with `channels`' first one; packed columns need all channels of a group.
    /// - Parameters:
    ///   - image: the group's first channel in the block's first image.
    func fill(
        _ image: UnsafePointer<Scalar>, pixels: Range<Int>, channels: Range<Int>,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        let pixelRuns = shape.pixelRuns(pixels)
        var runs: [ColumnRun] = []
        let lanes = pixels.count % width
        shape.forEachTap { index, tap in
            shape.columnRuns(pixelRuns, tap: tap, width: width, into: &runs)
            if lanes > 0 {
                // The last panel is filled up.
                runs.append(ColumnRun(panel: panels - 1, lane: lanes, count: width - lanes, source: -1))
            }
            for channel in channels {
                let row = (channel - channels.lowerBound) * shape.taps + index
                let block = blocks[row / blocks.length]
                copyRuns(
                    runs, image + channel * shape.inputPlane, step: shape.stride.z,
                    into: target + block.start * panels * width + (row - block.start) * width,
                    panelStride: block.length * width)
            }
        }
    }
}

/// Copies the runs of one row.
private func copyRuns<Scalar: GemmScalar>(
    _ runs: [ColumnRun], _ source: UnsafePointer<Scalar>, step: Int, into target: UnsafeMutablePointer<Scalar>,
    panelStride: Int
) {
    for run in runs {
        let to = target + run.panel * panelStride + run.lane
        if run.source < 0 {
            to.update(repeating: 0, count: run.count)
        } else {
            copyShort(source + run.source, step: step, into: to, count: run.count)
        }
    }
}

/// Every `step`-th element of a row.
@inline(__always)
func copyShort<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, step: Int, into target: UnsafeMutablePointer<Scalar>, count: Int
) {
    if step == 1 { return copyShort(source, into: target, count: count) }
    var i = 0
    if step == 2 && MemoryLayout<Scalar>.size == 4 {
        let from = UnsafeRawPointer(source).assumingMemoryBound(to: Float.self)
        let to = UnsafeMutableRawPointer(target).assumingMemoryBound(to: Float.self)
        // The last of eight elements that are loaded may lie behind the row.
        while i &+ 4 < count {
            FourFloats.pairs(at: from + 2 &* i).0.store(to: to + i)
            i &+= 4
        }
    }
    while i < count {
        target[i] = source[i &* step]
        i &+= 1
    }
}

/// Rows of an image are short: a call of memcpy takes longer than what it copies.
@inline(__always)
func copyShort<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>, count: Int
) {
    if count > 64 { return target.update(from: source, count: count) }
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    let byteCount = count * MemoryLayout<Scalar>.stride
    var i = 0
    while i + 16 <= byteCount {
        to.storeBytes(
            of: from.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self), toByteOffset: i, as: SIMD16<UInt8>.self)
        i += 16
    }
    i /= MemoryLayout<Scalar>.stride
    while i < count {
        target[i] = source[i]
        i += 1
    }
}

/// Adds a row times a factor to every `step`-th element.
@inline(__always)
func addShort<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, factor: Scalar, into target: UnsafeMutablePointer<Scalar>, step: Int, count: Int
) {
    var i = 0
    if step == 1 {
        while i < count {
            target[i] += factor * source[i]
            i &+= 1
        }
        return
    }
    if step == 2 && MemoryLayout<Scalar>.size == 4 {
        let from = UnsafeRawPointer(source).assumingMemoryBound(to: Float.self)
        let to = UnsafeMutableRawPointer(target).assumingMemoryBound(to: Float.self)
        let factor = FourFloats(repeating: Float(factor))
        // The last of eight elements that are written may lie behind the row.
        while i &+ 4 < count {
            let (first, second) = FourFloats.pairs(at: to + 2 &* i)
            FourFloats.storePairs(first + factor * FourFloats(at: from + i), second, to: to + 2 &* i)
            i &+= 4
        }
    }
    while i < count {
        target[i &* step] += factor * source[i]
        i &+= 1
    }
}
