/// A sequence that shows how far a loop over it has come: `for (x, y) in progress(loader, "epoch 1") { … }`.
///
/// A terminal shows a bar with the rate, the elapsed and the remaining time; where the output is no terminal, a plain
/// line is printed at intervals. The loop may show numbers beside it:
/// ```swift
/// let bar = progress(loader, "epoch 1")
/// for (x, y) in bar {
///     …
///     bar.update(loss: loss.item)
/// }
/// ```
/// The bar is written to standard error, as tqdm's.
/// - Parameters:
///   - sequence: what the loop goes over; its `underestimatedCount` is taken for the number of turns.
///   - label: what stands before the bar.
public func progress<Base: Sequence>(_ sequence: Base, _ label: String = "") -> Progress<Base> {
    Progress(sequence, label, .standardError)
}

/// What `progress(_:_:)` makes of a sequence.
public struct Progress<Base: Sequence>: Sequence {
    private let base: Base
    private let bar: ProgressBar

    init(_ base: Base, _ label: String, _ output: ProgressOutput) {
        self.base = base
        bar = ProgressBar(label, total: base.underestimatedCount, output)
    }

    public var underestimatedCount: Int { base.underestimatedCount }

    /// Begins the loop, and the time.
    public func makeIterator() -> Iterator { Iterator(base.makeIterator(), bar) }

    /// Shows numbers by name, each as its mean over the turns of this loop so far.
    public func update(_ values: KeyValuePairs<String, Double>) {
        for (name, value) in values { bar.note(name, value) }
    }

    /// Shows the mean of the losses of this loop so far.
    public func update(loss: Double) { bar.note("loss", loss) }

    /// The elements, counted.
    public struct Iterator: IteratorProtocol {
        private var base: Base.Iterator
        private let run: ProgressRun

        init(_ base: Base.Iterator, _ bar: ProgressBar) {
            self.base = base
            run = ProgressRun(bar)
        }

        /// The next element; nil behind the last.
        public mutating func next() -> Base.Element? {
            run.advance()
            guard let element = base.next() else {
                run.finish()
                return nil
            }
            return element
        }
    }
}

/// One loop; when it is left early, the line is ended.
private final class ProgressRun {
    private let bar: ProgressBar
    private var isBegun = false
    private var isFinished = false

    init(_ bar: ProgressBar) {
        self.bar = bar
        bar.begin()
    }

    deinit { finish() }

    /// The turn before is over.
    func advance() {
        if isBegun { bar.advance() }
        isBegun = true
    }

    func finish() {
        if isFinished { return }
        isFinished = true
        bar.finish()
    }
}
