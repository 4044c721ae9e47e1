import PinionSIMDKernels
import Synchronization

/// A source of random numbers: MT19937, which draws the numbers PyTorch draws from the same seed on a CPU.
///
/// Functions that draw take one as `generator:` and use `Generator.default` without. Any number of threads may use
/// a generator; each call draws all its numbers in one go.
public final class Generator: Sendable {
    /// The generator of functions that are given none; `manualSeed(_:)` seeds it. A data loader's workers have one each.
    public static var `default`: Generator { ThreadContext.current.pointee.generator ?? shared }

    private static let shared = Generator()

    private let state: Mutex<Engine>

    private struct Engine: @unchecked Sendable {
        // Unchecked: the mutex around it lets one thread in at a time.
        let random: RandomEngine
        var seed: UInt64
    }

    /// A generator with a seed; without one it begins like PyTorch's, always with the same numbers.
    public init(seed: UInt64 = 67_280_421_310_721) {
        state = Mutex(Engine(random: RandomEngine(seed: seed), seed: seed))
    }

    /// Begins anew from `seed`, of which the low 32 bits count. Returns this generator.
    @discardableResult
    public func manualSeed(_ seed: some BinaryInteger) -> Generator {
        let seed = UInt64(truncatingIfNeeded: seed)
        state.withLock { engine in
            engine.random.seed(seed)
            engine.seed = seed
        }
        return self
    }

    /// Begins anew from a seed of the system's randomness, and returns it.
    @discardableResult
    public func seed() -> UInt64 {
        let seed = UInt64.random(in: .min ... .max)
        manualSeed(seed)
        return seed
    }

    /// The last seed.
    public var initialSeed: UInt64 { state.withLock { $0.seed } }

    /// Calls `body` with the engine, which no other thread uses meanwhile.
    package func draw<Result: Sendable>(_ body: (RandomEngine) throws(TensorError) -> Result) throws(TensorError)
        -> Result
    {
        try state.withLock { (engine) throws(TensorError) in try body(engine.random) }
    }

    /// The engine's state with its seed.
    var snapshot: (state: RandomEngine.State, seed: UInt64) {
        get { state.withLock { ($0.random.savedState, $0.seed) } }
        set {
            state.withLock {
                $0.random.savedState = newValue.state
                $0.seed = newValue.seed
            }
        }
    }
}

/// Seeds `Generator.default`, so that the numbers drawn from now on are always the same; as PyTorch's
/// `torch.manual_seed`.
@discardableResult
public func manualSeed(_ seed: some BinaryInteger) -> Generator { Generator.default.manualSeed(seed) }

/// Seeds `Generator.default` from the system's randomness, and returns the seed; as PyTorch's `torch.seed`.
@discardableResult
public func seed() -> UInt64 { Generator.default.seed() }

/// The last seed of `Generator.default`; as PyTorch's `torch.initial_seed`.
public func initialSeed() -> UInt64 { Generator.default.initialSeed }
