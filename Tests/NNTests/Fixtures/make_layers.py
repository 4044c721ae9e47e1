"""Layers, activations, dropout and initialisation of PyTorch: printed forms, draws after a seed, results and gradients.

python3 make_layers.py > layers.txt. A line a case, fields between semicolons: key; shape; numbers (float hex or repr).
"""
import torch
from torch import nn
from torch.nn import functional as F


def emit(key, tensor):
    shape = ",".join(map(str, tensor.shape))
    numbers = " ".join(repr(v) for v in tensor.detach().double().flatten().tolist())
    print(f"{key};{shape};{numbers}")


def draws():
    layers = {
        "Linear(5, 3)": lambda: nn.Linear(5, 3), "Embedding(7, 4)": lambda: nn.Embedding(7, 4, padding_idx=2),
        "Bilinear(3, 4, 5)": lambda: nn.Bilinear(3, 4, 5), "EmbeddingBag(5, 3)": lambda: nn.EmbeddingBag(5, 3),
    }
    for name, make in layers.items():
        torch.manual_seed(7)
        for key, value in make().state_dict().items():
            emit(f"draw {name} {key}", value)
    inits = {
        "uniform": lambda w: nn.init.uniform_(w, -2, 3), "normal": lambda w: nn.init.normal_(w, 1, 2),
        "constant": lambda w: nn.init.constant_(w, 0.3), "ones": nn.init.ones_, "zeros": nn.init.zeros_,
        "eye": nn.init.eye_, "xavierUniform": lambda w: nn.init.xavier_uniform_(w, 1.5),
        "xavierNormal": lambda w: nn.init.xavier_normal_(w, 1.5),
        "kaimingUniform": lambda w: nn.init.kaiming_uniform_(w, 0.2, "fan_out"),
        "kaimingNormal": lambda w: nn.init.kaiming_normal_(w, mode="fan_in", nonlinearity="relu"),
        "truncNormal": lambda w: nn.init.trunc_normal_(w, 0.5, 1, -1, 1),
        "truncNormalFar": lambda w: nn.init.trunc_normal_(w, 0, 1, 2, 3),
        "sparse": lambda w: nn.init.sparse_(w, 0.4, 0.5), "orthogonal": lambda w: nn.init.orthogonal_(w, 2),
    }
    for name, fill in inits.items():
        torch.manual_seed(11)
        emit(f"init {name}", fill(torch.empty(6, 5)))
    torch.manual_seed(11)
    emit("init orthogonalWide", nn.init.orthogonal_(torch.empty(3, 2, 4)))
    emit("init dirac", nn.init.dirac_(torch.empty(6, 2, 3, 3), 2))


def dropouts():
    for name, module, shape in [
        ("dropout", nn.Dropout(0.3), (4, 5)), ("dropout1d", nn.Dropout1d(0.4), (2, 3, 4)),
        ("dropout1dUnbatched", nn.Dropout1d(0.4), (3, 4)), ("dropout2d", nn.Dropout2d(0.4), (2, 3, 2, 2)),
        ("dropout3d", nn.Dropout3d(0.4), (2, 3, 1, 2, 2)), ("alphaDropout", nn.AlphaDropout(0.3), (4, 5)),
        ("featureAlphaDropout", nn.FeatureAlphaDropout(0.3), (2, 3, 4)), ("rrelu", nn.RReLU(), (4, 5)),
    ]:
        count = torch.Size(shape).numel()
        x = torch.linspace(-2, 3, count).reshape(shape).requires_grad_()
        torch.manual_seed(5)
        y = module(x)
        y.sum().backward()
        emit(f"random {name} y", y)
        emit(f"random {name} grad", x.grad)


def activations():
    modules = [
        nn.ReLU(), nn.ReLU(inplace=True), nn.ReLU6(), nn.LeakyReLU(), nn.LeakyReLU(0.2, inplace=True), nn.PReLU(),
        nn.PReLU(3), nn.RReLU().eval(), nn.Threshold(0.1, -2.0), nn.Hardtanh(), nn.Hardtanh(-0.5, 2.0), nn.ELU(),
        nn.ELU(0.5), nn.CELU(), nn.SELU(), nn.Sigmoid(), nn.LogSigmoid(), nn.Tanh(), nn.Tanhshrink(), nn.Softplus(),
        nn.Softplus(2.0, 1.0), nn.Softsign(), nn.GELU(), nn.GELU("tanh"), nn.SiLU(), nn.Mish(), nn.Hardsigmoid(),
        nn.Hardswish(), nn.Hardshrink(), nn.Softshrink(), nn.GLU(), nn.GLU(2), nn.Softmax(1), nn.Softmax(),
        nn.LogSoftmax(dim=-1), nn.Softmin(dim=0), nn.Softmax2d(), nn.Flatten(), nn.Flatten(0, 1),
        nn.Unflatten(1, (1, 3)), nn.Dropout(0.25), nn.AlphaDropout(), nn.Identity(), nn.CosineSimilarity(),
        nn.PairwiseDistance(), nn.PixelShuffle(2), nn.PixelUnshuffle(2), nn.Linear(4, 2, bias=False),
        nn.Bilinear(1, 2, 3), nn.Embedding(4, 2, padding_idx=-1, max_norm=1.0), nn.EmbeddingBag(4, 2, mode="sum"),
    ]
    x = torch.linspace(-3, 3.5, 24).reshape(2, 3, 4)
    for index, module in enumerate(modules):
        print(f"print {index};;{module}")
        if isinstance(module, (nn.Dropout, nn.AlphaDropout)) or index >= 43 or index == 39:
            continue
        leaf = x.clone().requires_grad_()
        y = module(leaf + 0)
        (y * torch.arange(1.0, y.numel() + 1).reshape(y.shape)).sum().backward()
        emit(f"activation {index} y", y)
        emit(f"activation {index} grad", leaf.grad)


