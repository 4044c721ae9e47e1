import PinionAutograd

/// Ways to write one operation; all give the same tensor.
struct NameForms: Sendable {
    typealias Form = @Sendable (Tensor) -> Tensor
    let name: String
    let forms: [Form]

    init(_ name: String, _ forms: Form...) { (self.name, self.forms) = (name, forms) }
}

extension NameForms {
    static let reductions: [NameForms] = [
        NameForms("sum", { $0.sum() }, { sum($0) }),
        NameForms("sum dim", { $0.sum(dim: 1) }, { $0.sum(1) }, { sum($0, dim: 1) }, { sum($0, 1) }),
        NameForms("sum dims", { $0.sum(dims: [0, 1]) }, { $0.sum([0, 1]) }, { sum($0, dims: [0, 1]) }),
        NameForms(
            "mean", { $0.mean(dim: 0, keepDim: true) }, { $0.mean(0, keepDim: true) }, { mean($0, 0, keepDim: true) }),
        NameForms("prod", { $0.prod(dim: 0) }, { $0.prod(0) }, { prod($0, dim: 0) }),
        NameForms("std", { $0.std(dim: 0) }, { $0.std(0) }, { std($0, dim: 0) }),
        NameForms("var", { $0.var(dim: 0, unbiased: false) }, { $0.var(0, unbiased: false) }),
        NameForms("max", { $0.max() }, { max($0) }),
        NameForms(
            "max dim", { $0.max(dim: 1).values }, { $0.max(1).values }, { max($0, dim: 1).values },
            { max($0, 1).values }),
        NameForms("max of two", { $0.maximum(-$0) }, { $0.max(-$0) }, { max($0, -$0) }, { maximum($0, -$0) }),
        NameForms("min of two", { $0.minimum(-$0) }, { $0.min(-$0) }, { min($0, -$0) }),
        NameForms("min dim", { $0.min(dim: 1).indices }, { min($0, 1).indices }),
        NameForms("argmax", { $0.argmax(dim: 1) }, { $0.argmax(1) }, { argmax($0, dim: 1) }, { argmax($0, 1) }),
        NameForms("any", { $0.any(dim: 0) }, { any($0, dim: 0) }),
        NameForms("all", { $0.all() }, { all($0) }),
        NameForms("norm", { $0.norm(p: 2, dim: 1) }, { $0.norm(2, dim: 1) }, { norm($0, p: 2, dim: 1) }),
        NameForms(
            "norm fro", { $0.norm() }, { $0.norm(.fro) }, { $0.norm(p: .fro) }, { norm($0) }, { Linalg.norm($0) }),
        NameForms("vectorNorm", { Linalg.vectorNorm($0, 3) }, { Linalg.vectorNorm($0, ord: 3) }),
        NameForms(
            "matrixNorm", { Linalg.matrixNorm($0, .nuc) }, { Linalg.matrixNorm($0, ord: .nuc) },
            { Linalg.norm($0, .nuc) }),
        NameForms(
            "matrixNorm 1", { Linalg.matrixNorm($0, .order(1)) }, { Linalg.matrixNorm($0, 1) },
            { Linalg.norm($0, ord: 1) }),
        NameForms("logsumexp", { $0.logsumexp(dim: 1) }, { $0.logsumexp(1) }, { logsumexp($0, dim: 1) }),
        NameForms("cumsum", { $0.cumsum(dim: 1) }, { $0.cumsum(1) }, { cumsum($0, dim: 1) }, { cumsum($0, 1) }),
        NameForms("cumprod", { $0.cumprod(dim: 1) }, { cumprod($0, dim: 1) }, { $0.clone().cumprodInPlace(dim: 1) }),
        NameForms("softmax", { $0.softmax(dim: 1) }, { $0.softmax(1) }, { softmax($0, dim: 1) }, { softmax($0, 1) }),
        NameForms("sort", { $0.sort(dim: 1).values }, { $0.sort(1).values }, { sort($0, dim: 1).values }),
        NameForms(
            "topk", { $0.topk(2, dim: 1).values }, { $0.topk(2, 1).values }, { topk($0, 2, dim: 1).values },
            { topk($0, k: 2).values }),
        NameForms("median", { $0.median(dim: 1).values }, { $0.median(1).values }, { median($0, dim: 1).values }),
        NameForms("quantile", { $0.quantile(0.25, dim: 0) }, { quantile($0, 0.25, dim: 0) }, { $0.quantile(0.25, 0) }),
        NameForms("unique", { $0.unique() }, { unique($0) }),
        NameForms("trapz", { trapezoid($0) }, { trapz($0) }),
    ]

