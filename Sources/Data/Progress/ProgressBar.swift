import Synchronization

/// The state of a loop and the line that shows it.
final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var start = 0.0
        var lastShown = -Double.infinity
        var doneWhenShown = -1
        /// Sums and counts by name, in the order of their first coming.
        var values: [(name: String, sum: Double, count: Int)] = []
        var shownWidth = 0
    }

    private let label: String
    private let total: Int
    private let output: ProgressOutput
    private let state = Mutex(State())

    init(_ label: String, total: Int, _ output: ProgressOutput) {
        self.label = label
        self.total = total
        self.output = output
    }

    func begin() {
        state.withLock {
            $0 = State()
            $0.start = output.now()
            // A log needs no line that says 0.
            if output.isTerminal { show(&$0) } else { $0.lastShown = $0.start }
        }
    }

    func advance() {
        state.withLock {
            $0.done += 1
            if output.now() - $0.lastShown >= output.interval { show(&$0) }
        }
    }

    func note(_ name: String, _ value: Double) {
        state.withLock { state in
            let place = state.values.firstIndex { $0.name == name } ?? state.values.count
            if place == state.values.count { state.values.append((name, 0, 0)) }
            state.values[place].sum += value
            state.values[place].count += 1
        }
    }

    func finish() {
        state.withLock {
            if output.isTerminal || $0.doneWhenShown < $0.done { show(&$0) }
            if output.isTerminal { output.write("\n") }
        }
    }

    private func show(_ state: inout State) {
        let now = output.now()
        state.lastShown = now
        state.doneWhenShown = state.done
        let elapsed = now - state.start
        let rate = elapsed > 0 ? Double(state.done) / elapsed : 0
        var text = label.isEmpty ? "" : label + ": "
        let shown = max(total, state.done)
        if total > 0 {
            let percent = "\(state.done * 100 / shown)%"
            text += String(repeating: " ", count: 4 - min(percent.count, 4)) + percent
            if output.isTerminal { text += " " + bar(Double(state.done) / Double(shown)) }
            text += " \(state.done)/\(shown)"
        } else {
            text += "\(state.done)"
        }
        text += " [\(clock(elapsed))"
        if total > 0 { text += "<" + (rate > 0 ? clock(Double(shown - state.done) / rate) : "?") }
        text += ", " + speed(rate) + "]"
        for value in state.values { text += " \(value.name) \(fixed(value.sum / Double(value.count), 4))" }
        guard output.isTerminal else { return output.write(text + "\n") }
        // What is left of a longer line is wiped out.
        let wiped = String(repeating: " ", count: max(0, state.shownWidth - text.count))
        state.shownWidth = text.count
        output.write("\r" + text + wiped)
    }

    /// 24 places with eighths.
    private func bar(_ fraction: Double) -> String {
        let eighths = Int((min(max(fraction, 0), 1) * 24 * 8).rounded(.down))
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let bar = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
        return "|" + bar + String(repeating: " ", count: 24 - bar.count) + "|"
    }

    private func clock(_ seconds: Double) -> String {
        let whole = Int(exactly: seconds.rounded(.down)) ?? 0
        let (hours, minutes) = (whole / 3600, padded(whole / 60 % 60) + ":" + padded(whole % 60))
        return hours > 0 ? "\(hours):" + minutes : minutes
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func speed(_ rate: Double) -> String {
        rate > 0 && rate < 1 ? fixed(1 / rate, 2) + " s/it" : fixed(rate, rate < 100 ? 2 : 0) + " it/s"
    }

    /// With a fixed number of places; numbers that no reader would count keep their exponent.
    private func fixed(_ value: Double, _ places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        guard let whole = Int(exactly: (abs(value) * scale).rounded()), abs(value) < 1e9 else { return "\(value)" }
        let digits = "\(whole)"
        let wide = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = value < 0 && whole > 0 ? "-" : ""
        return sign + wide.dropLast(places) + (places > 0 ? "." + wide.suffix(places) : "")
    }
}