def layers():
    x = torch.tensor([[1, 2, 1], [0, 2, 3]])
    weight = torch.linspace(-1, 1, 12).reshape(4, 3)

    def case(name, function):
        w = weight.clone().requires_grad_()
        y = function(w)
        (y * torch.arange(1.0, y.numel() + 1).reshape(y.shape)).sum().backward()
        emit(f"layer {name} y", y)
        emit(f"layer {name} grad", w.grad)
        emit(f"layer {name} weight", w)

    case("embedding", lambda w: F.embedding(x, w))
    case("embeddingPadded", lambda w: F.embedding(x, w, padding_idx=-2, scale_grad_by_freq=True))
    for norm in (2.0, 1.0):
        with torch.no_grad():
            table = weight.clone()
            emit(f"layer embeddingNorm{norm} y", F.embedding(x, table, max_norm=0.5, norm_type=norm))
            emit(f"layer embeddingNorm{norm} weight", table)
    flat, offsets = torch.tensor([1, 2, 1, 0, 2, 3, 2]), torch.tensor([0, 3, 3])
    factors = torch.linspace(0.5, 2, 7)
    for mode in ("sum", "mean", "max"):
        case(f"bag {mode}", lambda w: F.embedding_bag(flat, w, offsets, mode=mode))
        case(f"bag2d {mode}", lambda w: F.embedding_bag(x, w, mode=mode, padding_idx=2))
    case("bag weighted", lambda w: F.embedding_bag(flat, w, offsets, mode="sum", per_sample_weights=factors))
    a, b = torch.linspace(-1, 2, 6).reshape(2, 3), torch.linspace(2, -1, 8).reshape(2, 4)
    w = torch.linspace(-1, 1, 24).reshape(2, 3, 4)
    emit("layer bilinear y", F.bilinear(a, b, w, torch.tensor([0.5, -0.5])))
    image = torch.arange(32.0).reshape(1, 8, 2, 2)
    emit("layer pixelShuffle y", F.pixel_shuffle(image, 2))
    emit("layer pixelUnshuffle y", F.pixel_unshuffle(image, 2))
    c = torch.linspace(1, -2, 6).reshape(2, 3)
    emit("layer cosineSimilarity y", F.cosine_similarity(a, c))
    emit("layer pairwiseDistance y", F.pairwise_distance(a, c, p=3.0, keepdim=True))
    for norm in (2.0, 1.0, float("inf")):
        p = torch.zeros(3, requires_grad=True)
        q = torch.zeros(2, requires_grad=True)
        p.grad, q.grad = torch.tensor([3.0, -1.0, 2.0]), torch.tensor([0.5, 4.0])
        emit(f"layer clip{norm} norm", nn.utils.clip_grad_norm_([p, q], 1.5, norm))
        emit(f"layer clip{norm} grad", torch.cat([p.grad, q.grad]))


def norms():
    x = torch.linspace(-1, 2, 6).reshape(2, 3)
    for name, make in [
        ("weightNorm", lambda l: nn.utils.weight_norm(l)), ("weightNorm1", lambda l: nn.utils.weight_norm(l, dim=1)),
        ("weightNormAll", lambda l: nn.utils.weight_norm(l, dim=None)),
        ("spectralNorm", lambda l: nn.utils.spectral_norm(l)),
    ]:
        torch.manual_seed(3)
        layer = make(nn.Linear(3, 4))
        print(f"norm {name} keys;;{' '.join(layer.state_dict())}")
        for step in range(2):
            layer.zero_grad()
            y = layer(x)
            (y * torch.arange(1.0, y.numel() + 1).reshape(y.shape)).sum().backward()
            emit(f"norm {name} y{step}", y)
            for key, parameter in layer.named_parameters():
                emit(f"norm {name} {key}{step}", parameter.grad)


if __name__ == "__main__":
    draws()
    norms()
    dropouts()
    activations()
    layers()