    static let shapes: [NameForms] = [
        NameForms("reshape", { $0.reshape(3, 2) }, { $0.reshape([3, 2]) }, { reshape($0, [3, 2]) }),
        NameForms(
            "flatten", { $0.flatten(0) }, { $0.flatten(startDim: 0) }, { flatten($0, 0) }, { flatten($0, startDim: 0) }),
        NameForms(
            "unflatten", { $0.unflatten(1, [3, 1]) }, { $0.unflatten(dim: 1, sizes: [3, 1]) },
            { unflatten($0, 1, [3, 1]) }),
        NameForms(
            "unsqueeze", { $0.unsqueeze(1) }, { $0.unsqueeze(dim: 1) }, { unsqueeze($0, 1) }, { unsqueeze($0, dim: 1) }),
        NameForms("squeeze", { $0.squeeze(0) }, { $0.squeeze(dim: 0) }, { squeeze($0, 0) }, { squeeze($0, dim: 0) }),
        NameForms(
            "transpose", { $0.transpose(0, 1) }, { $0.transpose(dim0: 0, dim1: 1) }, { transpose($0, 0, 1) }, { $0.T },
            { $0.t() }, { $0.mT }, { $0.H }, { $0.mH }, { $0.adjoint() }, { t($0) },
            { $0.clone().swapaxesInPlace(0, 1) }, { $0.clone().swapdimsInPlace(0, 1) }),
        NameForms(
            "permute", { $0.permute(1, 0) }, { $0.permute([1, 0]) }, { $0.permute(dims: [1, 0]) },
            { permute($0, [1, 0]) }, { permute($0, dims: [1, 0]) }),
        NameForms("movedim", { $0.movedim(0, 1) }, { $0.movedim(source: 0, destination: 1) }, { movedim($0, 0, 1) }),
        NameForms(
            "narrow", { $0.narrow(1, 0, 2) }, { $0.narrow(dim: 1, start: 0, length: 2) }, { narrow($0, 1, 0, 2) },
            { $0[..., 0..<2] }),
        NameForms("select", { $0.select(1, 0) }, { $0.select(dim: 1, index: 0) }, { select($0, 1, 0) }, { $0[..., 0] }),
        NameForms("unfold", { $0.unfold(1, 2, 1) }, { $0.unfold(dimension: 1, size: 2, step: 1) }),
        NameForms(
            "split", { $0.split(2, dim: 1)[1] }, { $0.split(2, 1)[1] }, { split($0, 2, dim: 1)[1] },
            { $0.splitWithSizes([2, 1], dim: 1)[1] }),
        NameForms(
            "chunk", { $0.chunk(2, dim: 1)[0] }, { $0.chunk(2, 1)[0] }, { chunk($0, 2, dim: 1)[0] },
            { $0.chunk(chunks: 2, dim: 1)[0] }),
        NameForms("unbind", { $0.unbind(1)[2] }, { $0.unbind(dim: 1)[2] }, { unbind($0, dim: 1)[2] }),
        NameForms(
            "flip", { $0.flip(1) }, { $0.flip([1]) }, { $0.flip(dims: [1]) }, { flip($0, [1]) }, { flip($0, dims: [1]) }
        ),
        NameForms(
            "roll", { $0.roll(1, dim: 1) }, { $0.roll(1, 1) }, { $0.roll(1, dims: 1) }, { $0.roll(shifts: 1, dims: 1) },
            { roll($0, 1, dims: 1) }, { roll($0, [1], [1]) }),
        NameForms("rot90", { $0.rot90(1, dims: [0, 1]) }, { $0.rot90(1, [0, 1]) }, { rot90($0, 1, dims: [0, 1]) }),
        NameForms("triu", { $0.triu(1) }, { $0.triu(diagonal: 1) }, { triu($0, diagonal: 1) }, { triu($0, 1) }),
        NameForms("tril", { $0.tril(-1) }, { $0.tril(diagonal: -1) }, { tril($0, diagonal: -1) }),
        NameForms("diag", { $0.diag(1) }, { $0.diag(diagonal: 1) }, { diag($0, 1) }, { diag($0, diagonal: 1) }),
        NameForms(
            "repeatInterleave", { $0.repeatInterleave(2, dim: 1) }, { $0.repeatInterleave(2, 1) },
            { repeatInterleave($0, 2, dim: 1) }),
        NameForms("tile", { $0.tile(2, 1) }, { $0.tile(dims: [2, 1]) }, { tile($0, [2, 1]) }),
        NameForms(
            "cat", { cat([$0, $0], dim: 1) }, { cat([$0, $0], 1) }, { concat([$0, $0], dim: 1) },
            { concatenate([$0, $0], dim: 1) }),
        NameForms("stack", { stack([$0, $0], dim: 1) }, { stack([$0, $0], 1) }),
        NameForms("vstack", { vstack([$0, $0]) }, { rowStack([$0, $0]) }),
        NameForms(
            "to", { $0.to(.float64) }, { $0.to(dtype: .float64) }, { $0.double() },
            { $0.typeAs(Tensor.ones(1, dtype: .float64)) }),
        NameForms("detach", { $0 }, { $0.detach() }, { detach($0) }),
        NameForms("device", { $0 }, { $0.cpu() }, { $0.to(.cpu) }, { $0.to(.cpu, .float32) }),
    ]

