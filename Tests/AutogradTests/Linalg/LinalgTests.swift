import PinionAutograd
import Testing

@Suite struct LinalgTests {
    private static let functions: [String: @Sendable ([Tensor]) -> [Tensor]] = [
        "inv": { [Linalg.inv($0[0])] },
        "det": { [$0[0].det()] },
        "det first order": { [Linalg.det($0[0])] },
        "slogdet": {
            let (sign, logarithm) = Linalg.slogdet($0[0])
            return [sign.detach(), logarithm]
        },
        "logdet": { [($0[0] • transposed($0[0])).logdet()] },
        "cholesky": { [Linalg.cholesky(definite($0[0]))] },
        "cholesky upper": { [definite($0[0]).cholesky(upper: true)] },
        "choleskyInverse": { [definite($0[0]).cholesky().choleskyInverse()] },
        "choleskySolve": { [$0[1].choleskySolve(definite($0[0]).cholesky())] },
        "choleskySolve upper": { [$0[1].choleskySolve(definite($0[0]).cholesky(upper: true), upper: true)] },
        "eigh": {
            let (values, vectors) = Linalg.eigh($0[0] + transposed($0[0]))
            return [values, vectors.abs()]
        },
        "eigh U": {
            let (values, vectors) = Linalg.eigh($0[0], UPLO: "U")
            return [values, vectors.abs()]
        },
        "eigvalsh": { [Linalg.eigvalsh($0[0])] },
        "lu": {
            let (p, l, u) = Linalg.lu($0[0])
            return [p, l, u]
        },
        "solve": { [Linalg.solve($0[0], $0[1])] },
        "solve right": { [Linalg.solve($0[0], transposed($0[1]), left: false)] },
        "solveTriangular": { [Linalg.solveTriangular($0[0], $0[1], upper: false)] },
        "solveTriangular upper": { [Linalg.solveTriangular($0[0], $0[1], upper: true)] },
        "solveTriangular right": { [Linalg.solveTriangular($0[0], transposed($0[1]), upper: true, left: false)] },
        "solveTriangular right lower": {
            [Linalg.solveTriangular($0[0], transposed($0[1]), upper: false, left: false)]
        },
        "solveTriangular unit": { [Linalg.solveTriangular($0[0], $0[1], upper: true, unitriangular: true)] },
        "qr": {
            let (q, r) = Linalg.qr($0[0])
            return [q, r]
        },
        "qr complete": {
            let (q, r) = Linalg.qr($0[0], mode: .complete)
            return [q, r]
        },
        "svd": {
            let (u, s, vh) = Linalg.svd($0[0], fullMatrices: false)
            return [u.abs(), s, vh.abs()]
        },
        "svd full": {
            let (u, s, vh) = Linalg.svd($0[0])
            let k = s.size(-1)
            return [columns(u, k).abs(), s, transposed(columns(transposed(vh), k)).abs()]
        },
        "svdvals": { [Linalg.svdvals($0[0])] },
        "pinv": { [Linalg.pinv($0[0])] },
        "pinv first order": { [Linalg.pinv($0[0])] },
        "lstsq": {
            let result = Linalg.lstsq($0[0], $0[1])
            return [result.solution, result.residuals]
        },
        "matrixRank": { [Linalg.matrixRank($0[0])] },
        "cond": { [Linalg.cond($0[0])] },
    ]

    /// Functions with a parameter behind the name.
    private static func function(_ name: String) -> (([Tensor]) -> [Tensor])? {
        if let function = functions[name] { return function }
        let words = name.split(separator: " ")
        guard words.count == 2 else { return nil }
        let norm: Linalg.MatrixNorm =
            words[1] == "fro" ? .fro : words[1] == "nuc" ? .nuc : .order(Double(words[1]) ?? .nan)
        switch words[0] {
        case "matrixNorm": return { [Linalg.matrixNorm($0[0], norm)] }
        case "cond": return { [Linalg.cond($0[0], norm)] }
        case "matrixPower": return Int(words[1]).map { n in { [$0[0].matrixPower(n)] } }
        default: return nil
        }
    }

    @Test func linearAlgebraAgreesWithPyTorch() throws {
        var unused = Set(Self.functions.keys)
        for sample in try AlgebraSample.all("algebra_linalg") {
            let function = try #require(Self.function(sample.name), "\(sample.name)")
            unused.remove(sample.name)
            sample.check(function, tolerance: 1e-10)
        }
        #expect(unused.isEmpty)
    }

    @Test func factorsMultiplyToTheMatrix() {
        manySizes { rows, columns in
            let x = wild(rows, columns)
            let (u, s, vh) = Linalg.svd(x, fullMatrices: false)
            expectClose(u * s • vh, x)
            let (fullU, _, fullV) = Linalg.svd(x)
            expectClose(transposed(fullU) • fullU, identity(rows))
            expectClose(fullV • transposed(fullV), identity(columns))
            let (q, r) = x.qr(some: false)
            expectClose(q • r, x)
            expectClose(q • transposed(q), identity(rows))
            let (p, l, upper) = Linalg.lu(x)
            expectClose(p • l • upper, x)
            let symmetric = x • transposed(x)
            let (values, vectors) = Linalg.eigh(symmetric)
            expectClose(vectors * values • transposed(vectors), symmetric)
            expectClose(transposed(vectors) • vectors, identity(rows))
        }
    }

