import PinionKernelInterface

#if PINION_AVX512
let compiledInstructionSet = InstructionSet.avx512
#elseif PINION_AVX2
let compiledInstructionSet = InstructionSet.avx2
#else
let compiledInstructionSet = InstructionSet.baseline
#endif

/// The table of the kernels as this module's flags compiled them.
package func makeKernelTable() -> KernelTable {
    KernelTable(
        instructionSet: compiledInstructionSet,
        gemm: makeGemmKernels(),
        elementwise: makeElementwiseKernels(),
        integer: makeIntegerKernels(),
        logic: makeLogicKernels(),
        cast: makeCastKernels(),
        fill: makeFillKernels(),
        reduction: makeReductionKernels(),
        copy: makeCopyKernels(),
        random: makeRandomKernels(),
        winograd: makeWinogradKernels(),
        peak: makePeakKernels())
}
