import PinionKernelInterface
import PinionSIMDKernels

/// Moving elements without computing.
let copyGroup: Group = Group(name: "copy", summary: "moving elements: layouts, rows by index, windows as columns") {
    [
        strided("contiguous", [1_000_000], from: [1]),
        strided("contiguous", [16_000], from: [1]),
        strided("transpose", [1024, 1024], from: [1, 1024], transposed: true),
        strided("transpose", [2048, 512], from: [1, 512], transposed: true),
        strided("everySecond", [1000, 500], from: [1000, 2]),
        // NCHW to NHWC.
        strided("permute", [32, 64, 28, 28], from: [64 * 28 * 28, 28, 1, 28 * 28], order: [0, 2, 3, 1]),
        rows("gatherRows", 10_000, 64) { gather in
            gatherRows(
                gather.source.pointer, rows: gather.count, rowBytes: gather.length * 4,
                sourceStride: gather.length * 4, indices: gather.indices.readOnly, count: gather.count,
                into: gather.target.pointer)
        },
        rows("scatterRows", 10_000, 64) { scatter in
            scatterAddRows(
                scatter.source.readOnly, length: scatter.length, sourceStride: scatter.length,
                indices: scatter.indices.readOnly, count: scatter.count, into: scatter.target.pointer,
                rows: scatter.count, targetStride: scatter.length)
        },
        windows("im2col") { im2col($0, images: $1, $2.readOnly, into: $3.pointer) },
        windows("col2im") { col2im($0, images: $1, $3.readOnly, into: $2.pointer) },
    ]
}

/// A copy of a contiguous array of `size`, seen with other strides, into a contiguous one.
private func strided(
    _ name: String, _ size: [Int], from strides: [Int], transposed: Bool = false, order: [Int]? = nil
) -> Benchmark {
    let count = size.reduce(1, *)
    let order = order ?? (transposed ? [1, 0] : Array(size.indices))
    return Benchmark(
        name: "copy/f32/\(name)/\(size.map(String.init).joined(separator: "x"))", bytes: 2 * count * 4
    ) {
        let sizes = order.map { size[$0] }
        let (x, y) = (Buffer<Float>(count * 2), Buffer<Float>.zeros(count))
        var targets = [Int](repeating: 1, count: sizes.count)
        for d in sizes.indices.dropLast().reversed() { targets[d] = targets[d + 1] * sizes[d + 1] }
        return {
            copy(
                elementSize: 4, sizes: sizes, from: x.pointer, strides: strides, into: y.pointer, strides: targets)
        }
    }
}

/// Rows of `length` elements and an index for each.
private struct Rows {
    let count: Int
    let length: Int
    let source: Buffer<Float>
    let target: Buffer<Float>
    let indices: Buffer<Int64>
}

private func rows(_ name: String, _ count: Int, _ length: Int, _ call: @escaping (Rows) -> Void) -> Benchmark {
    Benchmark(name: "copy/f32/\(name)/\(count)x\(length)", bytes: 2 * count * length * 4) {
        let operands = Rows(
            count: count, length: length, source: Buffer(count * length), target: .zeros(count * length),
            indices: Buffer(count) { Int64(($0 &* 7919) % count) })
        return { call(operands) }
    }
}

/// Windows of 3 x 3 with a padding of 1.
private func windows(
    _ name: String, _ call: @escaping (WindowShape, Int, Buffer<Float>, Buffer<Float>) -> Void
) -> Benchmark {
    let (count, channels, height, width) = (8, 16, 32, 32)
    let size = count * channels * height * width
    return Benchmark(name: "copy/f32/\(name)/\(count)x\(channels)x\(height)x\(width)", bytes: 10 * size * 4) {
        let shape = WindowShape(
            channels: channels, height: height, width: width, kernel: (3, 3), padding: (1, 1))
        let (images, columns) = (Buffer<Float>(size), Buffer<Float>(9 * size))
        return { call(shape, count, images, columns) }
    }
}
