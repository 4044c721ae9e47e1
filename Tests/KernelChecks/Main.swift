import PinionKernelInterface
import PinionKernels

// The kernels of one table against plain loops and the C library, for processors that are emulated here: arm64
// (.ci/arm64) and AVX-512 (.ci/avx512). A program of its own, because the toolchain's standard library for arm64 is the
// Embedded one, which has no package manager and no Swift Testing, and because it is small.

@_cdecl("main")
func main() -> Int32 {
    let kernels = makeKernelTable()
    var checks = Checks()
    checkGemm(kernels.gemm, &checks)
    checkWinograd(kernels.winograd, &checks)
    checkNorm(kernels.norm, &checks)
    checkMath(kernels.elementwise, &checks)
    checkReductions(kernels.reduction, &checks)
    checkCopies(kernels.copy, &checks)
    checkRandom(kernels.random, &checks)
    checkCasts(kernels.cast, &checks)
    checkIntegers(kernels.integer, kernels.logic, &checks)
    return checks.failedGroups == 0 ? 0 : 1
}
