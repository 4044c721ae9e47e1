import PinionAutograd
import PinionTestSupport

extension OperationCall {
    fileprivate var order: Linalg.MatrixNorm? {
        switch string("ord") {
        case "fro": .fro
        case "nuc": .nuc
        default: double("ord").map { .order($0) }
        }
    }
    fileprivate var keepDim: Bool { bool("keepdim", false) }
}

extension OperationRow {
    fileprivate var needsRegular: OperationRow {
        excused(from: .expanded, because: "a matrix of equal rows has no inverse")
    }
    /// PyTorch's derivatives of the polygamma functions have nine digits.
    fileprivate var looselyDifferentiated: OperationRow { tolerance(1e-8) }
}

/// Rarer operations.
let furtherRows: [OperationRow] = [
    mvlgammaRow(1), mvlgammaRow(3),
    OperationRow("igamma") { s in [igamma(s[0], s[1])] }.inPlace { s in [s[0].igammaInPlace(s[1])] }.tolerance(1e-11),
    OperationRow("igammac") { s in [igammac(s[0], s[1])] }.inPlace { s in [s[0].igammacInPlace(s[1])] }
        .tolerance(1e-11),
    OperationRow("frexp") { s in
        let (mantissa, exponent) = s[0].frexp()
        return [mantissa, exponent]
    },
    OperationRow("matrix_exp") { s in [matrixExp(s[0])] },
    OperationRow("linalg.tensorinv") { s in [Linalg.tensorinv(s[0], ind: s.int("ind", 2))] }
        .named("Linalg.tensorinv").covers("tensorinv").needsRegular,
    OperationRow("linalg.tensorsolve") { s in [Linalg.tensorsolve(s[0], s[1], dims: s.ints("dims"))] }
        .named("Linalg.tensorsolve").covers("tensorsolve").needsRegular,
    OperationRow("linalg.vecdot") { s in [Linalg.vecdot(s[0], s[1], dim: s.int("dim", -1))] }
        .named("Linalg.vecdot").covers("vecdot"),
    OperationRow("linalg.vander") { s in [Linalg.vander(s[0], n: s.int("N"))] }.named("Linalg.vander"),
    OperationRow("linalg.norm") { s in [Linalg.norm(s[0], s.order, dims: s.ints("dim"), keepDim: s.keepDim)] }
        .named("Linalg.norm", "Linalg.matrixNorm", "Linalg.vectorNorm").needsRegular,
    OperationRow("linalg.vector_norm") { s in
        [Linalg.vectorNorm(s[0], s.double("ord", 2), dims: s.ints("dim", []), keepDim: s.keepDim)]
    }.named("Linalg.vectorNorm").covers("vectorNorm"),
    OperationRow("atleast_1d") { s in [atleast1d(s[0])] },
    OperationRow("atleast_2d") { s in [atleast2d(s[0])] },
    OperationRow("atleast_3d") { s in [atleast3d(s[0])] },
    OperationRow("sum_to_size") { s in [s[0].sumToSize(s.ints("size", []))] },
    OperationRow("as_strided_scatter") { s in
        [s[0].asStridedScatter(s[1], s.ints("size", []), s.ints("stride", []), s.int("storage_offset"))]
    }.excused(from: .memoryVariants, .expanded, because: "it looks at memory, which lies otherwise"),
    OperationRow("pdist") { s in [pdist(s[0], p: s.double("p", 2))] },
    OperationRow("renorm") { s in [s[0].renorm(s.double("p", 2), s.int("dim", 0), s.double("maxnorm", 1))] }
        .inPlace { s in [s[0].renormInPlace(s.double("p", 2), s.int("dim", 0), s.double("maxnorm", 1))] },
    OperationRow("gradient") { s in
        let (dims, order) = (s.ints("dim"), s.int("edge_order", 1))
        let places = s.tensors("spacing")
        if !places.isEmpty { return gradient(s[0], spacing: places, dims: dims, edgeOrder: order) }
        if let distances = s.value("spacing")?.elements?.compactMap(\.double) {
            return gradient(s[0], spacing: distances, dims: dims, edgeOrder: order)
        }
        return gradient(s[0], spacing: s.double("spacing", 1), dims: dims, edgeOrder: order)
    },
    OperationRow("histogramdd") { s in
        let (weight, density) = (s.tensor("weight"), s.bool("density", false))
        let bounds = s.tensors("bins")
        let result =
            bounds.isEmpty
            ? histogramdd(s[0], s.ints("bins", []), weight: weight, density: density)
            : histogramdd(s[0], bounds, weight: weight, density: density)
        return [result.hist] + result.binEdges
    },
    OperationRow("unravel_index") { s in unravelIndex(s[0], s.ints("shape", [])) },
    OperationRow("trapz") { s in
        if let x = s.tensor("x") { return [trapz(s[0], x, dim: s.int("dim", -1))] }
        return [trapz(s[0], dx: s.double("dx", 1), dim: s.int("dim", -1))]
    }.named("trapezoid"),
]

private func mvlgammaRow(_ p: Int) -> OperationRow {
    OperationRow("mvlgamma_\(p)") { s in [mvlgamma(s[0], p)] }.inPlace { s in [s[0].mvlgammaInPlace(p)] }
        .named("mvlgamma", "mvlgammaInPlace").looselyDifferentiated
}
