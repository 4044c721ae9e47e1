import PinionAutograd
import PinionTestSupport

let specialRows: [OperationRow] = [
    OperationRow("lgamma") { s in [s[0].lgamma()] }.inPlace { s in [s[0].lgammaInPlace()] }.looselyDifferentiated,
    OperationRow("digamma") { s in [s[0].digamma()] }.inPlace { s in [s[0].digammaInPlace()] }.looselyDifferentiated,
    OperationRow("polygamma_1") { s in [s[0].polygamma(1)] }
        .inPlace { s in [s[0].polygammaInPlace(1)] }.named("polygamma", "polygammaInPlace").looselyDifferentiated,
    OperationRow("polygamma_2") { s in [s[0].polygamma(2)] }.named("polygamma"),
    OperationRow("polygamma_3") { s in [s[0].polygamma(3)] }.named("polygamma"),
    OperationRow("i0") { s in [s[0].i0()] }.inPlace { s in [s[0].i0InPlace()] },
    OperationRow("erfinv") { s in [s[0].erfinv()] }.inPlace { s in [s[0].erfinvInPlace()] },
    OperationRow("positive") { s in [s[0].positive()] },
    OperationRow("sinc") { s in [s[0].sinc()] }.inPlace { s in [s[0].sincInPlace()] },
    OperationRow("deg2rad") { s in [s[0].deg2rad()] }.inPlace { s in [s[0].deg2radInPlace()] },
    OperationRow("rad2deg") { s in [s[0].rad2deg()] }.inPlace { s in [s[0].rad2degInPlace()] },
    OperationRow("signbit") { s in [s[0].signbit()] },
    OperationRow("nan_to_num") { s in
        [s[0].nanToNum(nan: s.double("nan", 0), posinf: s.double("posinf"), neginf: s.double("neginf"))]
    }.inPlace { s in
        [s[0].nanToNumInPlace(nan: s.double("nan", 0), posinf: s.double("posinf"), neginf: s.double("neginf"))]
    },
    OperationRow("heaviside") { s in [s[0].heaviside(s[1])] }.inPlace { s in [s[0].heavisideInPlace(s[1])] },
    OperationRow("float_power") { s in [s[0].floatPower(s[1])] }.inPlace { s in [s[0].floatPowerInPlace(s[1])] },
    OperationRow("ldexp") { s in [s[0].ldexp(s[1])] }.inPlace { s in [s[0].ldexpInPlace(s[1])] },
    OperationRow("nextafter") { s in [s[0].nextafter(s[1])] }.inPlace { s in [s[0].nextafterInPlace(s[1])] },
    OperationRow("gcd") { s in [s[0].gcd(s[1])] }.inPlace { s in [s[0].gcdInPlace(s[1])] },
    OperationRow("lcm") { s in [s[0].lcm(s[1])] }.inPlace { s in [s[0].lcmInPlace(s[1])] },
]

