import PinionSIMDKernels

extension Raw {
    /// How often each number from 0 to the largest, and to `minlength` - 1, occurs; with weights their sums.
    package static func bincount(_ x: Tensor, _ weights: Tensor?, minlength: Int) throws(TensorError) -> Tensor {
        let values = contiguous(converted(x, to: .int64))
        let (source, n) = (values.elements(Int64.self), values.numel)
        var bins = minlength
        for i in 0..<n {
            if source[i] < 0 {
                throw TensorError("bincount", .value, "element \(i) is \(source[i]); expected none below 0")
            }
            bins = max(bins, Int(source[i]) + 1)
        }
        let layout = Layout(rank: 1, sizes: Extents(repeating: bins))
        guard let weights else {
            let result = Tensor(layout, .int64)
            try fill(result, with: .int(0))
            let counts = result.elements(Int64.self)
            for i in 0..<n { counts[Int(source[i])] += 1 }
            return result
        }
        let result = Tensor(layout, .float64)
        try fill(result, with: .int(0))
        let (sums, amounts) = (result.elements(Double.self), contiguous(converted(weights, to: .float64)))
        let amount = amounts.elements(Double.self)
        for i in 0..<n { sums[Int(source[i])] += amount[i] }
        return weights.dtype == .float32 ? converted(result, to: .float32) : result
    }

    /// How many elements lie in each of `bins` equal parts of `low...high`; others do not count.
    package static func histc(_ x: Tensor, bins: Int, _ low: Double, _ high: Double) throws(TensorError) -> Tensor {
        let values = contiguous(converted(x, to: .float64))
        let result = Tensor(Layout(rank: 1, sizes: Extents(repeating: bins)), .float64)
        try fill(result, with: .int(0))
        let (source, counts) = (values.elements(Double.self), result.elements(Double.self))
        for i in 0..<values.numel where source[i] >= low && source[i] <= high {
            counts[min(bins - 1, Int((source[i] - low) * (Double(bins) / (high - low))))] += 1
        }
        return converted(result, to: x.dtype)
    }
}
