"""Writes random.txt: what torch 2.13.0+cpu draws, one case a line.

    case dtype seed count a b hash index:bits ...

`hash` covers every element's bit pattern; the elements given in full help to find a difference. A case `sequence`
has its calls in the place of `a`: a letter and a count each (see `call`), their results as float64 one after another.
"""
import pathlib

import numpy as np
import torch

torch.set_num_threads(1)
SEEDS = [0, 42, 2**40 + 987654321]
SIZES = [1, 5, 15, 16, 17, 31, 100, 623, 1000, 100003]
DTYPES = {"f32": torch.float32, "f64": torch.float64}


def bits(values):
    kind = {1: np.uint8, 4: np.uint32, 8: np.uint64}[values.itemsize]
    return values.view(kind).astype(np.uint64)


def checksum(pattern):
    with np.errstate(over="ignore"):
        places = np.arange(len(pattern), dtype=np.uint64)
        weights = (places * np.uint64(2) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        return int(((pattern + np.uint64(1)) * weights).sum(dtype=np.uint64))


def line(out, case, dtype, seed, count, a, b, values):
    pattern = bits(np.ascontiguousarray(values))
    whole = count <= 17 and seed == 42
    places = range(len(pattern)) if whole else sorted({0, len(pattern) // 2, len(pattern) - 1})
    shown = " ".join(f"{i}:{int(pattern[i]):x}" for i in places)
    print(case, dtype, seed, count, a, b, f"{checksum(pattern):x}", shown, file=out)


def call(letter, count):
    if letter == "u": return torch.rand(count)
    if letter == "U": return torch.rand(count, dtype=torch.float64)
    if letter == "n": return torch.randn(count)
    if letter == "N": return torch.randn(count, dtype=torch.float64)
    if letter == "b": return torch.empty(count).bernoulli_(0.3)
    if letter == "i": return torch.randint(0, 10, (count,))
    if letter == "I": return torch.randint(0, 2**40, (count,))
    if letter == "p": return torch.randperm(count)
    if letter == "e": return torch.empty(count).exponential_(1)
    raise ValueError(letter)


SEQUENCES = [
    "u5,n3,n20,N1,N2,U3,u1,U700,i7,n1,I5,n15,b9,p6,e4,N17,n33,u623,U1",
    "u623,U1,n1,n1,n1,u622,b400,u1,I400,N5,n100,N5",
    "n15,n15,N15,n16,n15,u2000,i1000,I313,U1,e700,p1000,n2",
]

MULTINOMIALS = [(1, 5, True), (20, 5, True), (5000, 2000, True), (1, 2000, False), (7, 7, False), (300, 2000, False)]

with open(pathlib.Path(__file__).with_name("random.txt"), "w") as out:
    for seed in SEEDS:
        for count in SIZES:
            for name, dtype in DTYPES.items():
                def draw(case, a, b, make):
                    torch.manual_seed(seed)
                    line(out, case, name, seed, count, a, b, make().numpy())

                for a, b in [(0, 1), (-1.3, 2.7)]:
                    draw("uniform", a, b, lambda: torch.empty(count, dtype=dtype).uniform_(a, b))
                for mean, std in [(0, 1), (0.3, 1.7)]:
                    draw("normal", mean, std, lambda: torch.empty(count, dtype=dtype).normal_(mean, std))
                for rate in [1, 2.5]:
                    draw("exponential", rate, 0, lambda: torch.empty(count, dtype=dtype).exponential_(rate))
                for p in [0, 0.3, 1]:
                    draw("bernoulli", p, 0, lambda: torch.empty(count, dtype=dtype).bernoulli_(p))
                ramp = torch.arange(count, dtype=dtype) / count
                draw("bernoulliTensor", 0, 0, lambda: torch.bernoulli(ramp))
                for p in [0, 0.3, 0.5, 1]:
                    draw("dropout", p, 0, lambda: torch.nn.functional.dropout(torch.ones(count, dtype=dtype), p))
            torch.manual_seed(seed)
            values = torch.empty(count, dtype=torch.bool).bernoulli_(0.3)
            line(out, "bernoulli", "bool", seed, count, 0.3, 0, values.numpy())
            for low, high in [(0, 1), (0, 10), (-5, 1000), (0, 2**28 - 1), (0, 2**28), (-(2**40), 2**50)]:
                torch.manual_seed(seed)
                line(out, "randint", "i64", seed, count, low, high, torch.randint(low, high, (count,)).numpy())
            torch.manual_seed(seed)
            line(out, "randperm", "i64", seed, count, 0, 0, torch.randperm(count).numpy())
        # `a` is the number of categories, `b` whether they are replaced.
        for count, categories, replacement in MULTINOMIALS:
            for name, dtype in DTYPES.items():
                # Every 1013th weight is 0 with replacement.
                weights = torch.arange(categories, dtype=torch.float64) * 7919 % 1013 + (0 if replacement else 1)
                torch.manual_seed(seed)
                values = torch.multinomial(weights.to(dtype), count, replacement)
                line(out, "multinomial", name, seed, count, categories, int(replacement), values.numpy())
        for sequence in SEQUENCES:
            torch.manual_seed(seed)
            parts = [call(item[0], int(item[1:])).to(torch.float64) for item in sequence.split(",")]
            values = torch.cat(parts).numpy()
            line(out, "sequence", "f64", seed, len(values), sequence, 0, values)
