import PinionKernelInterface

func makeNormKernels() -> NormKernels {
    NormKernels(
        float: NormEntries(
            sum: { sumOfDistances(FloatLane.self, squared: false, $0, $1, $2) },
            squares: { sumOfDistances(FloatLane.self, squared: true, $0, $1, $2) },
            productSums: { sumsOfProducts(FloatLane.self, $0, $1, $2, $3) },
            scale: { scaleDistances(FloatLane.self, $0, $1, $2, $3, $4, $5) },
            gradient: { normGradient(FloatLane.self, $0, $1, $2, $3, $4, $5, $6, $7) }),
        double: NormEntries(
            sum: { sumOfDistances(DoubleLane.self, squared: false, $0, $1, $2) },
            squares: { sumOfDistances(DoubleLane.self, squared: true, $0, $1, $2) },
            productSums: { sumsOfProducts(DoubleLane.self, $0, $1, $2, $3) },
            scale: { scaleDistances(DoubleLane.self, $0, $1, $2, $3, $4, $5) },
            gradient: { normGradient(DoubleLane.self, $0, $1, $2, $3, $4, $5, $6, $7) }))
}
