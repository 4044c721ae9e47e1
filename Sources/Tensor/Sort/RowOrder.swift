import PinionSIMDKernels

/// A row's keys with the places they came from, in memory of their own: to sort, or to choose from.
struct RowOrder<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
    private(set) var keys: UnsafeMutablePointer<Key>
    private(set) var places: UnsafeMutablePointer<UInt32>
    private var otherKeys: UnsafeMutablePointer<Key>
    private var otherPlaces: UnsafeMutablePointer<UInt32>
    private let counts: UnsafeMutablePointer<UInt32>

    /// Rows up to this length are sorted by insertion.
    private static var shortRow: Int { 40 }
    private static var digits: Int { Key.bitWidth / 8 }

    /// Calls `body` with room for rows of `n` elements.
    static func with(_ n: Int, _ body: (inout RowOrder) -> Void) {
        let (keyBytes, placeBytes) = ((n * MemoryLayout<Key>.stride + 63) & ~63, (n * 4 + 63) & ~63)
        let bytes = 2 * (keyBytes + placeBytes) + 1024 * digits
        let memory = MemoryPool.allocate(byteCount: bytes)
        defer { MemoryPool.deallocate(memory, byteCount: bytes) }
        let second = memory + 2 * keyBytes
        var order = RowOrder(
            keys: memory.assumingMemoryBound(to: Key.self), places: second.assumingMemoryBound(to: UInt32.self),
            otherKeys: (memory + keyBytes).assumingMemoryBound(to: Key.self),
            otherPlaces: (second + placeBytes).assumingMemoryBound(to: UInt32.self),
            counts: (second + 2 * placeBytes).assumingMemoryBound(to: UInt32.self))
        body(&order)
    }

    private init(
        keys: UnsafeMutablePointer<Key>, places: UnsafeMutablePointer<UInt32>, otherKeys: UnsafeMutablePointer<Key>,
        otherPlaces: UnsafeMutablePointer<UInt32>, counts: UnsafeMutablePointer<UInt32>
    ) {
        (self.keys, self.places, self.otherKeys, self.otherPlaces, self.counts) = (
            keys, places, otherKeys, otherPlaces, counts
        )
    }

    /// Takes the keys of a row; of the opposite order where `descending`.
    func load<T: OrderedElement>(_ row: UnsafePointer<T>, _ n: Int, descending: Bool) where T.Key == Key {
        let flip: Key = descending ? .max : 0
        for i in 0..<n {
            keys[i] = row[i].key ^ flip
            places[i] = UInt32(truncatingIfNeeded: i)
        }
    }

    /// Sorts the first `n` keys, equal ones in the order of their places.
    mutating func sort(_ n: Int) {
        if n <= Self.shortRow { return insert(n) }
        counts.update(repeating: 0, count: 256 * Self.digits)
        for i in 0..<n {
            for digit in 0..<Self.digits { counts[256 * digit + Self.digit(keys[i], digit)] += 1 }
        }
        for digit in 0..<Self.digits {
            let count = counts + 256 * digit
            // A digit that all keys share changes nothing.
            if count[Self.digit(keys[0], digit)] == UInt32(n) { continue }
            var sum: UInt32 = 0
            for value in 0..<256 { (count[value], sum) = (sum, sum + count[value]) }
            for i in 0..<n {
                let value = Self.digit(keys[i], digit)
                let target = Int(count[value])
                count[value] += 1
                otherKeys[target] = keys[i]
                otherPlaces[target] = places[i]
            }
            swap(&keys, &otherKeys)
            swap(&places, &otherPlaces)
        }
    }

    private func insert(_ n: Int) {
        for i in stride(from: 1, to: n, by: 1) {
            let (key, place) = (keys[i], places[i])
            var j = i
            while j > 0 && keys[j - 1] > key {
                (keys[j], places[j]) = (keys[j - 1], places[j - 1])
                j -= 1
            }
            (keys[j], places[j]) = (key, place)
        }
    }

    /// The key at position `k` of the sorted order, and how many are less; the keys stay as they are.
    ///
    /// Narrows the candidates digit by digit from the highest, so that all of them are looked at about twice.
    func select(_ k: Int, of n: Int) -> (key: Key, less: Int) {
        var (candidates, count, rank, prefix) = (keys, n, k, Key(0))
        for digit in (0..<Self.digits).reversed() {
            counts.update(repeating: 0, count: 256)
            for i in 0..<count { counts[Self.digit(candidates[i], digit)] += 1 }
            var value = 0
            while rank >= Int(counts[value]) {
                rank -= Int(counts[value])
                value += 1
            }
            prefix |= Key(truncatingIfNeeded: value) << Key(8 * digit)
            if Int(counts[value]) == count { continue }
            var kept = 0
            for i in 0..<count {
                let key = candidates[i]
                if Self.digit(key, digit) == value {
                    otherKeys[kept] = key
                    kept += 1
                }
            }
            (candidates, count) = (otherKeys, kept)
        }
        return (prefix, k - rank)
    }

    /// Moves the `k` first of the sorted order to the front, in the order of their places.
    func gatherFirst(_ k: Int, of n: Int) {
        if k == 0 || k == n { return }
        let (bound, less) = select(k - 1, of: n)
        var (ties, kept) = (k - less, 0)
        for i in 0..<n where kept < k {
            let key = keys[i]
            if key < bound || (key == bound && ties > 0) {
                if key == bound { ties -= 1 }
                (keys[kept], places[kept]) = (key, places[i])
                kept += 1
            }
        }
    }

    @inline(__always)
    private static func digit(_ key: Key, _ digit: Int) -> Int {
        Int(truncatingIfNeeded: key &>> Key(truncatingIfNeeded: 8 * digit)) & 255
    }
}
