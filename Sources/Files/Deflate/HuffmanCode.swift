/// A Huffman code for writing: of each symbol its length, and its bits in the order in which they are written.
struct HuffmanCode {
    let lengths: [UInt8]
    private let codes: [UInt16]

    init(lengths: [UInt8]) {
        self.lengths = lengths
        var next = [UInt16](repeating: 0, count: 17)
        for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
        for length in 2..<17 { next[length] = (next[length - 1] &+ next[length]) << 1 }
        codes = lengths.map { length in
            if length == 0 { return 0 }
            defer { next[Int(length)] += 1 }
            return next[Int(length)].bitReversed >> UInt16(16 - length)
        }
    }

    /// The code of the least total length for these frequencies, of codes of at most `limit` bits.
    init(frequencies: [Int], limit: Int) {
        self.init(lengths: Self.lengths(frequencies, limit: limit))
    }

    func write(_ symbol: Int, to writer: inout BitWriter) {
        writer.write(Int(codes[symbol]), Int(lengths[symbol]))
    }

    /// The bits that symbols of these frequencies take.
    func cost(_ frequencies: [Int]) -> Int { zip(frequencies, lengths).reduce(0) { $0 + $1.0 * Int($1.1) } }

    private static func lengths(_ frequencies: [Int], limit: Int) -> [UInt8] {
        var lengths = [UInt8](repeating: 0, count: frequencies.count)
        let symbols = frequencies.indices.filter { frequencies[$0] > 0 }.sorted { frequencies[$0] < frequencies[$1] }
        if symbols.count < 2 {
            for symbol in symbols { lengths[symbol] = 1 }
            return lengths
        }
        // Leaves in order, then inner nodes, whose weights come in order too: the two lightest are at two fronts.
        var weights = symbols.map { frequencies[$0] }
        var parents = [Int](repeating: 0, count: symbols.count * 2 - 1)
        var (leaf, inner) = (0, symbols.count)
        while weights.count < symbols.count * 2 - 1 {
            var sum = 0
            for _ in 0..<2 {
                let takesLeaf = leaf < symbols.count && (inner >= weights.count || weights[leaf] <= weights[inner])
                let child = takesLeaf ? leaf : inner
                if takesLeaf { leaf += 1 } else { inner += 1 }
                parents[child] = weights.count
                sum += weights[child]
            }
            weights.append(sum)
        }
        var depths = [Int](repeating: 0, count: weights.count)
        var counts = [Int](repeating: 0, count: limit + 1)
        for node in (0..<weights.count - 1).reversed() {
            depths[node] = depths[parents[node]] + 1
            if node < symbols.count { counts[min(depths[node], limit)] += 1 }
        }
        // Codes cut to the limit take too much of the code space: others are made longer until all fit.
        var space = (1...limit).reduce(0) { $0 + counts[$1] << (limit - $1) }
        while space > 1 << limit {
            counts[limit] -= 1
            guard let shorter = (1..<limit).last(where: { counts[$0] > 0 }) else { break }
            counts[shorter] -= 1
            counts[shorter + 1] += 2
            space -= 1
        }
        var next = 0
        for length in (1...limit).reversed() {
            for _ in 0..<counts[length] {
                lengths[symbols[next]] = UInt8(length)
                next += 1
            }
        }
        return lengths
    }
}
