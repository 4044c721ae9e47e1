"""Writes windows_*.json: PyTorch 2.13's results for convolutions, in the form make_registry.py describes.

    python3 make_windows.py [FAMILY…]
"""
import pathlib
import sys

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "AutogradTests" / "Fixtures"))

import make_registry  # noqa: E402
from registry_samples import Operation, small  # noqa: E402

make_registry.MOST_ELEMENTS = 160


def convolutions(*cases):
    """Samples from (input, weight, bias, arguments); shapes, or no bias for None."""
    for x, w, bias, arguments in cases:
        yield small(*x), [small(*w)] + ([] if bias is None else [small(bias)]), arguments


def convolution(name, rank, *cases):
    return Operation(
        name, "weight bias stride padding dilation groups", f"nn.functional.{name}", getattr(F, name),
        extra=lambda: convolutions(*cases), most=9)


def transposed(name, *cases):
    return Operation(
        name, "weight bias stride padding output_padding groups dilation", f"nn.functional.{name}", getattr(F, name),
        extra=lambda: convolutions(*cases), most=9)


IMAGES = {1: (2, 2, 7), 2: (2, 1, 5, 6), 3: (1, 2, 4, 3, 5)}


def pooling(name, params, *cases, **more):
    """Samples from (input, arguments): a shape or a tensor."""
    def extra():
        for x, arguments in cases:
            yield (small(*x) if isinstance(x, tuple) else x), [], arguments
    return Operation(name, params, f"nn.functional.{name}", getattr(F, name), extra=extra, most=9, **more)


def maximum(rank):
    special = torch.tensor([1, float("nan"), 2, float("nan"), -float("inf"), -float("inf"), 3, 3], dtype=torch.float64)
    return pooling(
        f"max_pool{rank}d", "kernel_size stride padding dilation ceil_mode return_indices",
        (IMAGES[rank], dict(kernel_size=2)),
        (IMAGES[rank][1:], dict(kernel_size=2, stride=1, return_indices=True)),
        (IMAGES[rank], dict(kernel_size=3, stride=2, padding=1, return_indices=True)),
        (IMAGES[rank], dict(kernel_size=2, stride=2, ceil_mode=True, padding=1)),
        (IMAGES[rank], dict(kernel_size=2, dilation=2, padding=1, stride=1)),
        ((0,) + IMAGES[rank][1:], dict(kernel_size=2)),
        (special.reshape((1, 1) + (1,) * (rank - 1) + (8,)),
         dict(kernel_size=(1,) * (rank - 1) + (2,), return_indices=True)),
        ((torch.arange(2 * 6 ** rank) % 11).reshape((1, 2) + (6,) * rank), dict(kernel_size=3)),
        # The gradient of a NaN's window has no numerical counterpart, and return_indices is no argument of OpInfo's.
        skip=lambda named: "kernel_size" not in named)


def average(rank):
    more = dict(divisor_override=5) if rank > 1 else {}
    return pooling(
        f"avg_pool{rank}d", "kernel_size stride padding ceil_mode count_include_pad divisor_override",
        (IMAGES[rank], dict(kernel_size=2)),
        (IMAGES[rank][1:], dict(kernel_size=2, stride=1)),
        (IMAGES[rank], dict(kernel_size=3, stride=2, padding=1)),
        (IMAGES[rank], dict(kernel_size=3, stride=2, padding=1, count_include_pad=False, ceil_mode=True)),
        (IMAGES[rank], dict(kernel_size=3, stride=2, padding=1, ceil_mode=True)),
        (IMAGES[rank], dict(kernel_size=2, padding=1, **more)),
        ((0,) + IMAGES[rank][1:], dict(kernel_size=2)))


def adaptive(kind, rank):
    name = f"adaptive_{kind}_pool{rank}d"
    call = getattr(F, name)
    if kind == "max":
        call = lambda x, output_size, return_indices=True: getattr(F, name)(x, output_size, True)
    cases = [
        (IMAGES[rank], dict(output_size=1)), (IMAGES[rank][1:], dict(output_size=2)),
        (IMAGES[rank], dict(output_size=(3, 4, 2)[:rank])), (IMAGES[rank], dict(output_size=7))]
    if rank > 1:
        cases.append((IMAGES[rank], dict(output_size=[None] + [2] * (rank - 1))))
    result = pooling(name, "output_size return_indices", *cases)
    result.call = call
    return result


def norms(rank):
    image = lambda: small(*IMAGES[rank], low=0.3)
    return lambda: [
        (image(), [], dict(norm_type=2, kernel_size=2)), (image(), [], dict(norm_type=3, kernel_size=3, stride=1)),
        (image(), [], dict(norm_type=1.5, kernel_size=2, ceil_mode=True)), (image()[0], [], dict(norm_type=2, kernel_size=2))]


