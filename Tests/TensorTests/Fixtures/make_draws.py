"""Writes draws.txt: what torch 2.13.0+cpu draws; a line's name is `draw dtype seed count a b`, see DrawTests.swift."""
import pathlib

import torch
from tensor_lines import line

torch.set_num_threads(1)
if torch.backends.cpu.get_cpu_capability() != "AVX2": raise SystemExit("set ATEN_CPU_CAPABILITY=avx2")
FLOATS = [torch.float32, torch.float64, torch.float16, torch.bfloat16]
INTEGERS = [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]
SIZES = [0, 1, 15, 16, 17, 31, 1000]
LARGE = 1_000_003
SEEDS = [0, 42, 2**40 + 987654321]


def strided(dtype):
    """A tensor without row-major order, of 4 x 6 x 3 elements."""
    return torch.empty(5, 6, 8, dtype=dtype)[1:, :, 1:7:2].permute(2, 0, 1)


def ramp(count, dtype): return (torch.arange(count, dtype=torch.float64) * 7919 % 1013 / 1013).to(dtype)


with open(pathlib.Path(__file__).with_name("draws.txt"), "w") as out:
    def case(draw, dtype, seed, count, a, b, make):
        torch.manual_seed(seed)
        name = str(dtype).removeprefix("torch.")
        line(out, f"{draw} {name} {seed} {count} {a} {b}", make())

    for seed in SEEDS:
        for count in SIZES + ([LARGE] if seed == 42 else []):
            for dtype in FLOATS:
                empty = lambda: torch.empty(count, dtype=dtype)
                case("rand", dtype, seed, count, 0, 0, lambda: torch.rand(count, dtype=dtype))
                case("uniform", dtype, seed, count, -1.3, 2.7, lambda: empty().uniform_(-1.3, 2.7))
                case("randn", dtype, seed, count, 0, 0, lambda: torch.randn(count, dtype=dtype))
                case("normal", dtype, seed, count, 0.3, 1.7, lambda: empty().normal_(0.3, 1.7))
                case("exponential", dtype, seed, count, 2.5, 0, lambda: empty().exponential_(2.5))
                case("bernoulli", dtype, seed, count, 0.3, 0, lambda: empty().bernoulli_(0.3))
                case("bernoulliTensor", dtype, seed, count, 0, 0, lambda: torch.bernoulli(ramp(count, dtype)))
            for low, high in [(-5, 1000), (0, 2**28), (-(2**40), 2**50)]:
                case("randint", torch.int64, seed, count, low, high, lambda: torch.randint(low, high, (count,)))
            case("randperm", torch.int64, seed, count, 0, 0, lambda: torch.randperm(count))
            case("bernoulli", torch.bool, seed, count, 0.3, 0, lambda: torch.empty(count).bool().bernoulli_(0.3))
    for dtype in FLOATS:
        case("cauchy", dtype, 42, 333, 0.5, 2, lambda: torch.empty(333, dtype=dtype).cauchy_(0.5, 2))
        case("logNormal", dtype, 42, 333, 0.5, 0.7, lambda: torch.empty(333, dtype=dtype).log_normal_(0.5, 0.7))
        case("poisson", dtype, 42, 333, 3, 0, lambda: torch.poisson(ramp(333, dtype) * 3))
        case("poisson", dtype, 42, 333, 100, 0, lambda: torch.poisson(ramp(333, dtype) * 100))
        case("random", dtype, 42, 333, -7, 200, lambda: torch.empty(333, dtype=dtype).random_(-7, 200))
        case("random", dtype, 42, 333, 0, 50000, lambda: torch.empty(333, dtype=dtype).random_(0, 50000))
        for count in [5, 16, 33]:
            mean, std = torch.arange(count, dtype=dtype), ramp(count, dtype)
            case("normalMean", dtype, 42, count, 1.5, 0, lambda: torch.normal(mean, 1.5))
            case("normalStd", dtype, 42, count, 0.3, 0, lambda: torch.normal(0.3, std))
            case("normalBoth", dtype, 42, count, 0, 0, lambda: torch.normal(mean.view(-1, 1), std))
        case("stridedUniform", dtype, 42, 72, -1, 2, lambda: strided(dtype).uniform_(-1, 2))
        case("stridedNormal", dtype, 42, 72, 0.3, 1.7, lambda: strided(dtype).normal_(0.3, 1.7))
        case("stridedBernoulli", dtype, 42, 72, 0, 0, lambda: strided(dtype).bernoulli_(ramp(18, dtype).view(3, 1, 6)))
        case("randnLike", dtype, 42, 72, 0, 0, lambda: torch.randn_like(strided(dtype)))
        case("randLike", dtype, 42, 72, 0, 0, lambda: torch.rand_like(strided(dtype)))
        weights = ramp(300, dtype).view(3, 100)
        for count, replacement in [(1, 0), (7, 0), (1, 1), (50, 1)]:
            # Equal scores, which bfloat16 has, come in no particular order.
            if dtype == torch.bfloat16 and count == 7: continue
            case("multinomial", dtype, 42, 300, count, replacement, lambda: weights.multinomial(count, bool(replacement)))
            case("multinomialOfColumns", dtype, 42, 300, count, replacement,
                 lambda: weights.t().contiguous().t().multinomial(count, bool(replacement)))
    for dtype in FLOATS + INTEGERS:
        case("randomAll", dtype, 42, 333, 0, 0, lambda: torch.empty(333, dtype=dtype).random_())
        if dtype != torch.bool:
            case("geometric", dtype, 42, 333, 0.3, 0, lambda: torch.empty(333, dtype=dtype).geometric_(0.3))
            case("random", dtype, 42, 333, 3, 100, lambda: torch.empty(333, dtype=dtype).random_(3, 100))
            case("randperm", dtype, 42, 100, 0, 0, lambda: torch.randperm(100, dtype=dtype))
        case("stridedRandom", dtype, 42, 72, 0, 2, lambda: strided(dtype).random_(0, 2))
        case("randintLike", dtype, 42, 72, 0, 2, lambda: torch.randint_like(strided(dtype), 2))

    def mixed():
        parts = [torch.rand(5), torch.randn(3), torch.rand(600), torch.randn(20), torch.randint(0, 9, (5,)),
                 torch.randn(1, dtype=torch.float64), torch.randperm(7), torch.empty(3).exponential_(), torch.randn(15)]
        return torch.cat([part.double() for part in parts])
    case("mixed", torch.float64, 7, 659, 0, 0, mixed)

    generator = torch.Generator()
    case("state", torch.uint8, 99, 5056, 0, 0, lambda: generator.manual_seed(99).get_state())
    for draws in [1, 623, 624, 625, 1000]:
        def state():
            generator.manual_seed(99)
            torch.rand(draws, generator=generator)
            return generator.get_state()
        case("state", torch.uint8, 99, 5056, draws, 0, state)
    def odd():
        generator.manual_seed(99)
        torch.randn(3, generator=generator)
        return generator.get_state()
    case("stateWithNormal", torch.uint8, 99, 5056, 3, 0, odd)