    @Test func matricesWithoutFullRankHaveOrthonormalFactors() {
        let column = wild(6, 1)
        let x = column • transposed(wild(4, 1))
        let (u, s, vh) = Linalg.svd(x)
        expectClose(transposed(u) • u, identity(6))
        expectClose(vh • transposed(vh), identity(4))
        #expect(Linalg.matrixRank(x).item == 1)
        #expect(s.toArray(Double.self).dropFirst().allSatisfy { $0 < 1e-14 })
        expectClose(x • Linalg.pinv(x) • x, x)
        let zero = Tensor.zeros(3, 2, dtype: .float64)
        expectClose(transposed(Linalg.svd(zero).u) • Linalg.svd(zero).u, identity(3))
        #expect(Linalg.matrixRank(zero).item == 0)
    }

    @Test func mistakesNameTheMatrix() {
        func message(_ body: () -> Tensor) -> String? {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { body() } }
            return error?.description
        }
        let singular = Tensor([[[1.0, 0.0], [0.0, 1.0]], [[1.0, 2.0], [2.0, 4.0]]])
        #expect(
            message { Linalg.inv(singular) }
                == "Linalg.inv: batch element 1: the matrix is singular: the diagonal element 2 of its factor U is zero"
        )
        #expect(
            message { Linalg.solve(singular, Tensor.ones(2, 1)) }
                == "Linalg.solve: batch element 1: no solution, because the matrix of shape [2, 2, 2] is singular")
        #expect(
            message { (-singular).cholesky() }
                == "cholesky: batch element 0: the matrix is not positive-definite: its leading minor of order 1 is not"
        )
        #expect(message { Tensor.ones(2, 3).inverse() } == "inverse: expected square matrices, got shape [2, 3]")
        #expect(message { Tensor.ones(3).det() } == "det: expected at least 2 dimensions, got shape [3]")
        #expect(
            message { Linalg.inv(Tensor.ones(2, 2, dtype: .int64)) }
                == "Linalg.inv: expected float32 or float64, got int64")
        #expect(
            message { Linalg.solve(Tensor.ones(3, 3), Tensor.ones(4, 2)) }
                == "Linalg.solve: shapes [3, 3] and [4, 2] do not fit A · X = B or X · A = B")
        #expect(
            message { Linalg.svd(Tensor([[Double.nan]])).s }
                == "Linalg.svd: the matrix has elements that are not finite")
        #expect(
            message { Linalg.eigvalsh(Tensor.ones(1, 1), UPLO: "X") }
                == "Linalg.eigvalsh: UPLO is \"X\", expected \"L\" or \"U\"")
        #expect(
            message { Linalg.matrixNorm(Tensor.ones(1, 1), .order(3)) }
                == "Linalg.matrixNorm: the order is 3.0, expected ±1, ±2 or ±infinity")
    }

    @Test func singularMatricesHaveLogarithmsAndConditions() {
        let x = Tensor([[1.0, 2.0], [2.0, 4.0]])
        #expect(x.slogdet().sign.item == 0)
        #expect(x.logdet().item == -.infinity)
        #expect(Tensor([[-1.0]]).logdet().item.isNaN)
        #expect(Linalg.cond(x, .fro).item == .infinity)
        #expect(Linalg.eigvalsh(Tensor([[Double.nan]])).item.isNaN)
    }

    @Test func nodesHavePyTorchsNames() {
        let x = Tensor([[2.0, 1.0], [1.0, 3.0]], requiresGrad: true)
        #expect(Linalg.inv(x).gradFn?.name == "LinalgInvExBackward0")
        #expect(x.det().gradFn?.name == "LinalgDetBackward0")
        #expect(x.slogdet().logabsdet.gradFn?.name == "LinalgSlogdetBackward0")
        #expect(Linalg.solve(x, x).gradFn?.name == "LinalgSolveExBackward0")
        #expect(Linalg.cholesky(x).gradFn?.name == "LinalgCholeskyExBackward0")
        #expect(x.cholesky().gradFn?.name == "CholeskyBackward0")
        #expect(x.qr().r.gradFn?.name == "LinalgQrBackward0")
        #expect(Linalg.svdvals(x).gradFn?.name == "LinalgSvdBackward0")
        #expect(Linalg.eigvalsh(x).gradFn?.name == "LinalgEighBackward0")
        #expect(x.pinverse().gradFn?.name == "LinalgPinvBackward0")
    }
}

private func manySizes(_ body: (Int, Int) -> Void) {
    for (rows, columns) in [(1, 1), (2, 2), (5, 3), (3, 5), (20, 20), (31, 7), (7, 31), (0, 3), (3, 0)] {
        body(rows, columns)
    }
}

/// Elements without pattern, of many magnitudes.
private func wild(_ rows: Int, _ columns: Int) -> Tensor {
    var state: UInt64 = 88_172_645_463_325_252
    let values = (0..<rows * columns).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(Int64(bitPattern: state)) / 0x1p63
    }
    return Tensor(values, dtype: .float64).viewed(as: Layout(rank: 2, sizes: [rows, columns, 1, 1, 1, 1, 1, 1]))
}

private func transposed(_ x: Tensor) -> Tensor { x.mT }
private func columns(_ x: Tensor, _ count: Int) -> Tensor { x.narrow(-1, 0, count) }
private func definite(_ x: Tensor) -> Tensor { x • transposed(x) + identity(x.size(-1)) }

private func identity(_ n: Int) -> Tensor { Tensor.eye(n, dtype: .float64) }

private func expectClose(_ x: Tensor, _ y: Tensor) {
    #expect(x.shape == y.shape)
    if x.numel > 0 { #expect((x - y).abs().max().item < 1e-12) }
}
