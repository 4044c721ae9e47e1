import PinionNN
import PinionTestSupport
import Testing

extension OperationCall {
    fileprivate var reduction: LossReduction {
        switch string("reduction") {
        case "none": .none
        case "sum": .sum
        default: .mean
        }
    }

    fileprivate var divergenceReduction: KLDivReduction {
        switch string("reduction") {
        case "none": .none
        case "sum": .sum
        case "batchmean": .batchMean
        default: .mean
        }
    }
}

private let rows: [OperationRow] = [
    OperationRow("l1_loss") { [l1Loss($0[0], $0[1], reduction: $0.reduction, weight: $0.tensor("weight"))] }
        .named("l1Loss"),
    OperationRow("mse_loss") { [mseLoss($0[0], $0[1], reduction: $0.reduction, weight: $0.tensor("weight"))] },
    OperationRow("smooth_l1_loss") {
        [smoothL1Loss($0[0], $0[1], reduction: $0.reduction, beta: $0.double("beta", 1))]
    }.named("smoothL1Loss"),
    OperationRow("huber_loss") { s in
        let delta = s.double("delta", 1)
        return [huberLoss(s[0], s[1], reduction: s.reduction, delta: delta, weight: s.tensor("weight"))]
    },
    OperationRow("soft_margin_loss") { [softMarginLoss($0[0], $0[1], reduction: $0.reduction)] },
    OperationRow("cross_entropy") { s in
        let (ignore, smoothing) = (s.int("ignore_index", -100), s.double("label_smoothing", 0))
        return [
            crossEntropy(
                s[0], s[1], weight: s.tensor("weight"), ignoreIndex: ignore, reduction: s.reduction,
                labelSmoothing: smoothing)
        ]
    },
    OperationRow("nll_loss") { s in
        let ignore = s.int("ignore_index", -100)
        return [nllLoss(s[0], s[1], weight: s.tensor("weight"), ignoreIndex: ignore, reduction: s.reduction)]
    },
    OperationRow("binary_cross_entropy") { s in
        [binaryCrossEntropy(s[0], s[1], weight: s.tensor("weight"), reduction: s.reduction)]
    }.tolerance(1e-9),
    OperationRow("binary_cross_entropy_with_logits") { s in
        let (weight, posWeight) = (s.tensor("weight"), s.tensor("pos_weight"))
        return [
            binaryCrossEntropyWithLogits(s[0], s[1], weight: weight, reduction: s.reduction, posWeight: posWeight)
        ]
    },
    OperationRow("kl_div") { s in
        [klDiv(s[0], s[1], reduction: s.divergenceReduction, logTarget: s.bool("log_target", false))]
    },
    OperationRow("poisson_nll_loss") { s in
        let (log, full) = (s.bool("log_input", true), s.bool("full", false))
        let eps = s.double("eps", 1e-8)
        return [poissonNLLLoss(s[0], s[1], logInput: log, full: full, eps: eps, reduction: s.reduction)]
    },
    OperationRow("gaussian_nll_loss") { s in
        let (full, eps) = (s.bool("full", false), s.double("eps", 1e-6))
        return [gaussianNLLLoss(s[0], s[1], s[2], full: full, eps: eps, reduction: s.reduction)]
    }
    .named("gaussianNLLLoss")
    .excused(from: .numericalGradient, .numericalSecondGradient, because: "the limit eps lets the gradient through"),
    OperationRow("cosine_embedding_loss") { s in
        [cosineEmbeddingLoss(s[0], s[1], s[2], margin: s.double("margin", 0), reduction: s.reduction)]
    },
    OperationRow("margin_ranking_loss") { s in
        [marginRankingLoss(s[0], s[1], s[2], margin: s.double("margin", 0), reduction: s.reduction)]
    },
    OperationRow("hinge_embedding_loss") { s in
        [hingeEmbeddingLoss(s[0], s[1], margin: s.double("margin", 1), reduction: s.reduction)]
    },
    OperationRow("triplet_margin_loss") { s in
        let (margin, p) = (s.double("margin", 1), s.double("p", 2))
        let swap = s.bool("swap", false)
        return [tripletMarginLoss(s[0], s[1], s[2], margin: margin, p: p, swap: swap, reduction: s.reduction)]
    },
    OperationRow("multi_margin_loss") { s in
        let (p, margin) = (s.int("p", 1), s.double("margin", 1))
        return [
            multiMarginLoss(s[0], s[1], p: p, margin: margin, weight: s.tensor("weight"), reduction: s.reduction)
        ]
    },
    OperationRow("multilabel_margin_loss") { [multilabelMarginLoss($0[0], $0[1], reduction: $0.reduction)] },
    OperationRow("multilabel_soft_margin_loss") { s in
        [multilabelSoftMarginLoss(s[0], s[1], weight: s.tensor("weight"), reduction: s.reduction)]
    },
    OperationRow("ctc_loss") { s in
        let (inputs, targets) = (s.ints("input_lengths", []), s.ints("target_lengths", []))
        let (blank, zero) = (s.int("blank", 0), s.bool("zero_infinity", false))
        let scores = s[0].logSoftmax(dim: -1)
        return [ctcLoss(scores, s[1], inputs, targets, blank: blank, reduction: s.reduction, zeroInfinity: zero)]
    },
    OperationRow("pairwise_distance") { s in
        let (p, eps) = (s.double("p", 2), s.double("eps", 1e-6))
        return [pairwiseDistance(s[0], s[1], p: p, eps: eps, keepDim: s.bool("keepdim", false))]
    },
    OperationRow("cosine_similarity") { [cosineSimilarity($0[0], $0[1], dim: $0.int("dim", 1))] },
]

@Suite struct LossTests {
    @Test(arguments: rows.map(\.name)) func agreesWithPyTorch(_ name: String) throws {
        try FunctionalRows("losses", rows).check(name)
    }

    @Test func nodesHavePyTorchsNames() {
        let x = Tensor([[1.0, 2.0], [3.0, 5.0]], requiresGrad: true)
        #expect(mseLoss(x, x.detach()).gradFn?.name == "MseLossBackward0")
        #expect(crossEntropy(x, Tensor([0, 1])).gradFn?.name == "NllLossBackward0")
    }

    @Test func scoresOfAnySizeMakeNoOverflow() {
        let x = Tensor([[1000.0, -1000.0]], requiresGrad: true)
        let loss = crossEntropy(x, Tensor([1]))
        #expect(loss.item == 2000)
        loss.backward()
        #expect(x.grad?.toArray(Float.self) == [1, -1])
    }

    @Test func halfPrecision() {
        let x = Tensor([[1.0, 2.0, 4.0]], dtype: .bfloat16, requiresGrad: true)
        let loss = crossEntropy(x, Tensor([2]))
        loss.backward()
        #expect(loss.dtype == .bfloat16)
        #expect(x.grad?.dtype == .bfloat16)
    }
}
