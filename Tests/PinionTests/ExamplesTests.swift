import Foundation
import Testing

/// The programs of Examples/ as their users start them, against what their PyTorch twins print: Examples/twins/compare
/// wrote the outputs and compares in the same way.
@Suite struct ExamplesTests {
    /// A line of runs.txt.
    struct Run: CustomTestStringConvertible, Sendable {
        let name: String
        /// How many steps must agree to 1e-4.
        let exact: Int
        let command: [String]

        var testDescription: String { name }
    }

    static let twins = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Examples/twins")
    /// Where Debian's package puts the files.
    static let fashion = "/usr/share/datasets/fashion-mnist"

    /// The runs that need nothing, and one with Fashion-MNIST where the files are.
    static let runs: [Run] = {
        let text = (try? String(contentsOf: twins.appendingPathComponent("runs.txt"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: ": ", maxSplits: 1)
            let head = parts[0].split(separator: " ")
            let words = parts[1].split(separator: " ").map { $0 == "FASHION" ? fashion : String($0) }
            if words.contains(fashion) && (head[0] != "mnist-cnn" || access(fashion, R_OK) != 0) { return nil }
            return Run(name: String(head[0]), exact: head.count > 1 ? Int(head[1]) ?? 0 : 100, command: words)
        }
    }()

    @Test func thereAreRuns() { #expect(Self.runs.count >= 15) }

    @Test(arguments: runs) func printsWhatPyTorchPrints(run: Run) throws {
        let path = Self.twins.appendingPathComponent("outputs/\(run.name).txt")
        let expected = try String(contentsOf: path, encoding: .utf8)
        let result = try runProgram(run.command, in: Self.twins)
        #expect(result.status == 0, "\(result.errors)")
        try expectAgreement(result.output, expected, exact: run.exact)
    }

    @Test func digitsLearnsAndShowsWhatIsWrong() throws {
        let result = try runProgram(["digits", "--threads", "1"])
        let lines = result.output.split(separator: "\n").map(String.init)
        let accuracy = try #require(lines.first { $0.hasPrefix("accuracy on digits never seen") })
        #expect(try #require(numbers(accuracy).first).value >= 98)
        // The confusion matrix holds every digit that was held out.
        let head = try #require(lines.firstIndex { $0.hasPrefix("what was written") })
        var total = 0.0
        for line in lines[(head + 2)..<(head + 12)] {
            for number in numbers(line).dropFirst() { total += number.value }
        }
        #expect(total == 359)
        #expect(result.output.contains("██"))
        #expect(result.errors.contains("epoch 10: 100% 45/45"))
    }

    private static let mistakes: [(command: [String], message: String)] = [
        (["digits", "--epochs", "0"], "digits: --epochs: expected a whole number from 1 to 1000, got \"0\""),
        (["digits", "--epochs", "many"], "got \"many\""), (["digits", "--epochs"], "--epochs: a value is missing"),
        (["digits", "--speed", "9"], "there is no --speed; there are --epochs, --data"),
        (["digits", "9"], "expected an option such as --epochs, got \"9\""),
        (["mnist", "--model=big"], "--model: expected one of cnn, mlp, inception, residual, deep-cnn, got \"big\""),
        (["course", "nine"], "there is no program \"nine\""),
        (["course", "diabetes", "--seed", "-1"], "course diabetes: --seed: expected a whole number"),
    ]

    @Test(arguments: mistakes) func refusesWhatMakesNoSense(command: [String], message: String) throws {
        let result = try runProgram(command)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func saysWhichFilesAreMissing() throws {
        let digits = try runProgram(["digits", "--data", "/nowhere.csv"])
        #expect(digits.status == 1 && digits.errors.hasPrefix("digits: /nowhere.csv: cannot be opened"))
        let mnist = try runProgram(["mnist", "--data", "/nowhere"])
        #expect(mnist.status == 1)
        #expect(mnist.errors.contains("no train-images-idx3-ubyte or train-images-idx3-ubyte.gz in /nowhere"))
    }

    @Test(arguments: ["digits", "mnist", "course"]) func explainsItself(program: String) throws {
        let result = try runProgram([program, "--help"])
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(result.output.hasPrefix("usage: \(program) "))
    }
}
