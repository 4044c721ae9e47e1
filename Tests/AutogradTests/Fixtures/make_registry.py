"""Writes registry_*.json: PyTorch 2.13's results for the rows of the operation registry.

    pip install torch==2.13.0 numpy expecttest
    python3 make_registry.py [FAMILY…]

registry_operations.py is the table of operations. Samples come from PyTorch's OpInfo database, made small, and from the
table. A line of a file is an operation:

    {"name": …, "samples": [SAMPLE…], "mistakes": [SAMPLE…]}
    SAMPLE = {"in": [TENSOR…], "args": {NAME: VALUE…}, "out": [TENSOR…], "grad": [TENSOR|null…], "second": [TENSOR|null…]}
    TENSOR = {"d": dtype, "s": shape, "t": strides (only if not contiguous), "v": elements in row-major order, "g": 1}

"g" marks inputs that require a gradient; a VALUE may be {"tensor": i}, one of "in". Numbers round-trip; infinities and
NaN are strings. The gradients that come down to the outputs are not stored: element k of output i is
((37 k + 11 i) mod 17 - 8) / 8. "grad" has the gradients of the inputs; with h, by the same formula with i + 100, "second"
has the gradients of sum_i <h_i, grad_i>. In "mistakes" PyTorch's message, "raises", stands in place of results.
"""
import json
import math
import pathlib
import random
import sys
import warnings
import zlib

import numpy
import torch
import torch.testing._internal.common_methods_invocations as invocations
from torch.testing._internal.common_utils import set_default_dtype
from torch.testing._internal.opinfo import definitions

from registry_operations import FAMILIES
from registry_samples import Operation

warnings.filterwarnings("ignore")
assert torch.__version__.startswith("2.13"), torch.__version__
SMALL = {"S": 3, "M": 4, "L": 5, "XS": 2}
for module in [invocations, definitions.linalg, definitions.special]:
    for size, value in SMALL.items():
        if hasattr(module, size):
            setattr(module, size, value)

DATABASE = {}
for info in invocations.op_db:
    DATABASE.setdefault(info.name, info)
    DATABASE[f"{info.name}.{info.variant_test_name}"] = info
# Mistakes that are none here, or that Swift's types rule out.
NOT_FOR_US = ["not implemented for", "up to 64 dims", "argument must be either", "Expected out tensor",
              "expected Tensor as element", "invalid combination", "Autograd not support dtype", "`shifts` required",
              "does not support bool dtypes on CPU", "Unsupported input type encountered for isin"]
MOST_SAMPLES, MOST_MISTAKES, MOST_ELEMENTS = 7, 6, 48


def weight(x, index):
    """What comes down to output `index`, and the direction of the second order."""
    k = torch.arange(x.numel(), dtype=torch.float64)
    return (((37 * k + 11 * index) % 17 - 8) / 8).to(x.dtype).reshape(x.shape)


def number(value, dtype):
    if dtype == torch.bool:
        return int(value)
    if not dtype.is_floating_point:
        return int(value)
    value = float(value)
    if math.isnan(value) or math.isinf(value):
        return str(value)
    if value == int(value) and abs(value) < 1e15 and not (value == 0 and math.copysign(1, value) < 0):
        return int(value)
    return value if dtype == torch.float64 else float(str(numpy.float32(value)))


def tensor(x, strides=False):
    if x is None:
        return None
    x = torch.zeros_like(x) if x._is_zerotensor() else x
    plain = x.detach().resolve_conj().resolve_neg()
    result = {"d": str(x.dtype).removeprefix("torch."), "s": list(x.shape)}
    if strides and not plain.is_contiguous():
        result["t"] = list(plain.stride())
    result["v"] = [number(v, x.dtype) for v in plain.reshape(-1).tolist()]
    if x.requires_grad:
        result["g"] = 1
    return result


def tidy(x, dtype=None):
    """A leaf with few digits, and with another dtype where `dtype` is given and `x` is floating-point."""
    if not isinstance(x, torch.Tensor):
        return x
    if x.is_complex() or x.layout != torch.strided:
        raise NotImplementedError
    y = x.detach()
    if x.dtype.is_floating_point:
        plain = (x.dtype == torch.float64) & (y.abs() < 1e4) & (y.abs() > 1e-4)
        digits = torch.where(plain, torch.round(y, decimals=3), y)
        digits = torch.where(plain & (digits == 0), torch.sign(y) * 0.001, digits)
        target = torch.empty_strided(x.shape, x.stride(), dtype=dtype or x.dtype)
        if x.numel() > 0 and any(s == 0 and n > 1 for s, n in zip(x.stride(), x.shape)):
            target = torch.empty(x.shape, dtype=dtype or x.dtype)
        y = target.copy_(digits)
    else:
        y = y.clone()
    return y.requires_grad_(x.requires_grad)