    static let indexing: [NameForms] = [
        NameForms(
            "gather", { $0.gather(1, one) }, { $0.gather(dim: 1, index: one) }, { gather($0, 1, one) },
            { gather($0, dim: 1, index: one) }, { $0.takeAlongDim(one, 1) }),
        NameForms(
            "indexSelect", { $0.indexSelect(1, two) }, { $0.indexSelect(dim: 1, index: two) },
            { indexSelect($0, 1, two) }, { $0[.all, two] }, { $0[.all, [0, 2]] }),
        NameForms(
            "scatter", { $0.scatter(1, one, 7.0) }, { $0.scatter(1, one, value: 7.0) },
            { $0.scatter(dim: 1, index: one, value: 7.0) }, { $0.clone().scatterInPlace(1, one, 7) },
            { scatter($0, 1, one, 7.0) }),
        NameForms(
            "scatterAdd", { $0.scatterAdd(1, one, $0) }, { $0.scatterAdd(dim: 1, index: one, src: $0) },
            { scatterAdd($0, 1, one, $0) }),
        NameForms(
            "maskedFill", { $0.maskedFill($0 .> 0, -1.0) }, { $0.maskedFill($0 .> 0, value: -1) },
            { maskedFill($0, $0 .> 0, -1) }, { $0.clone().maskedFillInPlace($0 .> 0, value: -1) }),
        NameForms(
            "infinite", { $0.maskedFill($0 .> 0, -Double.infinity) }, { $0.maskedFill($0 .> 0, -.infinity) },
            { $0.maskedFill($0 .> 0, value: -.infinity) }),
        NameForms("maskedSelect", { $0.maskedSelect($0 .> 0) }, { maskedSelect($0, $0 .> 0) }, { $0[$0 .> 0] }),
        NameForms(
            "where", { Tensor.where($0 .> 0, $0, 0) }, { `where`($0 .> 0, $0, 0) }, { $0.where($0 .> 0, 0) },
            { PinionAutograd.where($0 .> 0, $0, Tensor.zerosLike($0)) }),
        NameForms("nonzero", { $0.nonzero() }, { nonzero($0) }, { argwhere($0) }, { stack(`where`($0 .!= 0), dim: 1) }),
    ]

