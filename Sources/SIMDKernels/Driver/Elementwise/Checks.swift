func checkFloating(_ name: @autoclosure () -> String, _ dtype: DType, _ supported: Bool) {
    if !supported || !dtype.isFloatingPoint {
        stop("\(name()): the dtype is \(dtype), expected a floating-point one")
    }
}

func checkCount(_ name: @autoclosure () -> String, _ count: Int) {
    if count < 0 { stop("\(name()): the count is \(count), expected at least 0") }
}
