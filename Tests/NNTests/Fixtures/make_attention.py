"""Writes attention.txt: rows of scaled_dot_product_attention by PyTorch's path of plain operations.

    pip install torch==2.13.0
    python3 make_attention.py
"""
import torch
import torch.nn.functional as F
from torch.nn.attention import SDPBackend, sdpa_kernel

from functional_rows import File

assert torch.__version__.startswith("2.13"), torch.__version__
torch.manual_seed(0)
file = File("attention")


def x(*shape, grad=True, dtype=torch.float64):
    values = (torch.rand(shape, dtype=torch.float64) * 4 - 2).mul(1000).round().div(1000)
    return values.to(dtype).requires_grad_(grad)


def qkv(batch, queries, keys, width, value_width, dtype=torch.float64):
    return (x(*batch, queries, width, dtype=dtype), x(*batch, keys, width, dtype=dtype),
            x(*batch, keys, value_width, dtype=dtype))


def attention(*args, **kwargs):
    with sdpa_kernel(SDPBackend.MATH):
        return F.scaled_dot_product_attention(*args, **kwargs)


def seen(*shape):
    mask = torch.rand(shape) < 0.6
    mask[..., 0] = True
    return mask


blind = torch.ones(3, 4, dtype=torch.bool)
blind[1] = False
samples = [
    (qkv((), 3, 4, 2, 3), {}),
    (qkv((2, 2), 3, 3, 2, 2), {"is_causal": True}),
    (qkv((2,), 4, 2, 3, 1), {"is_causal": True, "scale": 0.3}),
    (qkv((1, 2), 2, 5, 3, 3), {"is_causal": True}),
    (qkv((2, 2), 3, 4, 2, 3), {"attn_mask": seen(3, 4)}),
    (qkv((2, 2), 3, 4, 2, 3), {"attn_mask": seen(2, 1, 1, 4)}),
    (qkv((2, 2), 3, 4, 2, 3), {"attn_mask": x(2, 1, 3, 4, grad=False)}),
    (qkv((2,), 3, 4, 2, 2), {"attn_mask": x(3, 1, grad=False)}),
    (qkv((2,), 3, 4, 2, 2), {"attn_mask": x(2, 3, 4)}),
    (qkv((2,), 3, 4, 2, 2), {"attn_mask": blind}),
    ((x(2, 1, 3, 2), x(3, 4, 2), x(1, 1, 4, 2)), {}),
    ((x(2, 4, 3, 2), x(2, 2, 5, 2), x(2, 2, 5, 3)), {"enable_gqa": True}),
    ((x(1, 4, 3, 2), x(1, 2, 3, 2), x(1, 2, 3, 2)), {"enable_gqa": True, "attn_mask": seen(1, 4, 3, 3)}),
    (qkv((2,), 3, 4, 2, 3, torch.float32), {}),
    (qkv((2, 0), 3, 4, 2, 3), {}),
    (qkv((2,), 0, 4, 2, 3), {}),
]
mistakes = [
    ((x(3, 2), x(4, 3), x(4, 2)), {}), ((x(3, 2), x(4, 2), x(5, 2)), {}), ((x(2), x(2), x(2)), {}),
    ((x(3, 2), x(4, 2), x(4, 2, dtype=torch.float32)), {}), ((x(3, 2), x(4, 2), x(4, 2)), {"attn_mask": seen(2, 4)}),
    ((x(3, 2), x(4, 2), x(4, 2)), {"attn_mask": seen(3, 4), "is_causal": True}),
    ((x(1, 3, 3, 2), x(1, 2, 3, 2), x(1, 2, 3, 2)), {"enable_gqa": True}),
]
file.row("scaled_dot_product_attention", attention, samples, mistakes)
file.write()