    static let arithmetic: [NameForms] = [
        NameForms("add", { $0 + $0 }, { $0.add($0) }, { add($0, $0) }),
        NameForms("add alpha", { $0 + 0.5 * $0 }, { $0.add($0, alpha: 0.5) }, { add($0, $0, alpha: 0.5) }),
        NameForms("sub", { $0 - 1 }, { sub($0, 1) }, { subtract($0, 1) }, { $0.sub(1) }),
        NameForms("mul", { $0 * 3 }, { mul($0, 3) }, { multiply($0, 3) }, { 3 * $0 }),
        NameForms("div", { $0 / 4 }, { div($0, 4) }, { divide($0, 4) }, { trueDivide($0, 4) }),
        NameForms("floorDivide", { $0.floorDivide(2) }, { floorDivide($0, 2) }, { div($0, 2, roundingMode: .floor) }),
        NameForms("remainder", { $0 % 2 }, { remainder($0, 2) }, { $0.remainder(2) }),
        NameForms(
            "clamp", { $0.clamp(min: 0, max: 1) }, { $0.clamp(0, 1) }, { clamp($0, min: 0, max: 1) },
            { clamp($0, 0, 1) }, { clip($0, min: 0, max: 1) }, { $0.clone().clampInPlace(0, 1) }),
        NameForms("lerp", { $0.lerp(-$0, 0.25) }, { $0.lerp(-$0, weight: 0.25) }, { lerp($0, -$0, 0.25) }),
        NameForms("pow", { $0.pow(2) }, { pow($0, 2) }, { square($0) }),
        NameForms("lgamma", { $0.lgamma() }, { lgamma($0) }),
        NameForms("erfinv", { $0.erfinv() }, { erfinv($0) }),
        NameForms(
            "mvlgamma", { $0.abs().mvlgamma(1) }, { mvlgamma(abs($0), 1) }, { $0.abs().mvlgammaInPlace(1) },
            { $0.abs().lgamma() }),
        NameForms("polygamma", { $0.polygamma(1) }, { polygamma(1, $0) }),
        NameForms("expit", { $0.sigmoid() }, { Special.expit($0) }, { sigmoid($0) }),
        NameForms("gammaln", { $0.lgamma() }, { Special.gammaln($0) }),
        NameForms("psi", { $0.digamma() }, { Special.psi($0) }, { Special.digamma($0) }),
        NameForms(
            "gammainc", { igamma($0.abs(), $0.abs()) }, { Special.gammainc(abs($0), abs($0)) },
            { 1 - Special.gammaincc(abs($0), abs($0)) }),
        NameForms("isNaN", { $0.isNaN() }, { isNaN($0) }, { $0.isnan() }, { isnan($0) }),
        NameForms("isFinite", { $0.isFinite() }, { isFinite($0) }, { isfinite($0) }),
        NameForms("gt", { $0 .> 1 }, { $0.gt(1) }, { gt($0, 1) }, { greater($0, 1) }, { 1 .< $0 }),
        NameForms("eq", { $0 .== $0 }, { eq($0, $0) }, { $0.eq($0) }),
        NameForms("round", { $0.round(decimals: 1) }, { round($0, decimals: 1) }),
        NameForms("frexp", { $0 }, { ldexp(frexp($0).mantissa, frexp($0).exponent) }),
        NameForms("det", { $0.matmul($0.T).det() }, { det($0.matmul($0.T)) }, { Linalg.det($0 • $0.T) }),
        NameForms("matrixExp", { ($0 • $0.T).matrixExp() }, { matrixExp($0 • $0.T) }, { Linalg.matrixExp($0 • $0.T) }),
        NameForms(
            "tensordot", { tensordot($0, $0, dims: ([1], [1])) }, { tensordot($0, $0, dims: [[1], [1]]) }, { $0 • $0.T }
        ),
        NameForms("renorm", { $0.renorm(2, 0, 1) }, { renorm($0, 2, 0, 1) }, { $0.clone().renormInPlace(2, 0, 1) }),
    ]
}

private let one = Tensor([[0], [2]])
private let two = Tensor([0, 2])
