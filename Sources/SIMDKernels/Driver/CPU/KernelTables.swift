import PinionKernelInterface

// The kernels' modules by the symbols of their one entry, `makeKernelTable`. An import would make this module, and with
// it all that stand on it, wait until the kernels are compiled, which takes half of a build's time.

@_silgen_name("pinion_make_baseline_kernels")
func makeBaselineKernels() -> KernelTable

// The manifest leaves them out where it cannot see that they are wanted.
#if arch(x86_64) && PINION_X86_KERNELS
@_silgen_name("pinion_make_avx2_kernels")
func makeAVX2Kernels() -> KernelTable

@_silgen_name("pinion_make_avx512_kernels")
func makeAVX512Kernels() -> KernelTable
#endif
