#if arch(x86_64)
import _Builtin_intrinsics.intel.cpuid
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the processor and its operating system can do, as far as the choice of kernels asks.
package struct CPUFeatures: Sendable, Equatable {
    /// AVX2, FMA, BMI and the rest of x86-64-v3, with the 256-bit registers saved by the operating system.
    package var avx2 = false
    /// F, BW, CD, DQ and VL of AVX-512 (x86-64-v4), with the 512-bit registers saved by the operating system.
    package var avx512 = false
    /// The processor's name, as it gives it.
    package var name = ""

    /// The widest instruction set that can be used.
    package var widest: InstructionSet { avx512 ? .avx512 : avx2 ? .avx2 : .baseline }

    package func supports(_ set: InstructionSet) -> Bool {
        switch set {
        case .baseline: true
        case .avx2: avx2
        case .avx512: avx512
        }
    }

    /// The features of the machine this runs on; asked once.
    package static let current = detect()
}

#if arch(x86_64)
extension CPUFeatures {
    private struct Registers {
        var eax: UInt32 = 0
        var ebx: UInt32 = 0
        var ecx: UInt32 = 0
        var edx: UInt32 = 0

        /// `cpuid`; all zero for a leaf the processor does not have.
        init(leaf: UInt32, subleaf: UInt32 = 0) {
            _ = __get_cpuid_count(leaf, subleaf, &eax, &ebx, &ecx, &edx)
        }
    }

    private static func allBits(_ word: UInt32, _ bits: UInt32...) -> Bool {
        bits.allSatisfy { word & (1 << $0) != 0 }
    }

    private static func detect() -> CPUFeatures {
        let basic = Registers(leaf: 1)
        let extended = Registers(leaf: 7)
        let amd = Registers(leaf: 0x8000_0001)
        var features = CPUFeatures(name: brand())

        // Bits: Intel SDM vol. 2A, CPUID. FMA 12, MOVBE 22, OSXSAVE 27, AVX 28, F16C 29; AVX2 5, BMI1 3, BMI2 8;
        // LZCNT 5 of leaf 0x80000001.
        guard allBits(basic.ecx, 12, 22, 27, 28, 29), allBits(extended.ebx, 3, 5, 8), allBits(amd.ecx, 5) else {
            return features
        }
        // XGETBV has no Swift form. Leaf 0xD gives the size of the area that XSAVE needs for the state the operating
        // system has switched on, and in subleaf n where state n lies in it: 2 is the upper halves of ymm, 7 the last of
        // zmm. The ends differ: 2688 bytes for Intel's zmm, 2432 for AMD's.
        let saved = Registers(leaf: 0xD).ebx
        func saves(state: UInt32) -> Bool {
            let place = Registers(leaf: 0xD, subleaf: state)
            return place.eax > 0 && saved >= place.ebx + place.eax
        }
        let system = OperatingSystemSupport.current
        features.avx2 = saves(state: 2) && system.avx2
        // AVX-512 F 16, DQ 17, CD 28, BW 30, VL 31.
        features.avx512 =
            features.avx2 && allBits(extended.ebx, 16, 17, 28, 30, 31) && saves(state: 7) && system.avx512
        return features
    }

    private static func brand() -> String {
        var bytes: [UInt8] = []
        for leaf in UInt32(0x8000_0002)...0x8000_0004 {
            let part = Registers(leaf: leaf)
            for word in [part.eax, part.ebx, part.ecx, part.edx] {
                for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(word >> shift & 0xFF)) }
            }
        }
        let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        return text.split(separator: " ").joined(separator: " ")
    }
}

/// The operating system's word on the wide registers, which the size of the XSAVE area alone cannot tell apart
/// from other state that lies behind them.
private struct OperatingSystemSupport {
    var avx2 = true
    var avx512 = true

    static let current = OperatingSystemSupport()

    #if canImport(Darwin)
    init() {
        avx2 = Self.flag("hw.optional.avx2_0")
        avx512 = Self.flag("hw.optional.avx512f")
    }

    private static func flag(_ name: String) -> Bool {
        var value: Int32 = 0
        var size = MemoryLayout<Int32>.size
        return sysctlbyname(name, &value, &size, nil, 0) == 0 && value != 0
    }
    #else
    /// Linux lists a feature in /proc/cpuinfo only when the kernel saves its registers. Where the file
    /// cannot be read, cpuid alone decides.
    init() {
        guard let flags = Self.cpuinfoFlags() else { return }
        avx2 = flags.contains("avx2")
        avx512 = flags.contains("avx512f")
    }

    private static func cpuinfoFlags() -> Set<Substring>? {
        let file = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // The first processor's lines are enough, and they fit in one page or two.
        var buffer = [UInt8](repeating: 0, count: 16384)
        var used = 0
        while used < buffer.count {
            let got = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress! + used, $0.count - used) }
            guard got > 0 else { break }
            used += got
        }
        let text = String(decoding: buffer.prefix(used), as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
        return line.map { Set($0.split(separator: " ")) }
    }
    #endif
}
#else
extension CPUFeatures {
    private static func detect() -> CPUFeatures {
        #if arch(arm64)
        CPUFeatures(name: "arm64")
        #else
        CPUFeatures(name: "generic")
        #endif
    }
}
#endif
