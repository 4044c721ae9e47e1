"""The table of operations for make_registry.py by family; each a name of PyTorch's OpInfo database, or an Operation."""
import torch

from registry_samples import Operation, SPECIALS, along, binary, reduction, small, unary
import registry_along


def integers(*shape, high=9):
    return torch.randint(0, high, shape)


REDUCE = {
    "reduce": [
        reduction("sum"), reduction("mean"), reduction("nansum"), reduction("nanmean"),
        Operation("prod", "dim keepdim", opinfo="", call=torch.prod, extra=lambda: [
            (small(2, 3),), (small(2, 3), [1]), (small(2, 3, 2), [-2, True]), (small(), [0]), (small(0, 2), [0]),
            (torch.tensor([[1.5, 0, 2], [0, 0, 3]]).double().requires_grad_(), [1]),
            (torch.tensor([1.5, 0, 2]).double().requires_grad_(),), (integers(2, 3), [0]), (integers(3).int(),),
            (torch.tensor([True, False]),), (integers(2), [], dict(dtype=torch.float64)),
            (small(3, 2).detach().t().requires_grad_(), [0]), (small(2, 3).float(), [0])]),
        reduction("amin"), reduction("amax"), reduction("aminmax", ""),
        reduction("min", skip=lambda named: "other" in named or isinstance(named.get("dim"), dict)),
        reduction("max", skip=lambda named: "other" in named or isinstance(named.get("dim"), dict)),
        reduction("argmin", plain=True), reduction("argmax", plain=True),
        reduction("any", plain=True), reduction("all", plain=True), reduction("count_nonzero", "dim", plain=True),
        Operation("logsumexp", "dim keepdim", extra=lambda: [
            (small(2, 3), [1]), (small(2, 3), [[0, 1]], dict(keepdim=True)), (small(), [0])]),
        reduction("var", "dim"), reduction("std", "dim"),
        reduction("var_mean", "dim"), reduction("std_mean", "dim"),
    ],
}

BASIC = {
    "arithmetic": [binary("add"), binary("sub"), binary("mul"), binary("div", "other", skip=lambda n: n.get("rounding_mode")), unary("neg")],
    "unary": [unary("exp"), unary("tanh")],
}

FAMILIES = BASIC | REDUCE | registry_along.FAMILIES

import registry_elementwise  # noqa: E402: it uses the functions above

FAMILIES |= registry_elementwise.FAMILIES

import registry_views  # noqa: E402: the same

FAMILIES |= registry_views.FAMILIES

import registry_algebra  # noqa: E402: as above

FAMILIES |= registry_algebra.FAMILIES

import registry_sort  # noqa: E402: as above

FAMILIES |= registry_sort.FAMILIES

import registry_special  # noqa: E402: as above

FAMILIES |= registry_special.FAMILIES

import registry_further  # noqa: E402: as above

FAMILIES |= registry_further.FAMILIES
