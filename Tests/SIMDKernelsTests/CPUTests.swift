import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct CPU {
        @Test func theBaselineIsAlwaysThere() {
            #expect(Kernels.available.first?.instructionSet == .baseline)
        }

        @Test func eachTableIsTheOneItSays() {
            withEachTable { #expect(Kernels.current.instructionSet == $0) }
        }

        #if os(Linux) && arch(x86_64)
        /// Linux lists what the processor has and the kernel saves: the layouts of Intel's and AMD's saved registers
        /// differ, and with them the sizes that tell which are on.
        @Test func whatLinuxListsIsFound() throws {
            let text = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
            let line = text.split(separator: "\n").first { $0.hasPrefix("flags") }
            let flags = Set(try #require(line).split(separator: " ").map(String.init))
            let v3 = flags.isSuperset(of: ["avx2", "fma", "bmi1", "bmi2", "f16c", "movbe", "abm"])
            let v4 = flags.isSuperset(of: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])
            #expect(CPUFeatures.current.avx2 == v3)
            #expect(CPUFeatures.current.avx512 == (v3 && v4))
        }
        #endif
    }
}
