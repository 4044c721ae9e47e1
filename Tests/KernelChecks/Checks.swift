/// What failed and what was compared, counted over the whole run.
struct Checks {
    private var name: StaticString = ""
    private var compared = 0
    private var wrong = 0
    private(set) var failedGroups = 0

    /// Runs a group of comparisons and prints its verdict; a group that compares nothing fails.
    mutating func group(_ name: StaticString, _ body: (inout Checks) -> Void) {
        self.name = name
        compared = 0
        wrong = 0
        body(&self)
        let failed = wrong > 0 || compared == 0
        if failed { failedGroups += 1 }
        print(failed ? "FAIL" : "PASS", terminator: " ")
        print(name, terminator: ": ")
        print(compared, terminator: " compared, ")
        print(wrong, terminator: " wrong\n")
    }

    /// Counts a comparison; the first few that fail are printed.
    mutating func expect(_ right: Bool, _ place: Int) {
        compared += 1
        if right { return }
        wrong += 1
        if wrong <= 5 {
            print("  ", terminator: "")
            print(name, terminator: ": wrong at ")
            print(place)
        }
    }

    /// |value - expected| <= tolerance · max(1, |expected|), or the same infinity, or both NaN.
    mutating func expect(_ value: Double, near expected: Double, within tolerance: Double, _ place: Int) {
        let scale = max(1, abs(expected))
        let right = value == expected || abs(value - expected) <= tolerance * scale
        expect(right || (value.isNaN && expected.isNaN), place)
    }
}

/// Numbers that look random, the same on every machine (the multiplier is Knuth's MMIX).
struct Sequence64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 11
    }

    /// In [low, high).
    mutating func next(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * (Double(next()) * 0x1p-53)
    }
}

extension Array {
    /// `count` elements made one after another.
    init(_ count: Int, _ element: () -> Element) {
        self.init()
        reserveCapacity(count)
        for _ in 0..<count { append(element()) }
    }
}
