import PinionSIMDKernels

/// One call of an elementwise driver function over rows of contiguous arrays or repeated values.
struct ElementwiseCase {
    /// Which operands are one value for all elements.
    var scalars: Set<Int> = []
    /// The operand that is also the target.
    var inPlace: Int?

    /// Every way to pass `operands` arrays: as they are, each as a scalar, each as the target.
    static func all(operands: Int) -> [ElementwiseCase] {
        [ElementwiseCase()] + (0..<operands).map { ElementwiseCase(scalars: [$0]) }
            + (0..<operands).map { ElementwiseCase(inPlace: $0) }
    }

    /// The operands as this case passes them: of a scalar its first value everywhere.
    func seen(_ operands: [Elements]) -> [[UInt64]] {
        operands.enumerated().map { index, operand in
            let patterns = operand.patterns
            return scalars.contains(index) && !patterns.isEmpty
                ? [UInt64](repeating: patterns[0], count: patterns.count) : patterns
        }
    }

    /// Calls `body` with the operands and the target, and gives the target.
    func run(
        _ operands: [Elements], target: DType, _ body: (_ shape: [Int], [StridedOperand], StridedOperand) -> Void
    ) -> Elements {
        let count = operands[0].count
        var blocks = operands.map { UnsafeMutableRawPointer.allocate(byteCount: $0.bytes.count + 1, alignment: 64) }
        blocks.append(.allocate(byteCount: count * target.byteCount + 1, alignment: 64))
        defer { for block in blocks { block.deallocate() } }
        var strided: [StridedOperand] = []
        for (index, operand) in operands.enumerated() {
            operand.bytes.withUnsafeBytes { blocks[index].copyMemory(from: $0) }
            strided.append(
                scalars.contains(index)
                    ? StridedOperand(scalar: blocks[index], operand.dtype)
                    : StridedOperand(blocks[index], operand.dtype, strides: [1]))
        }
        let place = inPlace ?? operands.count
        body([count], strided, inPlace.map { strided[$0] } ?? StridedOperand(blocks[place], target, strides: [1]))
        return Elements(target, UnsafeRawBufferPointer(start: blocks[place], count: count * target.byteCount))
    }
}

extension UnsafeMutableRawPointer {
    fileprivate func copyMemory(from source: UnsafeRawBufferPointer) {
        if let base = source.baseAddress { copyMemory(from: base, byteCount: source.count) }
    }
}
