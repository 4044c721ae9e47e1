import PinionSIMDKernels

/// How the elements of one tensor print: all in one width, with or without point and exponent, as they need it.
struct ElementFormat {
    private enum Style {
        /// Integers and truths.
        case whole
        /// Floating-point numbers without fractions: `3.`.
        case pointed
        case fixed(Int)
        case scientific(Int)
    }

    private var style: Style
    private(set) var width = 1

    /// The format for elements of `dtype`, of which `elements` are printed.
    init(_ elements: [Element], _ options: PrintOptions) {
        style = .whole
        guard case .number = elements.first else {
            width = elements.reduce(1) { max($0, format($1).utf8.count) }
            return
        }
        style = .pointed
        let numbers = elements.filter { $0.number.isFinite && $0.number != 0 }
        let magnitudes = numbers.map { abs($0.number) }
        guard let smallest = magnitudes.min(), let largest = magnitudes.max() else { return }
        let needsExponent = largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4
        if options.sciMode ?? needsExponent {
            style = .scientific(options.precision)
        } else if magnitudes.contains(where: { $0 != $0.rounded(.up) }) {
            style = .fixed(options.precision)
        }
        width = numbers.reduce(1) { max($0, format($1).utf8.count) }
    }

    /// The element, filled with spaces on the left.
    func padded(_ element: Element) -> String {
        let text = format(element)
        return String(repeating: " ", count: max(width - text.utf8.count, 0)) + text
    }

    private func format(_ element: Element) -> String {
        switch element {
        case .integer(let value): return "\(value)"
        case .truth(let value): return value ? "True" : "False"
        case .number(let value):
            if value.isNaN { return "nan" }
            if value.isInfinite { return value < 0 ? "-inf" : "inf" }
            switch style {
            case .whole, .pointed: return ExactDecimal(value).fixed(0) + "."
            case .fixed(let precision): return ExactDecimal(value).fixed(precision)
            case .scientific(let precision): return ExactDecimal(value).scientific(precision)
            }
        }
    }
}

/// An element to print.
enum Element {
    case number(Double)
    case integer(Int64)
    case truth(Bool)

    /// The floating-point number; 0 for others.
    var number: Double {
        if case .number(let value) = self { value } else { 0 }
    }

    /// The element of `dtype` at an address.
    init(_ pointer: UnsafeRawPointer, _ dtype: DType) {
        if dtype.isFloatingPoint {
            var value = 0.0
            cast(pointer, from: dtype, into: &value, to: .float64, count: 1)
            self = .number(value)
        } else {
            var value: Int64 = 0
            cast(pointer, from: dtype, into: &value, to: .int64, count: 1)
            self = dtype == .bool ? .truth(value != 0) : .integer(value)
        }
    }
}
