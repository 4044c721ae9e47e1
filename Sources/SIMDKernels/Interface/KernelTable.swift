/// Everything one compile of the kernel source offers, as plain function values.
///
/// A class, so that choosing a table passes one reference and never copies the entries.
package final class KernelTable: Sendable {
    /// The instruction set the kernels were compiled for.
    package let instructionSet: InstructionSet
    package let gemm: GemmKernels
    package let elementwise: ElementwiseKernels
    package let integer: IntegerKernels
    package let logic: LogicKernels
    package let cast: CastKernels
    package let fill: FillKernels
    package let reduction: ReductionKernels
    package let copy: CopyKernels
    package let random: RandomKernels
    package let winograd: WinogradKernels
    package let norm: NormKernels
    package let peak: PeakKernels

    package init(
        instructionSet: InstructionSet, gemm: GemmKernels, elementwise: ElementwiseKernels, integer: IntegerKernels,
        logic: LogicKernels, cast: CastKernels, fill: FillKernels, reduction: ReductionKernels, copy: CopyKernels,
        random: RandomKernels, winograd: WinogradKernels, norm: NormKernels, peak: PeakKernels
    ) {
        self.instructionSet = instructionSet
        self.gemm = gemm
        self.elementwise = elementwise
        self.integer = integer
        self.logic = logic
        self.cast = cast
        self.fill = fill
        self.reduction = reduction
        self.copy = copy
        self.random = random
        self.winograd = winograd
        self.norm = norm
        self.peak = peak
    }
}
