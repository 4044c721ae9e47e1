import PinionSIMDKernels

extension Raw {
    /// Integers spread evenly over [low, high), in any dtype that holds them.
    package static func integers(
        _ x: Tensor, from low: Int64, to high: Int64, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try require(low < high, name, "expected low < high, got low \(low) and high \(high)")
        var (from, to) = (low, high)
        if let digits = x.dtype.digits {
            // Conversion must not round a number up to `to`, or down below `from`.
            from = x.dtype.movedInside(from, by: 1, digits)
            to = x.dtype.movedInside(to, by: -1, digits)
            try require(from < to, name, "\(low) and \(high) are the same in \(x.dtype)")
        }
        let bounds = x.dtype.integerBounds
        try require(
            bounds.contains(from) && bounds.contains(to - 1), name,
            "numbers from \(low) to \(high - 1) are out of bounds for \(x.dtype)")
        try draw(Int64.self, into: x, generator, name) { $0.integers($1, $2, from: from, to: to) }
    }

    /// Integers from `low` to the largest of the dtype; of floating-point dtypes the largest that has no gaps below.
    package static func integers(
        _ x: Tensor, from low: Int64, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        guard let digits = x.dtype.digits else {
            let last = x.dtype.integerBounds.upperBound
            try require(low <= last, name, "\(low) is out of bounds for \(x.dtype)")
            if last < .max { return try integers(x, from: low, to: last + 1, generator, name: name) }
            return try draw(Int64.self, into: x, generator, name) { engine, target, count in
                let range = UInt64(bitPattern: last &- low) &+ 1
                for i in 0..<count {
                    let word = range != 0 && range < 1 << 28 ? UInt64(engine.nextUInt32()) : engine.nextUInt64()
                    target[i] = low &+ Int64(bitPattern: range == 0 ? word : word % range)
                }
            }
        }
        try integers(x, from: low, to: 1 << digits + 1, generator, name: name)
    }

    /// Integers from 0 to the largest of the dtype; of floating-point dtypes the largest that has no gaps below.
    package static func integers(_ x: Tensor, _ generator: Generator?, name: StaticString) throws(TensorError) {
        let takesPair = x.dtype == .float64 || x.dtype == .int64
        let range: UInt64 =
            if let digits = x.dtype.digits { 1 << UInt64(digits) + 1 } else {
                UInt64(x.dtype.integerBounds.upperBound) + 1
            }
        try draw(Int64.self, into: x, generator, name) { engine, target, count in
            for i in 0..<count {
                let word = takesPair ? engine.nextUInt64() : UInt64(engine.nextUInt32())
                target[i] = Int64(word % range)
            }
        }
    }

    /// The numbers from 0 to n - 1 in random order.
    package static func permutation(_ x: Tensor, _ generator: Generator?, name: StaticString) throws(TensorError) {
        let last = Int64(max(x.numel - 1, 0))
        try require(
            x.dtype.integerBounds.contains(last) && (x.dtype.digits.map { last <= 1 << $0 } ?? true), name,
            "\(x.dtype) does not hold the numbers below \(x.numel)")
        let target = x.dtype == .int64 ? x : Tensor(x.layout, .int64)
        try draw(into: target, generator, name) { engine, target in
            guard let elements = target.elements(of: Int64.self) else { return }
            engine.permutation(elements.base, elements.count)
        }
        if target !== x { copy(target, into: x) }
    }
}

extension DType {
    /// The bits of a floating-point dtype's significand, the hidden one included.
    fileprivate var digits: Int? {
        switch self {
        case .float64: 53
        case .float32: 24
        case .float16: 11
        case .bfloat16: 8
        default: nil
        }
    }

    /// The integers between the smallest and the largest number of the dtype.
    fileprivate var integerBounds: ClosedRange<Int64> {
        switch self {
        case .int32: -1 << 31...1 << 31 - 1
        case .int16: -1 << 15...1 << 15 - 1
        case .int8: -128...127
        case .uint8: 0...255
        case .bool: 0...1
        case .float16: -65504...65504
        case .int64, .float32, .float64, .bfloat16: .min ... .max
        }
    }

    /// An end of a range of integers, moved by as many units that the next number inside is not rounded out of it.
    fileprivate func movedInside(_ end: Int64, by unit: Int64, _ digits: Int) -> Int64 {
        let inside = end &+ unit
        let rounded = Number.double(Double(inside).rounded(as: self)).asInt64
        if unit > 0 ? rounded >= end : rounded < end { return end }
        let exponent = 63 - inside.magnitude.leadingZeroBitCount
        return rounded + unit * (1 << Int64(max(exponent - digits + 1, 0)))
    }
}
