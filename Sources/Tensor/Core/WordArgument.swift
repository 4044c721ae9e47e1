/// An argument that PyTorch takes as a word: `mode: "reflect"` is the same as `mode: .reflect`.
///
/// A word that is none of the choices is a mistake of the program, whose line lists them.
public protocol WordArgument: ExpressibleByStringLiteral {
    /// The choices by PyTorch's words, at least one; for Pinion's own use.
    static var _words: [(String, Self)] { get }
}

extension WordArgument {
    public init(stringLiteral word: String) {
        let words = Self._words
        self = attempt(else: words[0].1) { () throws(TensorError) in
            if let choice = words.first(where: { $0.0 == word }) { return choice.1 }
            let choices = words.map { "\"\($0.0)\"" }.joined(separator: ", ")
            throw TensorError("\(Self.self)", .value, "\"\(word)\" is none of \(choices)")
        }
    }
}

extension WordArgument where Self: RawRepresentable & CaseIterable, RawValue == String {
    public static var _words: [(String, Self)] { allCases.map { ($0.rawValue, $0) } }
}