def mapped(value, f):
    if isinstance(value, (list, tuple)):
        return type(value)(mapped(v, f) for v in value) if type(value) in (list, tuple) else value
    return f(value)


class Sample:
    def __init__(self, operation, first, args=(), kwargs=None, dtype=None):
        self.operation, self.tensors = operation, []
        first, args, kwargs = mapped(first, lambda v: tidy(v, dtype)), list(args), dict(kwargs or {})
        self.args = [mapped(v, lambda v: tidy(v, dtype)) for v in args]
        self.kwargs = {k: mapped(v, lambda v: tidy(v, dtype)) for k, v in kwargs.items()}
        self.first = first
        names = operation.params.split()
        if len(self.args) > len(names) and not operation.rest:
            raise ValueError(f"{operation.name}: {len(self.args)} arguments by position, names for {len(names)}")
        named = {"input": first}
        if operation.rest:
            named[operation.rest] = self.args
        else:
            named.update(zip(names, self.args))
        named.update(self.kwargs)
        self.named = {k: self.value(v) for k, v in named.items()}
        if isinstance(first, torch.Tensor):
            del self.named["input"]

    def value(self, v):
        if isinstance(v, torch.Tensor):
            self.tensors.append(v)
            return {"tensor": len(self.tensors) - 1}
        if isinstance(v, torch.Size) or isinstance(v, (list, tuple)):
            return [self.value(item) for item in v]
        if isinstance(v, torch.dtype):
            return str(v).removeprefix("torch.")
        if isinstance(v, float) and (math.isnan(v) or math.isinf(v)):
            return str(v)
        if isinstance(v, slice):
            return {"slice": [v.start, v.stop, v.step]}
        if v is Ellipsis:
            return "..."
        if isinstance(v, numpy.generic):
            v = v.item()
        if v is None or isinstance(v, (bool, int, float, str)):
            return v
        raise NotImplementedError(type(v))

    @property
    def key(self):
        """What makes a sample unlike others."""
        shapes = [(len(t.shape), 0 in t.shape, t.is_contiguous(), str(t.dtype)) for t in self.tensors]
        return str(shapes) + str(self.named)

    @property
    def size(self):
        return sum(t.numel() for t in self.tensors)

    def run(self):
        torch.manual_seed(0)
        call = self.operation.call or self.operation.info.op
        copied = lambda v: v.clone() if isinstance(v, torch.Tensor) and v.requires_grad else v
        first = mapped(self.first, copied) if self.operation.clones else self.first
        outputs = call(first, *self.args, **self.kwargs)
        outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
        return [o if isinstance(o, torch.Tensor) else torch.tensor(o) for o in outputs]

    def inputs(self):
        result = {"in": [tensor(t, strides=True) for t in self.tensors]}
        if self.named:
            result["args"] = self.named
        return result

    def record(self):
        outputs = self.run()
        if any(o.is_complex() for o in outputs) or sum(o.numel() for o in outputs) > 4 * MOST_ELEMENTS:
            return None
        result = self.inputs()
        result["out"] = [tensor(o) for o in outputs]
        wanted = [t for t in self.tensors if t.requires_grad]
        results = [(i, o) for i, o in enumerate(outputs) if o.requires_grad]
        if not wanted or not results or self.operation.plain:
            return result
        weights = [weight(o, i) for i, o in results]
        results = [o for _, o in results]
        try:
            gradients = torch.autograd.grad(results, wanted, weights, create_graph=True, allow_unused=True)
        except RuntimeError as error:
            if "derivative for" in str(error):
                for t in wanted:
                    t.requires_grad_(False)
                return self.record()
            gradients = torch.autograd.grad(results, wanted, weights, allow_unused=True)
        detached = lambda g: None if g is None else tensor(g.detach())
        spread = lambda values: [detached(next(values)) if t.requires_grad else None for t in self.tensors]
        result["grad"] = spread(iter(gradients))
        if all(t.dtype == torch.float64 for t in wanted):
            value = [(g * weight(g, 100 + i)).sum() for i, g in enumerate(gradients) if g is not None and g.requires_grad]
            try:
                second = torch.autograd.grad(sum(value), wanted, allow_unused=True) if value else [None] * len(wanted)
                result["second"] = spread(iter(second))
            except RuntimeError as error:
                print(f"{self.operation.name}: no second gradient: {str(error)[:80]}", file=sys.stderr)
        return result


