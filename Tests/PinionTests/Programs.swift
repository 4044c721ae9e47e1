import Foundation
import Testing

/// What a program printed, and its exit status.
struct ProgramResult {
    let output: String
    let errors: String
    let status: Int32
}

/// Runs a program of this package, which lies beside the test program.
func runProgram(_ command: [String], in workingFolder: URL? = nil) throws -> ProgramResult {
    var folder = try #require(Bundle.main.executableURL).deletingLastPathComponent()
    while folder.path != "/", access(folder.appendingPathComponent(command[0]).path, X_OK) != 0 {
        folder.deleteLastPathComponent()
    }
    let process = Process()
    process.executableURL = folder.appendingPathComponent(command[0])
    process.arguments = Array(command.dropFirst())
    if let workingFolder { process.currentDirectoryURL = workingFolder }
    // Tests run beside each other.
    process.environment = ProcessInfo.processInfo.environment.merging(["PINION_NUM_THREADS": "1"]) { $1 }
    // Files, because a pipe that is full stops the program.
    let path = NSTemporaryDirectory() + "pinion-" + UUID().uuidString
    let streams = try [path + ".out", path + ".err"].map { path in
        try #require(FileManager.default.createFile(atPath: path, contents: nil) ? path : nil)
    }
    defer { for stream in streams { try? FileManager.default.removeItem(atPath: stream) } }
    process.standardOutput = FileHandle(forWritingAtPath: streams[0])
    process.standardError = FileHandle(forWritingAtPath: streams[1])
    try process.run()
    process.waitUntilExit()
    return ProgramResult(
        output: try String(contentsOfFile: streams[0], encoding: .utf8),
        errors: try String(contentsOfFile: streams[1], encoding: .utf8), status: process.terminationStatus)
}

/// A number in a line of text.
struct PrintedNumber {
    let value: Double
    let isPercent: Bool
}

/// The numbers in a line of text.
func numbers(_ line: String) -> [PrintedNumber] { split(line).numbers }

/// A line's numbers, and its text with a mark in the place of each.
private func split(_ line: String) -> (text: String, numbers: [PrintedNumber]) {
    var (text, numbers): (String, [PrintedNumber]) = ("", [])
    var rest = Substring(line)
    while let match = rest.firstMatch(of: /-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?( %)?/) {
        text += rest[..<match.range.lowerBound] + "#"
        let digits = match.output.0.filter { $0 != "%" && $0 != " " }
        numbers.append(PrintedNumber(value: Double(digits) ?? .nan, isPercent: match.output.1 != nil))
        rest = rest[match.range.upperBound...]
    }
    return (text + rest, numbers)
}

/// Compares what a program printed with what its twin did, which may end before.
///
/// Line by line the texts are equal. Numbers of the first steps agree to 1e-4; later ones, which rounding has had time to
/// drive apart, to 5 %. The accuracy at the end agrees within 0.5 points, earlier ones within 2.
func expectAgreement(_ found: String, _ expected: String, exact: Int) throws {
    let found = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    try #require(!expected.isEmpty && found.count >= expected.count)
    let last = expected.lastIndex { $0.contains(" %") }
    var steps = 0
    for (i, line) in expected.enumerated() {
        if line.contains(".") { steps += 1 }
        let (a, b) = (split(line), split(found[i]))
        var isSame = a.text == b.text && a.numbers.count == b.numbers.count
        for (x, y) in zip(a.numbers, b.numbers) {
            var tolerance = 0.05 * abs(x.value) + 0.02
            if steps <= exact { tolerance = 1e-4 * abs(x.value) + 2e-6 }
            if x.isPercent { tolerance = i == last ? 0.5 : 2 }
            if abs(x.value - y.value) > tolerance { isSame = false }
        }
        try #require(isSame, "line \(i + 1): \(found[i]) instead of \(line)")
    }
}
