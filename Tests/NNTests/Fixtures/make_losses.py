"""Writes losses.txt.

    pip install torch==2.13.0
    python3 make_losses.py
"""
import warnings

import torch
import torch.nn.functional as F

from functional_rows import File

warnings.filterwarnings("ignore")
assert torch.__version__.startswith("2.13"), torch.__version__
torch.manual_seed(0)
REDUCTIONS = ["none", "mean", "sum"]
file = File("losses")


def x(*shape, grad=True, low=-2.0, high=2.0, dtype=torch.float64):
    values = (torch.rand(shape, dtype=torch.float64) * (high - low) + low).mul(1000).round().div(1000)
    return values.to(dtype).requires_grad_(grad)


def classes(count, *shape):
    return torch.randint(count, shape)


def signs(*shape):
    return (torch.randint(2, shape) * 2 - 1).double()


def each(inputs, **kwargs):
    return [(inputs, {"reduction": r, **kwargs}) for r in REDUCTIONS]


for name, f, options in [
    ("l1_loss", F.l1_loss, {}), ("mse_loss", F.mse_loss, {}), ("smooth_l1_loss", F.smooth_l1_loss, {"beta": 0.7}),
    ("huber_loss", F.huber_loss, {"delta": 0.7}),
]:
    samples = each((x(3, 4), x(3, 4))) + each((x(3, 4), x(3, 4, grad=False)), **options)
    samples += [((x(2, 3, 4), x(3, 1)), {}), ((x(), x()), {}), ((x(3, dtype=torch.float32), x(3, dtype=torch.float32)), {})]
    if name in ["mse_loss", "l1_loss", "huber_loss"]:
        samples += each((x(2, 3), x(2, 3)), weight=x(2, 3, grad=False, low=0.1))
    mistakes = [((x(3, 4), x(3, 3)), {})]
    if name == "smooth_l1_loss":
        samples += each((x(2, 3), x(2, 3)), beta=0.0)
        mistakes += [((x(3), x(3)), {"beta": -1.0})]
    if name == "huber_loss":
        mistakes += [((x(3), x(3)), {"delta": 0.0})]
    if name == "mse_loss":
        mistakes += [((x(2, 3), x(2, 3)), {"weight": x(3, grad=False)})]
    file.row(name, f, samples, mistakes)

file.row("soft_margin_loss", F.soft_margin_loss, each((x(3, 4), signs(3, 4))))

scores = [((4, 5), (4,)), ((2, 3, 4), (2, 4)), ((2, 3, 2, 3), (2, 2, 3)), ((5,), ()), ((1, 3), (1,))]
samples, nll = [], []
for shape, t in scores:
    c = shape[1] if len(shape) > 1 else shape[0]
    w = x(c, grad=False, low=0.2)
    for options in [{}, {"weight": w}, {"ignore_index": 1}, {"weight": w, "ignore_index": 2}]:
        target = classes(c, *t)
        if options.get("ignore_index") is not None and target.ndim:
            target.reshape(-1)[0] = options["ignore_index"]
            target.reshape(-1)[-1] = 0
        chosen = REDUCTIONS if shape == (4, 5) or options else ["mean"]
        for r in chosen:
            nll.append(((x(*shape), target), {"reduction": r, **options}))
            samples.append(((x(*shape), target), {"reduction": r, **options}))
            if r != "sum":
                samples.append(((x(*shape), target), {"reduction": r, "label_smoothing": 0.1, **options}))
    p = torch.softmax(x(*shape, grad=False), 1 if len(shape) > 1 else 0).requires_grad_(shape == (4, 5))
    for options in [{}, {"weight": w}, {"label_smoothing": 0.2}, {"label_smoothing": 0.2, "weight": w}]:
        samples += each((x(*shape), p), **options)
