import PinionKernelInterface

#if PINION_AVX512
let compiledInstructionSet = InstructionSet.avx512
#elseif PINION_AVX2
let compiledInstructionSet = InstructionSet.avx2
#else
let compiledInstructionSet = InstructionSet.baseline
#endif

/// The table of the kernels as this module's flags compiled them. The driver calls it by its symbol.
#if PINION_AVX512
@_silgen_name("pinion_make_avx512_kernels")
#elseif PINION_AVX2
@_silgen_name("pinion_make_avx2_kernels")
#else
@_silgen_name("pinion_make_baseline_kernels")
#endif
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
        norm: makeNormKernels(),
        peak: makePeakKernels())
}
