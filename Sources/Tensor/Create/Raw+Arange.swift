import PinionSIMDKernels

extension Raw {
    /// The number of elements of a sequence; throws where it has no end.
    static func arangeCount(
        _ start: Number, _ end: Number, _ step: Number, _ dtype: DType
    ) throws(TensorError) -> Int {
        let (first, last, distance) = (start.asDouble, end.asDouble, step.asDouble)
        func error(_ message: String) -> TensorError { TensorError("arange", .value, message) }
        guard distance != 0, !distance.isNaN else { throw error("the step must not be 0, got \(distance)") }
        guard first.isFinite, last.isFinite else { throw error("expected finite ends, got \(first) and \(last)") }
        guard distance > 0 ? last >= first : last <= first else {
            throw error("a step of \(distance) does not lead from \(first) to \(last)")
        }
        var count = ((last - first) / distance).rounded(.up)
        if dtype == .int64 {
            // Beyond 53 bits only integers are exact.
            let (from, to, by) = (start.asInt64, end.asInt64, step.asInt64)
            guard by != 0 else { throw error("the step \(distance) is 0 as an integer") }
            let length = by > 0 ? UInt64(bitPattern: to &- from) : UInt64(bitPattern: from &- to)
            let (whole, rest) = length.quotientAndRemainder(dividingBy: by.magnitude)
            guard by > 0 ? to >= from : to <= from else { throw error("a step of \(by) does not lead to \(to)") }
            guard whole < 1 << 62 else { throw error("\(whole) elements are more than memory can hold") }
            return Int(whole) + (rest == 0 ? 0 : 1)
        }
        if count > 0x1p62 { count = .infinity }
        guard count.isFinite else { throw error("\(count) elements are more than memory can hold") }
        return Int(count)
    }

    /// `y[i] = start + step · i` with PyTorch's rounding.
    static func arange(_ y: Tensor, _ start: Number, _ step: Number) {
        if !y.dtype.isFloatingPoint {
            return iota(y.pointer, y.dtype, start: start.asInt64, step: step.asInt64, count: y.numel)
        }
        if let target = y.elements(of: Double.self) {
            arange(target, from: start.asDouble, step: step.asDouble, lanes: 4) { $0 }
        } else if let target = y.elements(of: Float.self) {
            arange(target, from: start.asDouble, step: step.asDouble, lanes: 8) { Double(Float($0)) }
        } else {
            let wide = Tensor(y.layout, .float32)
            guard let target = wide.elements(of: Float.self) else { return }
            let dtype = y.dtype
            arange(target, from: Float(start.asDouble), step: Float(step.asDouble), lanes: 16) { $0.rounded(to: dtype) }
            copy(wide, into: y)
        }
    }

    /// PyTorch's loop for registers of 256 bits: elements are counted from the first of their register, which is
    /// rounded to the dtype, but the last ones, less than two registers, are not.
    private static func arange<T: BinaryFloatingPoint, Wide: BinaryFloatingPoint & Sendable>(
        _ target: Elements<T>, from start: Wide, step: Wide, lanes: Int, rounded: @Sendable (Wide) -> Wide
    ) {
        let registers = target.count / (2 * lanes) * 2
        parallelFor(0..<registers, grain: 65536 / lanes) { part in
            for register in part {
                let first = rounded(start.addingProduct(step, Wide(register * lanes)))
                for lane in 0..<lanes {
                    target.base[register * lanes + lane] = T(first.addingProduct(Wide(lane), step))
                }
            }
        }
        for i in registers * lanes..<target.count { target.base[i] = T(start.addingProduct(step, Wide(i))) }
    }
}

/// The elements of a contiguous tensor, to be written by several threads, each its own part.
struct Elements<T>: @unchecked Sendable {
    // Unchecked: the parts do not overlap.
    let base: UnsafeMutablePointer<T>
    let count: Int
}

extension Tensor {
    /// The elements where the tensor is contiguous and of this type.
    func elements<T: TensorElement>(of type: T.Type) -> Elements<T>? {
        guard dtype == T.dtype, isContiguous else { return nil }
        return Elements(base: pointer.assumingMemoryBound(to: T.self), count: numel)
    }
}

extension Float {
    /// The nearest number of a 16-bit dtype, ties to even.
    func rounded(to dtype: DType) -> Float {
        var (wide, narrow) = (self, UInt16(0))
        cast(&wide, from: .float32, into: &narrow, to: dtype, count: 1)
        cast(&narrow, from: dtype, into: &wide, to: .float32, count: 1)
        return wide
    }
}