def evenly(items, count):
    return items if len(items) <= count else [items[i * len(items) // count] for i in range(count)]


def database_samples(operation, dtype, limit):
    if not operation.info or dtype not in operation.info.supported_dtypes("cpu"):
        return []
    found, seen = [], set()
    try:
        gradient = dtype.is_floating_point and operation.info.supports_autograd
        for index, s in enumerate(operation.info.sample_inputs("cpu", dtype, requires_grad=gradient)):
            if index > 300:
                break
            try:
                sample = Sample(operation, s.input, s.args, s.kwargs)
            except NotImplementedError:
                continue
            if sample.size <= MOST_ELEMENTS and sample.key not in seen and not operation.skips(sample.named):
                seen.add(sample.key)
                found.append(sample)
    except (RuntimeError, IndexError, AssertionError) as error:
        print(f"{operation.name} {dtype}: {type(error).__name__} {error}", file=sys.stderr)
    return evenly(found, limit)


def samples(operation):
    found = database_samples(operation, torch.float64, operation.most or MOST_SAMPLES)
    found += [Sample(operation, *extra) for extra in operation.extra()]
    for dtype in [] if operation.only64 else [torch.float32, torch.float16, torch.bfloat16]:
        basis = [s for s in found if s.tensors and s.tensors[0].dtype == torch.float64 and s.size > 0]
        if dtype != torch.float32 and operation.info and dtype not in operation.info.supported_dtypes("cpu"):
            continue
        for s in basis[1:3] if dtype == torch.float32 else basis[1:2]:
            found.append(Sample(operation, s.first, s.args, s.kwargs, dtype))
    for dtype in [torch.int64, torch.int32, torch.uint8, torch.bool]:
        found += database_samples(operation, dtype, 1 if dtype != torch.int64 else 2)
    for sample in found:
        try:
            record = sample.record()
            if record:
                yield record
        except (RuntimeError, NotImplementedError, IndexError, TypeError, ValueError) as error:
            print(f"{operation.name}: {sample.key[:150]}: {str(error)[:150]}", file=sys.stderr)


def mistakes(operation):
    candidates = []
    if operation.info and operation.info.error_inputs_func:
        for e in operation.info.error_inputs("cpu"):
            candidates.append((e.sample_input.input, e.sample_input.args, e.sample_input.kwargs))
    basis = [s for s in database_samples(operation, torch.float64, 4) if s.size > 0]
    basis += [Sample(operation, *extra) for extra in operation.extra()][:2]
    for s in basis[:5]:
        names = operation.params.split()
        args = dict(zip(names, s.args))
        for name, value in {**args, **s.kwargs}.items():
            if name in ("dim", "dim0", "dim1", "dims") and value is not None and not isinstance(value, bool):
                for wrong in [9, -9]:
                    changed = wrong if isinstance(value, int) else type(value)([wrong])
                    position = names.index(name) if name in args else None
                    candidates.append((
                        s.first, [changed if i == position else a for i, a in enumerate(s.args)],
                        {k: changed if k == name and position is None else v for k, v in s.kwargs.items()}))
        wrong_shape = torch.ones(7, 5, dtype=torch.float64)
        swap = lambda t, new: new if isinstance(t, torch.Tensor) else t
        if isinstance(s.first, torch.Tensor):
            candidates.append((wrong_shape, s.args, s.kwargs))
            for dtype in [torch.bool, torch.int64]:
                candidates.append((s.first.detach().to(dtype), s.args, s.kwargs))
        candidates.append((s.first, [swap(a, wrong_shape) for a in s.args], s.kwargs))
    found, seen = [], set()
    for first, args, kwargs in candidates:
        try:
            if operation.skips(Sample(operation, first, args, {k: v for k, v in kwargs.items() if k != "out"}).named):
                continue
            sample = Sample(operation, first, args, kwargs)
        except (NotImplementedError, ValueError, AttributeError):
            continue
        if sample.size > 4 * MOST_ELEMENTS or "out" in kwargs:
            continue
        try:
            sample.run()
        except TypeError:
            continue  # Swift's types rule these out.
        except (RuntimeError, IndexError, ValueError) as error:
            message = str(error).split("\n")[0]
            if message[:40] in seen or any(text in message for text in NOT_FOR_US):
                continue
            seen.add(message[:40])
            found.append(sample.inputs() | {"raises": message})
    return evenly(found, MOST_MISTAKES)


def line(operation):
    seed = zlib.crc32(operation.name.encode())
    torch.manual_seed(seed)
    numpy.random.seed(seed)
    random.seed(seed)
    operation.info = operation.opinfo and DATABASE[operation.opinfo]
    if operation.call is None and operation.info is None:
        raise KeyError(operation.name)
    record = {"name": operation.name, "samples": list(samples(operation))}
    if not operation.forgives:
        record["mistakes"] = mistakes(operation)
    return json.dumps(record, separators=(",", ":"))


def main(families):
    folder = pathlib.Path(__file__).parent
    for family in families or FAMILIES:
        with set_default_dtype(torch.float32):
            lines = [line(Operation.of(entry)) for entry in FAMILIES[family]]
        (folder / f"registry_{family}.json").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