samples.append(((x(6, 3, dtype=torch.float32), classes(3, 6)), {}))
samples.append(((x(2, 3), torch.tensor([-100, -100])), {"reduction": "sum"}))
samples.append(((x(2, 3), torch.tensor([-100, -100])), {}))
mistakes = [
    ((x(4, 5), classes(5, 3)), {}), ((x(4, 5), torch.tensor([0, 5, 1, 1])), {}),
    ((x(4, 5), torch.tensor([0, -1, 1, 1])), {}), ((x(4, 5), classes(5, 4)), {"weight": x(4, grad=False)}),
    ((x(2, 3, 4), classes(3, 2, 3)), {}),
]
file.row("cross_entropy", F.cross_entropy, samples, mistakes + [((x(4, 5), classes(5, 4)), {"label_smoothing": 1.5})])
file.row("nll_loss", F.nll_loss, nll, mistakes)

p = lambda *s, **k: x(*s, low=0.05, high=0.95, **k)
edge = torch.tensor([0.0, 1.0, 0.0, 1.0], dtype=torch.float64)
file.row(
    "binary_cross_entropy", F.binary_cross_entropy,
    each((p(3, 4), p(3, 4))) + each((p(3, 4), p(3, 4, grad=False)), weight=p(3, 4, grad=False))
    + [((p(3, 4), p(3, 4, grad=False)), {"weight": p(4, grad=False)}),
       ((edge, torch.tensor([0.0, 1.0, 1.0, 0.0], dtype=torch.float64)), {"reduction": "none"})],
    [((p(3, 4), p(4)), {}), ((torch.tensor([1.5]), torch.tensor([1.0])), {})])
file.row(
    "binary_cross_entropy_with_logits", F.binary_cross_entropy_with_logits,
    each((x(3, 4), p(3, 4))) + each((x(3, 4), p(3, 4, grad=False)), weight=p(3, 4, grad=False))
    + each((x(3, 4), p(3, 4)), pos_weight=x(4, grad=False, low=0.5))
    + each((x(3, 4), p(3, 4, grad=False)), weight=p(4, grad=False), pos_weight=x(4, grad=False, low=0.5))
    + [((torch.tensor([800.0, -800.0], dtype=torch.float64), torch.tensor([1.0, 0.0], dtype=torch.float64)), {})],
    [((x(3, 4), p(4)), {})])

file.row(
    "kl_div", F.kl_div,
    [((x(3, 4), p(3, 4)), {"reduction": r}) for r in REDUCTIONS + ["batchmean"]]
    + [((x(3, 4), x(3, 4)), {"reduction": r, "log_target": True}) for r in REDUCTIONS + ["batchmean"]]
    + [((x(3), torch.tensor([0.0, 0.5, 1.0], dtype=torch.float64)), {"reduction": "none"})])
counts = torch.tensor([0.0, 1.0, 2.0, 5.0], dtype=torch.float64)
file.row(
    "poisson_nll_loss", F.poisson_nll_loss,
    each((x(4), counts)) + each((x(4), counts), full=True) + each((p(4), counts), log_input=False)
    + each((x(2, 4), counts), full=True, eps=0.1))
file.row(
    "gaussian_nll_loss", F.gaussian_nll_loss,
    each((x(3, 4), x(3, 4), p(3, 4))) + each((x(3, 4), x(3, 4), p(3)), full=True)
    + each((x(3, 4), x(3, 4), p(3, 1)), eps=0.3),
    [((x(3, 4), x(3, 4), p(2)), {}), ((x(3), x(3), torch.tensor([1.0, -1.0, 1.0])), {})])
file.row(
    "cosine_embedding_loss", F.cosine_embedding_loss,
    each((x(3, 4), x(3, 4), torch.tensor([1.0, -1.0, -1.0]))) + each((x(4), x(4), torch.tensor(1.0)), margin=0.2),
    [((x(3, 4), x(3, 4), signs(3, 4)), {}), ((x(4), x(4), signs(4)), {})])
