"""Operations along dimensions of registry_operations.py: softmax, running reductions, norms."""
import torch

from registry_samples import Operation, small


def strided():
    return small(3, 2).detach().t().requires_grad_()


FAMILIES = {
    "softmax": [
        Operation(name, "dim dtype", opinfo=opinfo, skip=lambda n: n.get("dim") is None, extra=lambda: [
            (small(2, 3), [1]), (small(2, 3, 2), [1]), (small(), [0]), (small(2, 0), [1]), (strided(), [0]),
            (torch.tensor([1.0, float("inf"), 2.0]).double(), [0]), (torch.tensor([-float("inf")] * 2).double(), [0]),
            (small(2, 3, dtype=torch.int64), [1], dict(dtype=torch.float64)), (small(2).float(), [0], dict(dtype=torch.float64))])
        for name, opinfo in [("softmax", "softmax"), ("log_softmax", "log_softmax"), ("softmin", "nn.functional.softmin")]
    ],
    "cumulative": [
        Operation(name, "dim", extra=lambda: [
            (small(2, 3), [1]), (strided(), [0]), (small(), [0]), (small(2, 0), [1]), (small(2, 3, 2), [1]),
            (torch.tensor([1.5, 0.0, 2.0, 0.0, 3.0]).double().requires_grad_(), [0]),
            (torch.tensor([1.0, float("nan"), 0.0, float("inf")]).double(), [0]),
            (small(2, 3, dtype=torch.int64), [1]), (small(3, dtype=torch.uint8), [0]), (small(3, dtype=torch.bool), [0])], only64=name == "logcumsumexp")
        for name in "cumsum cumprod cummax cummin logcumsumexp".split()
    ] + [
        Operation("trace", extra=lambda: [(strided(),), (small(3, 3, dtype=torch.int32),)]),
        Operation("diff", "n dim prepend append"),
        Operation("norm", "p dim keepdim", opinfo="", call=torch.norm, extra=lambda: [
            (small(2, 3),), (small(2, 3), [1]), (small(2, 3), [3.0, 1, True]), (small(2, 3), [float("inf"), 0]),
            (small(2, 3), [-float("inf"), 1]), (small(2, 3), [0, 1]), (small(2, 3), [2.5, [0, 1]]), (small(), [2.0]),
            # In float32, because PyTorch's second gradient at 0 is 0 times infinity.
            (torch.zeros(3).requires_grad_(), [2.0]), (strided(), [1.0]), (small(3).float(), [2.0]),
            (small(0, 2), [2.0, 0])]),
        Operation("dist", "other p", extra=lambda: [(small(2, 3), [small(3), 1.5])]),
    ],
}
