// `stdout` is a variable in C.
@preconcurrency import Foundation

/// A program of this folder: what stands behind `@main`.
public protocol Example {
    /// What the command is called.
    static var name: String { get }
    /// What it does, in a line.
    static var about: String { get }
    /// Declares its options, calls `options.start()`, and does it.
    static func run(_ options: Options) throws
}

extension Example {
    public static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        exiting(name) { try run(Options(name, about, words)) }
    }
}

/// Runs a program and ends the process where it throws: a request for help with status 0, a wrong command line with 2,
/// anything else with 1.
public func exiting(_ name: String, _ run: () throws -> Void) {
    // What was printed is seen at once, also where it is no terminal.
    setvbuf(stdout, nil, _IOLBF, 0)
    do {
        try run()
    } catch let error as UsageError where error.isHelp {
        print(error.message)
    } catch let error as UsageError {
        complain("\(error.program): \(error.message)\n`\(error.program) --help` lists the options.")
        exit(2)
    } catch {
        complain("\(name): \(error)")
        exit(1)
    }
}

private func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