file.row(
    "margin_ranking_loss", F.margin_ranking_loss,
    each((x(4), x(4), signs(4))) + each((x(3, 4), x(3, 4), signs(3, 4)), margin=0.5), [((x(4), x(4), signs(4, 4)), {})])
file.row(
    "hinge_embedding_loss", F.hinge_embedding_loss,
    each((x(3, 4), signs(3, 4))) + each((x(4), torch.tensor([1.0, -1.0, 0.0, 1.0])), margin=0.5))
file.row(
    "triplet_margin_loss", F.triplet_margin_loss,
    each((x(3, 4), x(3, 4), x(3, 4))) + each((x(3, 4), x(3, 4), x(3, 4)), swap=True, margin=2.0, p=3.0)
    + [((x(4), x(4), x(4)), {})],
    [((x(3, 4), x(3, 4), x(3, 4)), {"margin": 0.0}), ((x(3, 4), x(4), x(3, 4)), {})])
file.row(
    "multi_margin_loss", F.multi_margin_loss,
    each((x(3, 4), classes(4, 3))) + each((x(3, 4), classes(4, 3)), p=2, margin=0.5, weight=p(4, grad=False))
    + [((x(4), torch.tensor(2)), {})],
    [((x(3, 4), classes(4, 2)), {}), ((x(3, 4), classes(4, 3)), {"p": 3})], second=False)
labels = torch.tensor([[3, 0, -1, 1], [1, -1, 0, 2], [-1, 0, 0, 0]])
file.row(
    "multilabel_margin_loss", F.multilabel_margin_loss, each((x(3, 4), labels)) + [((x(4), labels[0]), {})],
    [((x(3, 4), labels[0]), {}), ((x(3, 4), labels + 2), {})], second=False)
file.row(
    "multilabel_soft_margin_loss", F.multilabel_soft_margin_loss,
    each((x(3, 4), (signs(3, 4) + 1) / 2)) + each((x(3, 4), (signs(3, 4) + 1) / 2), weight=p(4, grad=False)))


def ctc(scores, targets, **kwargs):
    return F.ctc_loss(scores.log_softmax(-1), targets, **kwargs)


padded = torch.tensor([[1, 2, 2], [3, 0, 0]])
file.row(
    "ctc_loss", ctc,
    each((x(6, 2, 4), padded), input_lengths=[6, 4], target_lengths=[3, 1])
    + each((x(6, 2, 4), torch.tensor([1, 2, 2, 3])), input_lengths=[6, 5], target_lengths=[3, 1])
    + each((x(6, 2, 4), torch.tensor([1, 2, 0])), input_lengths=[6, 5], target_lengths=[3, 0], blank=3)
    + each((x(4, 2, 4), padded), input_lengths=[3, 4], target_lengths=[3, 1], zero_infinity=True)
    + [((x(3, 1, 4, grad=False), padded[:1]), {"input_lengths": [3], "target_lengths": [3], "reduction": "sum"})],
    [((x(6, 2, 4), padded), {"input_lengths": [7, 4], "target_lengths": [3, 1]}),
     ((x(6, 2, 4), padded), {"input_lengths": [6], "target_lengths": [3, 1]}),
     ((x(6, 2, 4), padded), {"input_lengths": [6, 6], "target_lengths": [3, 1], "blank": 4})], second=False)
file.row(
    "pairwise_distance", F.pairwise_distance,
    [((x(3, 4), x(3, 4)), {}), ((x(3, 4), x(4)), {"p": 1.0, "keepdim": True}), ((x(4), x(4)), {"eps": 0.1, "p": 3.0})])
file.row(
    "cosine_similarity", F.cosine_similarity,
    [((x(3, 4), x(3, 4)), {}), ((x(2, 3, 4), x(3, 4)), {"dim": -1}), ((x(4), x(4)), {"dim": 0})],
    [((x(4), x(4)), {"dim": 1})])
file.write()
