import Pinion

/// A program's command line: `--name value` or `--name=value`, each option declared where it is read.
///
/// ```swift
/// let epochs = options.int("epochs", 10, in: 1...1000, "how often the training images are seen")
/// try options.start()     // refuses what was not declared, and sets --seed and --threads
/// ```
public final class Options {
    private let program: String
    private let about: String
    private var given: [(name: String, value: String?)] = []
    private var declared: [(name: String, help: String)] = []
    private var problem: String?

    /// - Parameters:
    ///   - program: what the command is called.
    ///   - about: what it does, for `--help`.
    ///   - words: the command line without the program.
    public init(_ program: String, _ about: String, _ words: [String]) {
        (self.program, self.about) = (program, about)
        var words = words[...]
        while let word = words.popFirst() {
            if word == "-h" || word == "--help" {
                given.append(("help", nil))
            } else if !word.hasPrefix("--") {
                refuse("expected an option such as --epochs, got \"\(word)\"")
            } else if let equals = word.firstIndex(of: "=") {
                given.append((String(word[..<equals].dropFirst(2)), String(word[word.index(after: equals)...])))
            } else {
                given.append((String(word.dropFirst(2)), words.popFirst()))
            }
        }
    }

    /// A whole number.
    public func int(_ name: String, _ standard: Int, in range: ClosedRange<Int>, _ help: String) -> Int {
        guard let text = value(of: name, "\(help) (\(standard))") else { return standard }
        guard let number = Int(text), range.contains(number) else {
            refuse(
                "--\(name): expected a whole number from \(range.lowerBound) to \(range.upperBound), got \"\(text)\"")
            return standard
        }
        return number
    }

    /// A text, such as a path.
    public func text(_ name: String, _ standard: String, _ help: String) -> String {
        value(of: name, standard.isEmpty ? help : "\(help) (\(standard))") ?? standard
    }

    /// One of several words; the first unless told.
    public func choice(_ name: String, among words: [String], _ help: String) -> String {
        let text = value(of: name, "\(help): \(words.joined(separator: ", "))") ?? words[0]
        if !words.contains(text) {
            refuse("--\(name): expected one of \(words.joined(separator: ", ")), got \"\(text)\"")
        }
        return text
    }

    /// Sets the generator's seed (`--seed`) and the number of threads (`--threads`), when all options are declared.
    /// - Throws: `UsageError` for a request for help and for options that make no sense.
    public func start() throws(UsageError) {
        let seed = int("seed", 42, in: 0 ... .max, "where the random numbers begin")
        let threads = int("threads", numThreads, in: 1...1024, "threads that an operation may use")
        let names = declared.map(\.name)
        if given.contains(where: { $0.name == "help" }) { throw UsageError(program, message: usage, isHelp: true) }
        if let (name, _) = given.first(where: { !names.contains($0.name) }) {
            refuse("there is no --\(name); there are \(names.map { "--" + $0 }.joined(separator: ", "))")
        }
        if let problem { throw UsageError(program, message: problem, isHelp: false) }
        manualSeed(seed)
        setNumThreads(threads)
    }

    private func refuse(_ message: String) { problem = problem ?? message }

    private func value(of name: String, _ help: String) -> String? {
        declared.append((name, help))
        guard let option = given.last(where: { $0.name == name }) else { return nil }
        if option.value == nil { refuse("--\(name): a value is missing") }
        return option.value
    }

    private var usage: String {
        let width = declared.map(\.name.count).max() ?? 0
        let lines = declared.map { name, help in
            "  --" + name + String(repeating: " ", count: width - name.count + 2) + help
        }
        return "usage: \(program) [--option value …]\n\(about)\n\n" + lines.joined(separator: "\n")
    }
}

/// What a command line is told: how to use the program, or what makes no sense.
public struct UsageError: Error {
    public let program: String
    public let message: String
    /// Whether help was asked for.
    public let isHelp: Bool

    public init(_ program: String, message: String, isHelp: Bool) {
        (self.program, self.message, self.isHelp) = (program, message, isHelp)
    }
}
