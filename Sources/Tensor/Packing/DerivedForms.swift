import PinionSIMDKernels
import Synchronization

/// Forms made from the elements of one storage, each kept until the elements change.
///
/// A form is due when it is wanted for the second time between two changes: weights in training are used once and are
/// never kept twice, those of a model in use are. Any number of threads may ask at a time; none waits for another's
/// making.
package final class DerivedForms: Sendable {
    /// A form is of these elements in this order, for the kernels it was made for.
    private struct Entry {
        let derivation: Derivation
        let layout: Layout
        let dtype: DType
        let kernels: ObjectIdentifier
        var state = State.wanted
    }

    /// An answer to who wants a form.
    enum Answer {
        case form(any AnyObject & Sendable)
        /// The caller is to make the form for these kernels, and to give it to `keep`.
        case due(ObjectIdentifier)
        case none
    }

    private enum State {
        case wanted
        case inMaking
        case made(any AnyObject & Sendable)

        var isWanted: Bool { if case .wanted = self { true } else { false } }
        var isMade: Bool { if case .made = self { true } else { false } }
    }

    private struct Contents {
        /// The storage's version that all entries belong to.
        var version: UInt64 = 0
        var entries: [Entry] = []
        var isRegistered = false

        func index(_ derivation: Derivation, _ layout: Layout, _ dtype: DType, _ kernels: ObjectIdentifier) -> Int? {
            for index in entries.indices
            where entries[index].layout == layout && entries[index].derivation == derivation
                && entries[index].dtype == dtype && entries[index].kernels == kernels
            {
                return index
            }
            return nil
        }
    }

    /// As many parts of one storage are looked after: the experts of a mixture, the gates of a cell.
    private static let mostEntries = 64

    private let contents = Mutex(Contents())
    /// Whether there is anything for a write to drop, so that those of a model in training take no lock.
    private let isHolding = Atomic<Bool>(false)
    private let hasEnded = Atomic<Bool>(false)

    func find(_ derivation: Derivation, _ layout: Layout, _ dtype: DType, version: UInt64) -> Answer {
        let kernels = ObjectIdentifier(Kernels.current)
        return contents.withLock { contents in
            if contents.version != version {
                contents.entries.removeAll(keepingCapacity: true)
                contents.version = version
            }
            guard let index = contents.index(derivation, layout, dtype, kernels) else {
                if contents.entries.count == Self.mostEntries {
                    guard let idle = contents.entries.firstIndex(where: { $0.state.isWanted }) else { return .none }
                    contents.entries.remove(at: idle)
                }
                contents.entries.append(
                    Entry(derivation: derivation, layout: layout, dtype: dtype, kernels: kernels))
                return .none
            }
            switch contents.entries[index].state {
            case .made(let form): return .form(form)
            case .inMaking: return .none
            case .wanted:
                contents.entries[index].state = .inMaking
                return .due(kernels)
            }
        }
    }

    /// Keeps a form that was due, unless the elements have changed since.
    func keep(
        _ form: any AnyObject & Sendable, _ derivation: Derivation, _ layout: Layout, _ dtype: DType,
        _ kernels: ObjectIdentifier, version: UInt64
    ) {
        let isNew = contents.withLock { contents in
            guard contents.version == version, let index = contents.index(derivation, layout, dtype, kernels) else {
                return false
            }
            contents.entries[index].state = .made(form)
            isHolding.store(true, ordering: .relaxed)
            defer { contents.isRegistered = true }
            return !contents.isRegistered
        }
        if isNew { Self.register(self) }
    }

    /// Lets all forms go; they are made anew when they are wanted twice again.
    func drop() {
        guard isHolding.load(ordering: .relaxed) else { return }
        // Out of the lock, since what a form owns may be forms again.
        _ = contents.withLock { contents in
            isHolding.store(false, ordering: .relaxed)
            let entries = contents.entries
            contents.entries = []
            return entries.map(\.state)
        }
    }

    /// Lets all forms go with their storage.
    func end() {
        hasEnded.store(true, ordering: .relaxed)
        drop()
    }

    /// How many forms are kept.
    var count: Int { contents.withLock { $0.entries.count { $0.state.isMade } } }
}

// MARK: - All of them, for the pool

extension DerivedForms {
    private struct Registry {
        var all: [DerivedForms] = []
        var limit = 64
    }

    /// Those that have kept a form once. They are held themselves: a weak reference would make each use of them slower.
    private static let registry: Mutex<Registry> = {
        MemoryPool.onTrim { dropAll() }
        return Mutex(Registry())
    }()

    private static func register(_ forms: DerivedForms) {
        registry.withLock { registry in
            if registry.all.count >= registry.limit {
                registry.all.removeAll { $0.hasEnded.load(ordering: .relaxed) }
                registry.limit = max(64, 2 * registry.all.count)
            }
            registry.all.append(forms)
        }
    }

    private static func dropAll() {
        for forms in registry.withLock({ $0.all }) { forms.drop() }
    }
}
