func checkFloating(_ name: @autoclosure () -> String, _ dtype: DType, _ supported: Bool) {
    if !supported || (dtype != .float32 && dtype != .float64) {
        stop("\(name()): the dtype is \(dtype), expected float32 or float64")
    }
}

func checkCount(_ name: @autoclosure () -> String, _ count: Int) {
    if count < 0 { stop("\(name()): the count is \(count), expected at least 0") }
}
