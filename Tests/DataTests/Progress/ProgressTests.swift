import Synchronization
import Testing

@testable import PinionData

/// What was written, and a clock that stands until it is moved.
private final class Screen: Sendable {
    let text = Mutex("")
    let time = Mutex(100.0)

    func output(isTerminal: Bool, interval: Double) -> ProgressOutput {
        ProgressOutput(
            isTerminal: isTerminal, interval: interval,
            write: { [self] more in text.withLock { $0 += more } }, now: { [self] in time.withLock { $0 } })
    }

    func wait(_ seconds: Double) { time.withLock { $0 += seconds } }
    var lines: [String] { text.withLock { $0.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).map(String.init) } }
}

@Suite struct ProgressTests {
    @Test func plainLinesAtIntervals() {
        let screen = Screen()
        let bar = Progress(0..<4, "epoch 1", screen.output(isTerminal: false, interval: 10))
        for turn in bar {
            screen.wait(6)
            bar.update(loss: Double(turn))
        }
        #expect(
            screen.lines == [
                "epoch 1:  50% 2/4 [00:12<00:12, 6.00 s/it] loss 0.5000",
                "epoch 1: 100% 4/4 [00:24<00:00, 6.00 s/it] loss 1.5000",
            ])
        #expect(!screen.text.withLock { $0.contains("\r") })
    }

    @Test func aBarInATerminal() {
        let screen = Screen()
        let bar = Progress(0..<2, "", screen.output(isTerminal: true, interval: 0.1))
        for _ in bar {
            screen.wait(0.25)
            bar.update(["a": 2, "b": -0.00126])
        }
        #expect(screen.lines[0] == "  0% |                        | 0/2 [00:00<?, 0.00 it/s]")
        #expect(screen.lines[1] == " 50% |████████████            | 1/2 [00:00<00:00, 4.00 it/s] a 2.0000 b -0.0013")
        #expect(screen.text.withLock { $0.hasSuffix("\n") && $0.hasPrefix("\r") })
    }

    @Test func leavingEarlyEndsTheLine() {
        let screen = Screen()
        for turn in Progress(0..<100, "", screen.output(isTerminal: true, interval: 1)) {
            screen.wait(3700)
            if turn == 1 { break }
        }
        #expect(screen.lines.last?.contains(" 1/100 [2:03:20<203:30:00, 7400.00 s/it]") == true)
        #expect(screen.text.withLock { $0.hasSuffix("\n") })
    }

    @Test func theElementsAndTheCountStay() {
        let screen = Screen()
        let bar = Progress(["a", "b"], "", screen.output(isTerminal: false, interval: 1))
        #expect(Array(bar) == ["a", "b"] && bar.underestimatedCount == 2)
    }
}
