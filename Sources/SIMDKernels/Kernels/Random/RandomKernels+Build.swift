import PinionKernelInterface

func makeRandomKernels() -> RandomKernels {
    RandomKernels(
        refill: refillMersenneTwister, temper: temperMersenneTwister,
        uniformFloat: { fill(UniformSource<FloatLane>($3, $4), $0, $1, $2) },
        uniformDouble: { fill(UniformSource<DoubleLane>($3, $4), $0, $1, $2) },
        normalFloat: transformToNormal,
        maskFloat: { fill(MaskSource<FloatLane>($3, $4), $0, $1, $2) },
        maskDouble: { fill(MaskSource<DoubleLane>($3, $4), $0, $1, $2) })
}