def unpooled(rank):
    def samples():
        for image, arguments in [
                ((1, 2) + (4, 6, 2)[:rank], dict(kernel_size=2)), ((2,) + (4, 6, 2)[:rank], dict(kernel_size=2)),
                ((1, 1) + (5, 7, 3)[:rank], dict(kernel_size=3, stride=2, padding=1)),
                (IMAGES[rank], dict(kernel_size=2, output_size=list(IMAGES[rank][2:])))]:
            pooled = {k: v for k, v in arguments.items() if k != "output_size"}
            y, indices = getattr(F, f"max_pool{rank}d")(small(*image), return_indices=True, **pooled)
            yield y.detach().requires_grad_(), [indices], arguments
    return samples


RESIZED = [
    ((2, 1, 3), dict(size=5)), ((1, 2, 5), dict(scale_factor=0.7)), ((1, 1, 3, 4), dict(scale_factor=2)),
    ((1, 1, 2, 3), dict(scale_factor=(1.5, 2.3))), ((1, 1, 2, 2, 3), dict(size=(3, 1, 4))),
    ((0, 2, 3, 4), dict(size=5)),
    ((2, 1, 5), dict(size=3, mode="nearest-exact")), ((1, 2, 3, 4), dict(scale_factor=1.6, mode="nearest-exact")),
    ((1, 1, 2, 2, 3), dict(scale_factor=2, mode="nearest-exact")),
    ((2, 2, 4), dict(size=7, mode="linear")), ((1, 2, 4), dict(size=3, mode="linear", align_corners=True)),
    ((1, 1, 4), dict(scale_factor=2.6, mode="linear")), ((1, 1, 4), dict(size=1, mode="linear", align_corners=True)),
    ((1, 1, 4), dict(scale_factor=2.6, mode="linear", recompute_scale_factor=True)),
    ((1, 2, 3, 4), dict(scale_factor=2, mode="bilinear")),
    ((1, 2, 3, 4), dict(size=(5, 2), mode="bilinear", align_corners=True)),
    ((2, 1, 4, 3), dict(scale_factor=(0.6, 1.7), mode="bilinear", align_corners=False)),
    ((1, 2, 3, 4), dict(scale_factor=2, mode="bicubic")),
    ((1, 1, 5, 4), dict(size=(3, 6), mode="bicubic", align_corners=True)),
    ((1, 1, 2, 3, 2), dict(scale_factor=2, mode="trilinear")),
    ((1, 2, 2, 2, 3), dict(size=(3, 1, 4), mode="trilinear", align_corners=True)),
    ((1, 2, 5), dict(size=3, mode="area")), ((1, 1, 4, 5), dict(size=(2, 7), mode="area")),
    ((1, 1, 4, 2, 3), dict(scale_factor=0.5 + 0.5, mode="area")),
]


