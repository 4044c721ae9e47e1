"""Writes attention.txt: rows of scaled_dot_product_attention and of multi_head_attention_forward by PyTorch's path of
plain operations.

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


def heads(query, key, value, out_proj_weight, embed_dim=4, num_heads=2, out_proj_bias=None, add_zero_attn=False,
          **kwargs):
    first = [kwargs.pop(name, None) for name in ("in_proj_weight", "in_proj_bias", "bias_k", "bias_v")]
    kwargs.setdefault("use_separate_proj_weight", "q_proj_weight" in kwargs)
    with sdpa_kernel(SDPBackend.MATH):
        output, weights = F.multi_head_attention_forward(
            query, key, value, embed_dim, num_heads, *first, add_zero_attn, 0.4, out_proj_weight, out_proj_bias,
            training=False, **kwargs)
    return output if weights is None else (output, weights)


def of_heads(batch=(2,), queries=3, keys=2, kdim=4, vdim=4, out=4, **kwargs):
    inputs = (x(queries, *batch, 4), x(keys, *batch, kdim), x(keys, *batch, vdim), x(out, 4))
    if "q_proj_weight" not in kwargs:
        kwargs.setdefault("in_proj_weight", x(12, 4))
    return inputs, kwargs


causal = torch.ones(3, 3, dtype=torch.bool).triu(1)
apart = {"q_proj_weight": x(4, 4), "k_proj_weight": x(4, 3), "v_proj_weight": x(4, 5)}
samples = [
    of_heads(in_proj_bias=x(12), out_proj_bias=x(4)),
    of_heads(out=3, out_proj_bias=x(3), need_weights=False),
    of_heads(average_attn_weights=False, attn_mask=seen(4, 3, 2).logical_not()),
    of_heads(key_padding_mask=torch.tensor([[False, True], [False, False]]), attn_mask=x(3, 2)),
    of_heads((), in_proj_bias=x(12), key_padding_mask=torch.tensor([True, False])),
    of_heads((), need_weights=False, attn_mask=x(2, 3, 2, grad=False)),
    of_heads(keys=3, attn_mask=causal, is_causal=True, need_weights=False),
    of_heads(bias_k=x(1, 1, 4), bias_v=x(1, 1, 4), add_zero_attn=True, attn_mask=seen(3, 2).logical_not(),
             key_padding_mask=torch.tensor([[False, True], [False, False]])),
    of_heads(kdim=3, vdim=5, in_proj_bias=x(12), **apart),
    of_heads(static_k=x(4, 2, 2), static_v=x(4, 2, 2), add_zero_attn=True, attn_mask=seen(3, 2).logical_not()),
    of_heads(static_v=x(4, 2, 2), need_weights=False),
    of_heads(static_k=x(4, 5, 2), static_v=x(4, 5, 2), key_padding_mask=seen(2, 5).logical_not()),
    of_heads(num_heads=1, queries=0),
    of_heads(num_heads=4, batch=(0,)),
]
mistakes = [
    of_heads(num_heads=3), of_heads(embed_dim=8), of_heads(in_proj_weight=x(8, 4)), of_heads(in_proj_weight=None),
    of_heads(in_proj_bias=x(4)), of_heads(bias_k=x(1, 1, 4)), of_heads(kdim=3), of_heads(vdim=5, **apart),
    of_heads(use_separate_proj_weight=True), of_heads(static_k=x(2, 2, 2)), of_heads(static_v=x(4, 2, 4)),
    of_heads(bias_k=x(1, 1, 4), bias_v=x(1, 1, 4), static_k=x(4, 2, 2)), of_heads(attn_mask=seen(2, 2)),
    of_heads(attn_mask=seen(2, 3, 2)), of_heads(key_padding_mask=seen(2, 3)), of_heads(is_causal=True),
    of_heads(attn_mask=torch.ones(3, 2, dtype=torch.int64)), of_heads((2, 2)),
    of_heads(static_k=x(4, 5, 2), static_v=x(4, 5, 2), key_padding_mask=seen(2, 2)),
]
file.row("multi_head_attention_forward", heads, samples, mistakes)
file.write()
