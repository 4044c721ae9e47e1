"""MultiheadAttention and the transformer layers of PyTorch: printed forms, draws after a seed, results and gradients.

python3 make_transformers.py > transformers.txt. Lines as make_layers.py writes them; a printed form has | for new lines.
"""
import warnings

import torch
import torch.nn.functional as F
from torch import nn

from make_layers import emit

warnings.simplefilter("ignore")


def waves(rate, *shape):
    """Numbers that Swift computes too; they require a gradient."""
    count = torch.Size(shape).numel()
    return (torch.arange(count).double() * rate).sin().reshape(shape).requires_grad_()


def hidden(*shape):
    """Every third place from the second on."""
    return (torch.arange(torch.Size(shape).numel()) % 3 == 1).reshape(shape)


def make(name, build):
    torch.manual_seed(7)
    module = build()
    print(f"{name} printed;;{str(module).replace(chr(10), '|')}")
    state = module.state_dict()
    print(f"{name} names;;{' '.join(state)}")
    emit(f"{name} draw", torch.cat([value.flatten() for value in state.values()]))
    emit(f"{name} next", torch.rand(1))
    module.double()
    with torch.no_grad():  # norms and biases are all the same at first
        for index, p in enumerate(p for p in module.parameters() if p.dim() == 1):
            p.add_((torch.arange(p.numel()) + index).double().cos() * 0.1)
    return module


def run(name, module, call, *inputs):
    torch.manual_seed(5)
    outputs = call(module, *inputs)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    total = 0
    for index, y in enumerate(outputs):
        if y is not None:
            emit(f"{name} y{index}", y)
            total = total + (y * (torch.arange(y.numel()).reshape(y.shape) % 7 + 1)).sum()
    if not total.requires_grad:
        return
    module.zero_grad()
    for x in inputs:
        x.grad = None
    total.backward()
    emit(f"{name} inputs", torch.cat([x.grad.flatten() for x in inputs]))
    emit(f"{name} parameters", torch.cat([p.grad.flatten() for p in module.parameters()]))


def attentions():
    q, k, v = waves(0.7, 3, 2, 4), waves(1.1, 4, 2, 4), waves(1.3, 4, 2, 4)
    narrow, wide = waves(0.9, 4, 2, 3), waves(0.5, 4, 2, 5)
    s = nn.Transformer.generate_square_subsequent_mask(3, dtype=torch.float64)
    plain = make("plain", lambda: nn.MultiheadAttention(4, 2))
    run("self", plain, lambda m, x: m(x, x, x), q)
    run("selfHeads", plain, lambda m, x: m(x, x, x, average_attn_weights=False), q)
    run("selfQuiet", plain, lambda m, x: m(x, x, x, need_weights=False), q)
    run("selfCausal", plain, lambda m, x: m(x, x, x, attn_mask=s, is_causal=True, need_weights=False), q)
    run("cross", plain, lambda m, x, y: m(x, y, y, key_padding_mask=hidden(2, 4)), q, k)
    run("three", plain, lambda m, x, y, z: m(x, y, z, attn_mask=hidden(3, 4), need_weights=False), q, k, v)
    run("masks", plain, lambda m, x, y, z: m(
        x, y, z, attn_mask=waves(0.3, 4, 3, 4).detach(), key_padding_mask=hidden(2, 4), need_weights=False), q, k, v)
    run("unbatched", plain, lambda m, x, y: m(x, y, y, key_padding_mask=hidden(4)), waves(0.7, 3, 4), waves(1.1, 4, 4))
    apart = make("apart", lambda: nn.MultiheadAttention(4, 2, kdim=3, vdim=5, bias=False))
    run("apart", apart, lambda m, x, y, z: m(x, y, z), q, narrow, wide)
    more = make("more", lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True, batch_first=True))
    run("more", more, lambda m, x, y: m(
        x, y, y, attn_mask=hidden(3, 4), key_padding_mask=hidden(2, 4)), waves(0.7, 2, 3, 4), waves(1.1, 2, 4, 4))
    run("moreQuiet", more, lambda m, x: m(x, x, x, need_weights=False), waves(0.7, 2, 3, 4))
    dropped = make("dropped", lambda: nn.MultiheadAttention(4, 2, dropout=0.4, batch_first=True))
    run("dropped", dropped, lambda m, x: m(x, x, x), waves(0.7, 2, 3, 4))
    run("droppedQuiet", dropped, lambda m, x: m(x, x, x, need_weights=False), waves(0.7, 2, 3, 4))
    x = waves(0.7, 2, 2, 3, 4)
    torch.manual_seed(9)
    y = F.scaled_dot_product_attention(x, x, x, dropout_p=0.3, is_causal=True)
    emit("dropout y", y)
    (y * (torch.arange(y.numel()).reshape(y.shape) % 7 + 1)).sum().backward()
    emit("dropout grad", x.grad)


def transformers():
    x, memory = waves(0.7, 3, 2, 4), waves(1.1, 5, 2, 4)
    mask = nn.Transformer.generate_square_subsequent_mask(3)
    emit("causal mask", mask.exp())
    layer = make("encoderLayer", lambda: nn.TransformerEncoderLayer(4, 2, 6, dropout=0.2))
    run("encoderLayer", layer, lambda m, x: m(x, src_mask=hidden(3, 3)), x)
    run("encoderLayerEval", layer.eval(), lambda m, x: m(x, src_key_padding_mask=hidden(2, 3)), x)
    first = make("encoderFirst", lambda: nn.TransformerEncoderLayer(
        4, 2, 6, dropout=0.0, activation="gelu", layer_norm_eps=1e-3, batch_first=True, norm_first=True, bias=False))
    run("encoderFirst", first, lambda m, x: m(x), waves(0.7, 2, 3, 4))
    decoder = make("decoderLayer", lambda: nn.TransformerDecoderLayer(4, 2, 6, dropout=0.2, activation="gelu"))
    run("decoderLayer", decoder, lambda m, x, y: m(x, y, tgt_mask=mask.double(), tgt_is_causal=True), x, memory)
    run("decoderLayerEval", decoder.eval(), lambda m, x, y: m(
        x, y, memory_mask=hidden(3, 5), memory_key_padding_mask=hidden(2, 5)), x, memory)
    last = make("decoderFirst", lambda: nn.TransformerDecoderLayer(4, 2, 6, dropout=0.0, norm_first=True))
    run("decoderFirst", last, lambda m, x, y: m(x, y), x, memory)
    encoder = make("encoder", lambda: nn.TransformerEncoder(
        nn.TransformerEncoderLayer(4, 2, 6, dropout=0.2, batch_first=True), num_layers=2, norm=nn.LayerNorm(4)))
    run("encoder", encoder, lambda m, x: m(x, mask=mask.double()), waves(0.7, 2, 3, 4))
    padding = torch.tensor([[False, False, True], [False, False, False]])
    with torch.no_grad():
        run("encoderNested", encoder.eval(), lambda m, x: m(x, src_key_padding_mask=padding), waves(0.7, 2, 3, 4))
    whole = make("transformer", lambda: nn.Transformer(4, 2, 1, 2, 6, dropout=0.1))
    run("transformer", whole, lambda m, x, y: m(x, y, tgt_mask=mask.double()), memory, x)


if __name__ == "__main__":
    attentions()
    transformers()
