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


def main(families):
    for family in families or FAMILIES:
        with make_registry.set_default_dtype(torch.float32):
            lines = [make_registry.line(operation) for operation in FAMILIES[family]]
        (HERE / f"windows_{family}.json").write_text("\n".join(lines) + "\n")


main(sys.argv[1:])
