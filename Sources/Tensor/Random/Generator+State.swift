import PinionSIMDKernels

// PyTorch's CPUGeneratorImplState, little-endian: the_initial_seed, left and seeded (32 bits each), next, 624 words of
// 64 bits, normal_x, normal_y, normal_rho, normal_is_valid (32 bits), padding, and 8 bytes for a number in Float.
private let wordCount = 624
private let stateBytes = 5056
private let wordsOffset = 24
private let normalOffset = wordsOffset + 8 * wordCount

extension Generator {
    /// Everything that decides the numbers to come, as the 5,056 bytes of PyTorch's `get_state`: a tensor of uint8.
    public func getState() -> Tensor {
        let (state, seed) = snapshot
        let result = Tensor.zeros(stateBytes, dtype: .uint8)
        func store<T: BitwiseCopyable>(_ value: T, at offset: Int) {
            result.pointer.storeBytes(of: value, toByteOffset: offset, as: T.self)
        }
        store(seed.littleEndian, at: 0)
        // Before the first number PyTorch counts one word as left, as its reference implementation does.
        let isFresh = state.isFresh(from: UInt32(truncatingIfNeeded: seed))
        store(Int32(isFresh ? 1 : wordCount - state.position + 1).littleEndian, at: 8)
        store(Int32(1).littleEndian, at: 12)
        store(UInt64(isFresh ? 0 : state.position).littleEndian, at: 16)
        for (i, word) in state.words.enumerated() { store(UInt64(word).littleEndian, at: wordsOffset + 8 * i) }
        if let normal = state.cachedNormal {
            store(normal.bitPattern.littleEndian, at: normalOffset + 8)
            store(Int32(1).littleEndian, at: normalOffset + 24)
        }
        return result
    }

    /// Goes on from a state that `getState()`, or PyTorch's `get_state`, returned.
    @discardableResult
    public func setState(_ state: Tensor) -> Generator {
        attempt(else: self) { () throws(TensorError) in
            guard state.dtype == .uint8, state.numel == stateBytes else {
                throw TensorError(
                    "setState", .shape,
                    "expected \(stateBytes) elements of uint8, got shape \(state.shape) of \(state.dtype)")
            }
            let source = Raw.contiguous(state)
            func load<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type, at offset: Int) -> T {
                T(littleEndian: source.pointer.loadUnaligned(fromByteOffset: offset, as: T.self))
            }
            let (left, next) = (load(Int32.self, at: 8), load(UInt64.self, at: 16))
            guard load(Int32.self, at: 12) == 1, 1...Int32(wordCount) ~= left, next <= UInt64(wordCount) else {
                throw TensorError(
                    "setState", .value, "\(left) words left and word \(next) next are no state of a generator")
            }
            let words = (0..<wordCount).map { UInt32(truncatingIfNeeded: load(UInt64.self, at: wordsOffset + 8 * $0)) }
            let isValid = load(Int32.self, at: normalOffset + 24) != 0
            let normal = Double(bitPattern: load(UInt64.self, at: normalOffset + 8))
            let position = left == 1 ? wordCount : Int(next)
            snapshot = (
                RandomEngine.State(words: words, position: position, cachedNormal: isValid ? normal : nil),
                load(UInt64.self, at: 0)
            )
            return self
        }
    }
}

extension RandomEngine.State {
    /// Whether nothing has been drawn since the generator was seeded: its words are not yet the first block's.
    fileprivate func isFresh(from seed: UInt32) -> Bool {
        position == wordCount && words[0] == seed && words[1] == 1_812_433_253 &* (seed ^ seed >> 30) &+ 1
    }
}

/// The state of `Generator.default`; as PyTorch's `torch.get_rng_state`.
public func getRNGState() -> Tensor { Generator.default.getState() }

/// Sets the state of `Generator.default`; as PyTorch's `torch.set_rng_state`.
public func setRNGState(_ state: Tensor) { Generator.default.setState(state) }
