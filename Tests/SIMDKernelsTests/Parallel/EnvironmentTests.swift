import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    /// The environment is read once a process, so each of these runs in a process of its own.
    @Suite struct Environment {
        private func line(_ outcome: ExitTest.Result?) -> String {
            String(decoding: outcome?.standardErrorContent ?? [], as: UTF8.self)
        }

        @Test func numThreadsIsTaken() async {
            await #expect(processExitsWith: .success) {
                setenv("PINION_NUM_THREADS", "3", 1)
                #expect(numThreads == 3)
            }
        }

        @Test func anEmptyValueCountsAsNone() async {
            await #expect(processExitsWith: .success) {
                setenv("PINION_NUM_THREADS", "", 1)
                setenv("PINION_CPU", "", 1)
                #expect(numThreads >= 1)
                #expect(Kernels.current.instructionSet == Kernels.available.last?.instructionSet)
            }
        }

        @Test func zeroThreadsStop() async {
            let outcome = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent]) {
                setenv("PINION_NUM_THREADS", "0", 1)
                _ = numThreads
            }
            #expect(line(outcome).contains("PINION_NUM_THREADS=0: expected a positive number of threads"))
        }

        @Test func wordsForThreadsStop() async {
            let outcome = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent]) {
                setenv("PINION_NUM_THREADS", "two", 1)
                _ = numThreads
            }
            #expect(line(outcome).contains("PINION_NUM_THREADS=two: expected a positive number of threads"))
        }

        @Test func baselineIsTaken() async {
            await #expect(processExitsWith: .success) {
                setenv("PINION_CPU", "baseline", 1)
                #expect(Kernels.current.instructionSet == .baseline)
            }
        }

        @Test(.enabled(if: CPUFeatures.current.avx2)) func avx2IsTaken() async {
            await #expect(processExitsWith: .success) {
                setenv("PINION_CPU", "avx2", 1)
                #expect(Kernels.current.instructionSet == .avx2)
            }
        }

        @Test func anUnknownInstructionSetStops() async {
            let outcome = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent]) {
                setenv("PINION_CPU", "mmx", 1)
                _ = Kernels.current
            }
            #expect(line(outcome).contains("PINION_CPU=mmx: no such instruction set; it can run baseline"))
        }

        @Test(.enabled(if: !CPUFeatures.current.avx512)) func anInstructionSetTheProcessorLacksStops() async {
            let outcome = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent]) {
                setenv("PINION_CPU", "avx512", 1)
                _ = Kernels.current
            }
            #expect(line(outcome).contains("PINION_CPU=avx512: this processor does not have it"))
        }
    }
}
