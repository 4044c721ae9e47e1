import PinionAutograd

/// Numbers for words, or for characters: the special tokens first, then the rest by frequency, equally frequent ones in
/// alphabetical order.
public struct Vocabulary: Sendable {
    /// The tokens; a token's number is its place.
    public let tokens: [String]
    private let numbers: [String: Int]
    private let unknown: Int?

    /// - Parameters:
    ///   - texts: token lists to count.
    ///   - specials: tokens that come first, whether they occur or not.
    ///   - unknown: the special token whose number others get; without one they are an error of the program.
    ///   - minFrequency: how often a token must occur to get a number.
    public init(
        _ texts: some Sequence<[String]>, specials: [String] = [], unknown: String? = nil, minFrequency: Int = 1
    ) {
        var counts: [String: Int] = [:]
        for text in texts { for token in text { counts[token, default: 0] += 1 } }
        for special in specials { counts[special] = nil }
        let kept = counts.filter { $0.value >= minFrequency }
        tokens = specials + kept.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        numbers = Dictionary(tokens.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.unknown = unknown.flatMap { [numbers] in numbers[$0] }
    }

    /// The number of tokens.
    public var count: Int { tokens.count }

    /// The numbers of tokens, as an int64 tensor.
    public func encode(_ text: [String]) -> Tensor {
        attempt { () throws(TensorError) in
            var result: [Int] = []
            for token in text {
                guard let number = numbers[token] ?? unknown else {
                    throw TensorError("encode", .value, "the vocabulary has no \"\(token)\", and no unknown token")
                }
                result.append(number)
            }
            return Tensor(result)
        }
    }

    /// The tokens of numbers.
    public func decode(_ numbers: Tensor) -> [String] {
        attempt(else: []) { () throws(TensorError) in
            try numbers.toArray(Int.self).map { (number) throws(TensorError) in
                guard tokens.indices.contains(number) else {
                    throw TensorError("decode", .index, "number \(number) in a vocabulary of \(count) tokens")
                }
                return tokens[number]
            }
        }
    }
}
