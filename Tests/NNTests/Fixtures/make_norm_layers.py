"""Normalization layers and loss modules of PyTorch: printed forms, states and results.

python3 make_norm_layers.py > norm_layers.txt. Lines as make_layers.py writes them.
"""
import torch
from torch import nn

from make_layers import emit


def ramp(low, high, *shape):
    return torch.linspace(low, high, torch.Size(shape).numel()).reshape(shape)


def norms():
    for module, shape in [
        (nn.BatchNorm1d(3), (4, 3)), (nn.BatchNorm1d(3, momentum=None), (4, 3, 2)), (nn.BatchNorm2d(3), (2, 3, 2, 2)),
        (nn.BatchNorm2d(3, affine=False, track_running_stats=False), (2, 3, 2, 2)),
        (nn.BatchNorm3d(2, eps=0.01), (2, 2, 1, 2, 2)), (nn.InstanceNorm1d(3), (3, 4)),
        (nn.InstanceNorm2d(3, affine=True, track_running_stats=True), (2, 3, 2, 2)), (nn.LayerNorm(5), (2, 5)),
        (nn.LayerNorm([2, 3], bias=False), (4, 2, 3)), (nn.GroupNorm(3, 6), (2, 6, 2)), (nn.RMSNorm(4), (2, 4)),
        (nn.RMSNorm([2, 2], eps=1e-6, elementwise_affine=False), (2, 2, 2)), (nn.LocalResponseNorm(2), (1, 4, 3)),
    ]:
        key = f"{module}"
        for mode in (True, True, False):
            module.double().train(mode)
            x = (ramp(-1, 3, *shape).double() ** 2).requires_grad_()
            y = module(x)
        (y * (torch.arange(y.numel()).reshape(y.shape) + 1.0)).sum().backward()
        emit(f"{key} y", y)
        emit(f"{key} grad", x.grad)
        print(f"{key} names;;{' '.join(module.state_dict())}")
        for name, value in module.state_dict().items():
            emit(f"{key} {name}", value)


def losses():
    x, t = ramp(-1, 2, 4, 3), ramp(0.1, 0.9, 4, 3)
    classes, signs = torch.tensor([0, 2, 1, 2]), torch.tensor([1.0, -1.0, 1.0, -1.0])
    w = torch.tensor([0.5, 1.0, 2.0])
    pairs = {
        "L1Loss": (nn.L1Loss(), x, t), "MSELoss": (nn.MSELoss(reduction="sum"), x, t),
        "SmoothL1Loss": (nn.SmoothL1Loss(beta=0.5), x, t), "HuberLoss": (nn.HuberLoss(delta=0.5), x, t),
        "SoftMarginLoss": (nn.SoftMarginLoss(), x, t.sign()), "BCELoss": (nn.BCELoss(), t, t.flip(0)),
        "BCEWithLogitsLoss": (nn.BCEWithLogitsLoss(pos_weight=w), x, t),
        "CrossEntropyLoss": (nn.CrossEntropyLoss(weight=w, label_smoothing=0.1), x, classes),
        "NLLLoss": (nn.NLLLoss(weight=w, ignore_index=1), x.log_softmax(1), classes),
        "KLDivLoss": (nn.KLDivLoss(reduction="batchmean"), x.log_softmax(1), t.softmax(1)),
        "PoissonNLLLoss": (nn.PoissonNLLLoss(full=True), x, t * 4),
        "MultiMarginLoss": (nn.MultiMarginLoss(p=2, margin=0.5, weight=w), x, classes),
        "MultiLabelSoftMarginLoss": (nn.MultiLabelSoftMarginLoss(weight=w), x, t.round()),
        "HingeEmbeddingLoss": (nn.HingeEmbeddingLoss(margin=0.5), x[:, 0], signs),
    }
    for name, (loss, a, b) in pairs.items():
        emit(f"{name} y", loss(a, b))
        print(f"{name} printed;;{loss} {' '.join(loss.state_dict())}")
    emit("GaussianNLLLoss y", nn.GaussianNLLLoss(full=True)(x, t, t + 0.5))
    emit("CosineEmbeddingLoss y", nn.CosineEmbeddingLoss(margin=0.2)(x, t, signs))
    emit("MarginRankingLoss y", nn.MarginRankingLoss(margin=0.2)(x[:, 0], t[:, 0], signs))
    emit("TripletMarginLoss y", nn.TripletMarginLoss(margin=0.5, swap=True)(x, t, x.flip(0)))


if __name__ == "__main__":
    norms()
    losses()
