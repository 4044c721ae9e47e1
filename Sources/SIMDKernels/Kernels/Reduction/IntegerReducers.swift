/// An operation that takes integers into an accumulator; the compiler vectorises its loops, for the order does not matter.
protocol IntegerFold {
    associatedtype Element: FixedWidthInteger
    associatedtype Accumulator: FixedWidthInteger
    associatedtype Result = Accumulator

    static var start: Accumulator { get }
    static func fold(_ accumulator: Accumulator, _ x: Element) -> Accumulator
    static func merge(_ a: Accumulator, _ b: Accumulator) -> Accumulator
    static func result(_ accumulator: Accumulator) -> Result
}

extension IntegerFold where Result == Accumulator {
    @inline(__always) static func result(_ accumulator: Accumulator) -> Result { accumulator }
}

enum IntegerSum<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Int64 { 0 }
    @inline(__always) static func fold(_ accumulator: Int64, _ x: Element) -> Int64 { accumulator &+ Int64(x) }
    @inline(__always) static func merge(_ a: Int64, _ b: Int64) -> Int64 { a &+ b }
}

enum IntegerProduct<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Int64 { 1 }
    @inline(__always) static func fold(_ accumulator: Int64, _ x: Element) -> Int64 { accumulator &* Int64(x) }
    @inline(__always) static func merge(_ a: Int64, _ b: Int64) -> Int64 { a &* b }
}

enum IntegerSquares<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Int64 { 0 }
    @inline(__always) static func fold(_ accumulator: Int64, _ x: Element) -> Int64 {
        accumulator &+ Int64(x) &* Int64(x)
    }
    @inline(__always) static func merge(_ a: Int64, _ b: Int64) -> Int64 { a &+ b }
}

enum IntegerMinimum<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Element { Element.max }
    @inline(__always) static func fold(_ accumulator: Element, _ x: Element) -> Element {
        x < accumulator ? x : accumulator
    }
    @inline(__always) static func merge(_ a: Element, _ b: Element) -> Element { fold(a, b) }
}

enum IntegerMaximum<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Element { Element.min }
    @inline(__always) static func fold(_ accumulator: Element, _ x: Element) -> Element {
        x > accumulator ? x : accumulator
    }
    @inline(__always) static func merge(_ a: Element, _ b: Element) -> Element { fold(a, b) }
}

enum IntegerAny<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Element { 0 }
    @inline(__always) static func fold(_ accumulator: Element, _ x: Element) -> Element { accumulator | x }
    @inline(__always) static func merge(_ a: Element, _ b: Element) -> Element { a | b }
    @inline(__always) static func result(_ accumulator: Element) -> UInt8 { accumulator == 0 ? 0 : 1 }
}

enum IntegerAll<Element: FixedWidthInteger>: IntegerFold {
    @inline(__always) static var start: Element { 1 }
    @inline(__always) static func fold(_ accumulator: Element, _ x: Element) -> Element { x == 0 ? 0 : accumulator }
    @inline(__always) static func merge(_ a: Element, _ b: Element) -> Element { a & b }
    @inline(__always) static func result(_ accumulator: Element) -> UInt8 { accumulator == 0 ? 0 : 1 }
}

struct IntegerReducer<F: IntegerFold>: BlockReducer {
    typealias Scalar = F.Element

    @inline(__always) var empty: F.Accumulator { F.start }
    @inline(__always) func merge(_ a: F.Accumulator, _ b: F.Accumulator) -> F.Accumulator { F.merge(a, b) }
    @inline(__always) func result(_ state: F.Accumulator, _ n: Int) -> F.Result { F.result(state) }
    @inline(__always) func block(_ x: UnsafePointer<F.Element>, _ n: Int) -> F.Accumulator {
        var accumulator = F.start
        var i = 0
        while i < n {
            accumulator = F.fold(accumulator, x[i])
            i += 1
        }
        return accumulator
    }
}

/// The index of the first least or greatest element.
struct IntegerArg<F: IntegerFold>: BlockReducer where F.Accumulator == F.Element {
    typealias Scalar = F.Element

    struct State {
        var value: F.Element
        var index: Int
    }

    @inline(__always) var empty: State { State(value: F.start, index: 0) }
    @inline(__always) func result(_ state: State, _ n: Int) -> Int64 { Int64(state.index) }
    @inline(__always) func merge(_ a: State, _ b: State) -> State { F.merge(a.value, b.value) == a.value ? a : b }
    @inline(__always) func block(_ x: UnsafePointer<Scalar>, _ n: Int) -> State {
        State(value: IntegerReducer<F>().block(x, n), index: 0)
    }
    @inline(__always) func chunk(_ x: UnsafePointer<Scalar>, _ n: Int, _ first: Int) -> State {
        if n == 0 { return empty }
        let value = IntegerReducer<F>().block(x, n)
        var i = 0
        while i + 1 < n && x[i] != value { i += 1 }
        return State(value: value, index: first + i)
    }
}
