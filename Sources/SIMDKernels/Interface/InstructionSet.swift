/// The instruction sets a kernel table can be compiled for, from the narrowest to the widest.
public enum InstructionSet: String, CaseIterable, Sendable {
    /// What every CPU of the architecture has: SSE2 on x86-64, NEON on arm64.
    case baseline
    /// AVX2 with FMA (x86-64-v3).
    case avx2
    /// AVX-512 with F, BW, DQ and VL (x86-64-v4).
    case avx512
}
