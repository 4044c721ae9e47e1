// MT19937: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).

#if PINION_AVX512
typealias WordVector = SIMD16<UInt32>
#elseif PINION_AVX2
typealias WordVector = SIMD8<UInt32>
#else
typealias WordVector = SIMD4<UInt32>
#endif

private let stateCount = 624
/// The distance of the word that is mixed in.
private let middle = 397

extension SIMD where Scalar == UInt32 {
    @inline(__always) static func load(_ source: UnsafePointer<UInt32>) -> Self {
        UnsafeRawPointer(source).loadUnaligned(as: Self.self)
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<UInt32>) {
        UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
    }
}

@inline(__always)
private func tempered(_ word: WordVector) -> WordVector {
    var y = word
    y ^= y &>> 11
    y ^= (y &<< 7) & 0x9D2C_5680
    y ^= (y &<< 15) & 0xEFC6_0000
    y ^= y &>> 18
    return y
}

/// x[k + 624] = x[k + 397] ^ twist(x[k], x[k + 1]) in one straight run over twice the state, so that no index wraps.
func refillMersenneTwister(_ state: UnsafeMutablePointer<UInt32>, _ output: UnsafeMutablePointer<UInt32>) {
    var k = 0
    while k < stateCount {
        // The top bit of x[k] and the rest of x[k + 1].
        let next = WordVector.load(state + k + 1)
        let mixed = (WordVector.load(state + k) ^ next) & 0x8000_0000 ^ next
        let odd = (0 &- (next & 1)) & 0x9908_B0DF
        let word = WordVector.load(state + k + middle) ^ (mixed &>> 1) ^ odd
        word.store(state + k + stateCount)
        tempered(word).store(output + k)
        k += WordVector.scalarCount
    }
    k = 0
    while k < stateCount {
        WordVector.load(state + k + stateCount).store(state + k)
        k += WordVector.scalarCount
    }
}

func temperMersenneTwister(_ state: UnsafePointer<UInt32>, _ output: UnsafeMutablePointer<UInt32>) {
    var k = 0
    while k < stateCount {
        tempered(.load(state + k)).store(output + k)
        k += WordVector.scalarCount
    }
}