/// Operations made of others.
let composedRows: [OperationRow] = [
    OperationRow("select_scatter") { s in [s[0].selectScatter(s[1], s.int("dim", 0), s.int("index", 0))] }
        .named("select"),
    OperationRow("slice_scatter") { s in
        [
            s[0].sliceScatter(
                s[1], dim: s.int("dim", 0), start: s.int("start"), end: s.int("end"), step: s.int("step", 1))
        ]
    },
    OperationRow("diagonal_scatter") { s in
        [
            s[0].diagonalScatter(
                s[1], offset: s.int("offset", 0), dim1: s.int("dim1", 0), dim2: s.int("dim2", 1))
        ]
    }.named("diagonal"),
    indexReduceRow("mean", .mean), indexReduceRow("prod", .prod), indexReduceRow("amin", .amin),
    indexReduceRow("amax", .amax),
    OperationRow("linalg.lu_factor") { s in
        let (factors, pivots) = Linalg.luFactor(s[0])
        return [factors, pivots]
    }.named("Linalg.luFactor").covers("luFactor").excused(
        from: .expanded, because: "a matrix of equal rows has no inverse"),
    OperationRow("linalg.lu_solve") { s in
        [Linalg.luSolve(s[0], s[1], s[2], left: s.bool("left", true), adjoint: s.bool("adjoint", false))]
    }.named("Linalg.luSolve").covers("luSolve").excused(
        from: .expanded, because: "a matrix of equal rows has no inverse"),
    OperationRow("trapezoid") { s in
        if let x = s.tensor("x") { return [trapezoid(s[0], x, dim: s.int("dim", -1))] }
        return [trapezoid(s[0], dx: s.double("dx", 1), dim: s.int("dim", -1))]
    },
    OperationRow("cumulative_trapezoid") { s in
        if let x = s.tensor("x") { return [cumulativeTrapezoid(s[0], x, dim: s.int("dim", -1))] }
        return [cumulativeTrapezoid(s[0], dx: s.double("dx", 1), dim: s.int("dim", -1))]
    },
    OperationRow("cov") { s in
        [s[0].cov(correction: s.int("correction", 1), fweights: s.tensor("fweights"), aweights: s.tensor("aweights"))]
    },
    OperationRow("corrcoef") { s in [s[0].corrcoef()] }.excused(
        from: .expanded, because: "equal rows have a variance of 0"),
    OperationRow("cdist") { s in [cdist(s[0], s[1], p: s.double("p", 2))] },
    OperationRow("unique_dim") { s in
        let (output, inverse, counts) = s[0].unique(dim: s.int("dim", 0))
        return [output, inverse, counts]
    }.named("unique"),
    OperationRow("unique_consecutive_dim") { s in
        let (output, inverse, counts) = s[0].uniqueConsecutive(dim: s.int("dim", 0))
        return [output, inverse, counts]
    }.named("uniqueConsecutive"),
    OperationRow("histogram") { s in
        let (weight, density) = (s.tensor("weight"), s.bool("density", false))
        if let bins = s.tensor("bins") {
            let (hist, edges) = s[0].histogram(bins, weight: weight, density: density)
            return [hist, edges]
        }
        let ends = s.value("range")?.elements?.compactMap(\.double) ?? []
        let range = ends.count == 2 ? (ends[0], ends[1]) : nil
        let (hist, edges) = s[0].histogram(s.int("bins", 1), range: range, weight: weight, density: density)
        return [hist, edges]
    },
    OperationRow("cartesian_prod") { s in
        let x = s.tensors("input")
        return [
            x.count == 1
                ? cartesianProd(x[0]) : x.count == 2 ? cartesianProd(x[0], x[1]) : cartesianProd(x[0], x[1], x[2])
        ]
    },
    OperationRow("block_diag") { s in
        let x = s.tensors("input")
        return [x.count == 2 ? blockDiag(x[0], x[1]) : blockDiag(x[0], x[1], x[2])]
    },
    OperationRow("combinations") { s in
        [s[0].combinations(s.int("r", 2), withReplacement: s.bool("with_replacement", false))]
    },
    OperationRow("diagflat") { s in [s[0].diagflat(offset: s.int("offset", 0))] },
    OperationRow("vander") { s in [s[0].vander(s.int("N"), increasing: s.bool("increasing", false))] },
]

private func indexReduceRow(_ name: String, _ reduce: ScatterReduceOperation) -> OperationRow {
    OperationRow("index_reduce_\(name)") { s in
        let own = s.bool("include_self", true)
        return [s[0].indexReduce(s.int("dim", 0), s[1], s[2], reduce: reduce, includeSelf: own)]
    }.inPlace { s in
        let own = s.bool("include_self", true)
        return [s[0].indexReduceInPlace(s.int("dim", 0), s[1], s[2], reduce: reduce, includeSelf: own)]
    }.named("indexReduce", "indexReduceInPlace")
}

extension OperationRow {
    /// PyTorch's trigamma function has nine digits.
    fileprivate var looselyDifferentiated: OperationRow { tolerance(1e-8) }
}
