import PinionSIMDKernels

/// Memory for a kernel's operand.
private final class Block<Scalar: GemmScalar> {
    let base: UnsafeMutablePointer<Scalar>
    private let count: Int

    /// Numbers between plus and minus half of the scale; 0 without one.
    init(_ count: Int, _ scale: Scalar = 0) {
        self.count = count
        base = .allocate(capacity: count)
        for i in 0..<count {
            let number = Scalar((i &* 7919 &+ 13) % 1009)
            base[i] = (number / 1009 - 0.5) * scale
        }
    }

    deinit { base.deallocate() }

    var read: UnsafePointer<Scalar> { UnsafePointer(base) }
    var values: [Double] { (0..<count).map { Double(base[$0]) } }
}

/// Both directions of a recurrent layer over sequences of different lengths, forward and backward.
struct RecurrentSample<Scalar: GemmScalar> {
    static var batchSizes: [Int] { [40, 40, 37, 33, 30, 21, 12, 5] }
    static var hidden: Int { 48 }

    let passes: [RecurrentPass]
    private let projects: Bool
    private let (rows, batch, width, output): (Int, Int, Int, Int)

    init(_ cell: RecurrentCell, projects: Bool) {
        let output = projects ? 20 : Self.hidden
        passes = [false, true].map {
            RecurrentPass(
                cell, batchSizes: Self.batchSizes, isReverse: $0, hidden: Self.hidden, output: output)
        }
        self.projects = projects
        self.output = output
        (rows, batch, width) = (passes[0].rows, passes[0].batch, passes[0].width)
    }

    /// States and outputs, then gradients, one after the other.
    func run() -> [Double] {
        let hidden = Self.hidden
        let (weight, projection, bias) = (
            Block<Scalar>(width * output, 0.3), Block<Scalar>(output * hidden, 0.4), Block<Scalar>(width, 0.5)
        )
        let (y, gy) = (Block<Scalar>(rows * 2 * output), Block<Scalar>(rows * 2 * output, 1))
        var (held, results): ([Block<Scalar>], [Block<Scalar>]) = ([weight, projection, bias, y, gy], [y])
        func memory(_ count: Int, _ scale: Scalar = 0, isResult: Bool = false) -> Block<Scalar> {
            let block = Block<Scalar>(count, scale)
            held.append(block)
            if isResult { results.append(block) }
            return block
        }
        let forward = passes.enumerated().map { d, pass in
            var direction = RecurrentForward<Scalar>(
                pass, gates: memory(rows * width, 2).base, weight: weight.read, y: y.base + d * output,
                yStride: 2 * output, h: memory(batch * output, 0.7, isResult: true).base)
            direction.hiddenBias = pass.cell == .gru ? bias.read : nil
            direction.projection = projects ? projection.read : nil
            direction.c = pass.cell == .lstm ? memory(batch * hidden, 0.9, isResult: true).base : nil
            direction.before = memory(rows * hidden).base
            direction.tanhs = memory(rows * hidden).base
            direction.unprojected = projects ? memory(rows * hidden).base : nil
            return direction
        }
        recurrentForward(forward)
        let backward = forward.enumerated().map { d, forward in
            let (first, states) = (memory(batch * output, 0.7), memory(rows * output))
            forward.pass.statesBefore(
                y.read + d * output, stride: 2 * output, first: first.read, into: states.base)
            var direction = RecurrentBackward<Scalar>(
                forward.pass, gates: UnsafePointer(forward.gates), weight: weight.read, gy: gy.read + d * output,
                gyStride: 2 * output, gh: memory(batch * output, 0.6, isResult: true).base,
                gGates: memory(rows * width, isResult: true).base)
            direction.projection = forward.projection
            direction.before = forward.before.map { UnsafePointer($0) }
            direction.tanhs = forward.tanhs.map { UnsafePointer($0) }
            direction.states = states.read
            direction.gc = forward.pass.cell == .lstm ? memory(batch * hidden, 0.8, isResult: true).base : nil
            direction.gProducts = forward.pass.cell == .gru ? memory(rows * width, isResult: true).base : nil
            direction.gProjected = projects ? memory(rows * output, isResult: true).base : nil
            return direction
        }
        recurrentBackward(backward)
        return withExtendedLifetime(held) { results.flatMap(\.values) }
    }
}
