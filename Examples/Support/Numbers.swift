import Foundation

/// A number with so many decimal places, as C prints it: `fixed(2.5, 3)` is "2.500".
public func fixed(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

/// A number rounded to so many decimal places, as Python's `round`.
public func rounded(_ value: Double, _ places: Int) -> Double { Double(fixed(value, places)) ?? value }

/// Text of at least this width, with spaces before it.
public func right(_ text: some CustomStringConvertible, _ width: Int) -> String {
    let text = "\(text)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
}
