extension StridedOperand {
    /// Stops unless the elements are as large as those of `dtype`.
    func check(_ dtype: DType, _ role: String, of operation: @autoclosure () -> String) {
        if byteCount != dtype.byteCount {
            stop(
                "\(operation()): \(role) has elements of \(byteCount) bytes, expected \(dtype) with \(dtype.byteCount)")
        }
    }
}
