/// A literal byte, or a repetition of what lies before.
struct Token {
    /// 0 for a literal.
    let length: Int
    /// The byte, or how far back the repetition begins.
    let value: Int
}

/// Finds repetitions: chains of earlier places with the same hash of three bytes, the longest match wins unless the next
/// byte begins a longer one.
struct Matcher {
    private let bytes: [UInt8]
    private var heads = [Int32](repeating: -1, count: 1 << 15)
    private var former = [Int32](repeating: -1, count: 1 << 15)
    private static let window = 1 << 15
    private static let longestChain = 32
    /// The first byte that no token stands for.
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tokens, about `count` of them.
    mutating func tokens(upTo count: Int) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(min(count, bytes.count - position))
        while position < bytes.count && tokens.count < count {
            let match = longestMatch()
            enter()
            if match.length < 3 {
                tokens.append(Token(length: 0, value: Int(bytes[position])))
                position += 1
                continue
            }
            var best = match
            if match.length < 32 {
                position += 1
                let next = longestMatch()
                position -= 1
                if next.length > match.length {
                    tokens.append(Token(length: 0, value: Int(bytes[position])))
                    position += 1
                    enter()
                    best = next
                }
            }
            tokens.append(best)
            for _ in 1..<best.length {
                position += 1
                enter()
            }
            position += 1
        }
        return tokens
    }

    private func hash() -> Int {
        let word = UInt32(bytes[position]) | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2]) << 16
        return Int((word &* 0x9E37_79B1) >> 17)
    }

    /// Notes the position for later matches.
    private mutating func enter() {
        if position + 3 > bytes.count { return }
        let hash = hash()
        former[position & (Self.window - 1)] = heads[hash]
        heads[hash] = Int32(truncatingIfNeeded: position)
    }

    private func longestMatch() -> Token {
        var best = Token(length: 0, value: 0)
        if position + 3 > bytes.count { return best }
        let longest = min(258, bytes.count - position)
        // Positions are kept modulo 2^32, so a distance is right while it is in the window.
        var place = heads[hash()]
        var lastDistance = 0
        for _ in 0..<Self.longestChain {
            let distance = Int(Int32(truncatingIfNeeded: position) &- place)
            if place == -1 || distance <= lastDistance || distance > Self.window || distance > position { break }
            lastDistance = distance
            let start = position - distance
            if best.length == 0 || bytes[start + best.length] == bytes[position + best.length] {
                var length = 0
                while length < longest && bytes[start + length] == bytes[position + length] { length += 1 }
                if length > best.length { best = Token(length: length, value: distance) }
                if length == longest { break }
            }
            place = former[start & (Self.window - 1)]
        }
        return best
    }
}