FAMILIES = {
    "conv": [
        convolution(
            "conv1d", 1,
            ((2, 3), (1, 2, 2), 1, {}),
            ((2, 2, 9), (4, 1, 3), 4, dict(stride=2, padding=1, groups=2)),
            ((1, 2, 8), (3, 2, 4), 3, dict(padding="same")),
            ((1, 2, 8), (3, 2, 4), None, dict(padding="same", dilation=2)),
            ((2, 1, 5), (1, 1, 3), None, dict(padding="valid")),
            ((0, 2, 5), (3, 2, 3), 3, {}),
            ((1, 1, 4), (1, 1, 2), 1, {}),
        ),
        convolution(
            "conv2d", 2,
            ((1, 2, 3), (1, 1, 2, 2), 1, {}),
            ((2, 1, 4, 5), (2, 1, 3, 2), 2, {}),
            ((1, 2, 5, 6), (2, 2, 3, 3), 2, dict(stride=(2, 1), padding=(1, 2))),
            ((1, 2, 6, 5), (2, 2, 2, 3), None, dict(dilation=(2, 1), stride=2)),
            ((2, 4, 4, 3), (4, 2, 2, 2), 4, dict(groups=2)),
            ((1, 3, 5, 5), (6, 1, 3, 3), 6, dict(groups=3, padding=1)),
            ((1, 3, 5, 5), (3, 1, 3, 3), None, dict(groups=3, stride=2)),
            ((2, 3, 4, 3), (4, 3, 1, 1), 4, {}),
            ((1, 2, 5, 4), (2, 2, 4, 2), 2, dict(padding="same")),
            ((1, 2, 3, 4), (2, 2, 2, 3), 2, dict(padding="same", dilation=(1, 2))),
            ((1, 1, 2, 2), (1, 1, 3, 3), 1, dict(padding=2)),
            ((0, 2, 4, 4), (3, 2, 3, 3), 3, {}),
            ((1, 8, 3, 3), (2, 8, 2, 2), None, {}),
        ),
        convolution(
            "conv3d", 3,
            ((1, 3, 3, 3), (1, 1, 2, 2, 2), 1, {}),
            ((1, 2, 3, 4, 3), (2, 2, 2, 3, 1), 2, dict(padding=(1, 1, 0))),
            ((1, 2, 4, 4, 3), (2, 1, 2, 2, 2), None, dict(groups=2, stride=(2, 1, 1))),
            ((1, 1, 3, 4, 5), (2, 1, 2, 2, 2), 2, dict(padding="same")),
            ((1, 1, 3, 4, 5), (2, 1, 2, 2, 2), 2, dict(dilation=(1, 2, 3))),
        ),
        transposed(
            "conv_transpose1d",
            ((2, 3), (2, 1, 2), 1, {}),
            ((2, 2, 4), (2, 3, 3), 3, dict(stride=2, padding=1, output_padding=1)),
            ((1, 4, 5), (4, 1, 2), 2, dict(groups=2, dilation=2)),
        ),
        transposed(
            "conv_transpose2d",
            ((1, 2, 3), (1, 1, 2, 2), 1, {}),
            ((1, 2, 3, 4), (2, 2, 3, 3), 2, dict(stride=2, padding=1, output_padding=1)),
            ((2, 2, 3, 2), (2, 2, 2, 3), None, dict(padding=1, dilation=(2, 1))),
            ((1, 3, 3, 3), (3, 1, 2, 2), 3, dict(groups=3, stride=(2, 3))),
            ((1, 4, 3, 2), (4, 2, 2, 2), 4, dict(groups=2)),
            ((0, 2, 3, 3), (2, 3, 2, 2), 3, {}),
        ),
        transposed(
            "conv_transpose3d",
            ((1, 2, 2, 3), (1, 1, 2, 2, 2), 1, {}),
            ((1, 2, 2, 3, 2), (2, 2, 2, 1, 2), 2, dict(stride=(2, 1, 2), padding=(1, 0, 0), output_padding=(1, 0, 1))),
        ),
    ],
}
FAMILIES["pool"] = [
    *[maximum(rank) for rank in (1, 2, 3)],
    *[average(rank) for rank in (1, 2, 3)],
    *[adaptive("avg", rank) for rank in (1, 2, 3)],
    *[adaptive("max", rank) for rank in (1, 2, 3)],
]
FAMILIES["resize"] = [
    Operation("interpolate", "size scale_factor mode align_corners recompute_scale_factor", "", F.interpolate,
              extra=lambda: [(small(*x), [], arguments) for x, arguments in RESIZED], most=60),
    Operation("unfold", "kernel_size dilation padding stride", "", F.unfold, extra=lambda: [
        (small(2, 2, 3, 4), [], dict(kernel_size=2)),
        (small(1, 4, 5), [], dict(kernel_size=(2, 3), padding=1, stride=(2, 1))),
        (small(1, 1, 5, 4), [], dict(kernel_size=2, dilation=(2, 1))),
        (small(0, 2, 3, 4), [], dict(kernel_size=2)),
        (small(1, 1, 2, 2), [], dict(kernel_size=2))]),
    Operation("fold", "output_size kernel_size dilation padding stride", "", F.fold, extra=lambda: [
        (small(2, 8, 6), [], dict(output_size=(3, 4), kernel_size=2)),
        (small(6, 15), [], dict(output_size=(4, 5), kernel_size=(2, 3), padding=1, stride=(2, 1))),
        (small(1, 4, 9), [], dict(output_size=(5, 4), kernel_size=2, dilation=(2, 1))),
        (small(1, 4, 1), [], dict(output_size=2, kernel_size=2))]),
    *[Operation(f"lp_pool{rank}d", "norm_type kernel_size stride ceil_mode", "", getattr(F, f"lp_pool{rank}d"),
                extra=norms(rank)) for rank in (1, 2, 3)],
    *[Operation(f"max_unpool{rank}d", "indices kernel_size stride padding output_size", "",
                getattr(F, f"max_unpool{rank}d"), extra=unpooled(rank)) for rank in (1, 2, 3)],
]


def main(families):
    for family in families or FAMILIES:
        with make_registry.set_default_dtype(torch.float32):
            lines = [make_registry.line(operation) for operation in FAMILIES[family]]
        (HERE / f"windows_{family}.json").write_text("\n".join(lines) + "\n")


main(sys.argv[1:])
