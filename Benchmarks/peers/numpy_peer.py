"""The benchmarks of Pinion's `bench` in numpy, under the same names: those that numpy has."""

import os
import sys

# OpenBLAS reads the number of threads when it is loaded.
if "--threads" in sys.argv:
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = sys.argv[sys.argv.index("--threads") + 1]

import numpy as np

import harness

DTYPES = {"f32": np.float32, "f64": np.float64, "f16": np.float16, "i64": np.int64, "i32": np.int32, "bool": np.bool_}


def numbers(*shape, dtype=np.float32, low=-1.0, high=1.0):
    generator = np.random.default_rng(1)
    if np.issubdtype(dtype, np.floating):
        return generator.uniform(low, high, shape).astype(dtype)
    return generator.integers(1, 1000, shape).astype(dtype)


def gemm(dtype, operation, size):
    m, n, k = size
    if operation.startswith("batch"):
        count = int(operation[5:])
        a, b = numbers(count, m, k, dtype=dtype), numbers(count, k, n, dtype=dtype)
        c = np.empty((count, m, n), dtype)
        return lambda: np.matmul(a, b, out=c)
    transposes = "nt" if operation == "packed" else operation
    a = numbers(k, m, dtype=dtype).T if transposes[0] == "t" else numbers(m, k, dtype=dtype)
    b = numbers(n, k, dtype=dtype).T if transposes[1] == "t" else numbers(k, n, dtype=dtype)
    c = np.empty((m, n), dtype)
    return lambda: np.matmul(a, b, out=c)


UNARY = {"neg": np.negative, "abs": np.abs, "sqrt": np.sqrt, "reciprocal": np.reciprocal, "square": np.square,
         "exp": np.exp, "expm1": np.expm1, "log": np.log, "log2": np.log2, "log1p": np.log1p, "sin": np.sin,
         "cos": np.cos, "tan": np.tan, "asin": np.arcsin, "atan": np.arctan, "sinh": np.sinh, "tanh": np.tanh,
         "floor": np.floor, "round": np.rint}
BINARY = {"add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.divide, "maximum": np.maximum,
          "pow": np.power, "atan2": np.arctan2, "remainder": np.remainder}
POSITIVE = {"sqrt", "reciprocal", "log", "log2", "log1p", "pow"}


def elementwise(dtype, operation, size):
    low, high = (0.1, 4.0) if operation in POSITIVE else (-1.0, 1.0) if operation == "asin" else (-4.0, 4.0)
    x = numbers(*size, dtype=dtype, low=low, high=high)
    y = np.empty_like(x)
    if operation in UNARY:
        function = UNARY[operation]
        return lambda: function(x, out=y)
    if operation in BINARY:
        function, z = BINARY[operation], numbers(*size, dtype=dtype, low=low, high=high)
        return lambda: function(x, z, out=y)
    if operation == "relu":
        return lambda: np.maximum(x, 0, out=y)
    if operation == "clamp":
        return lambda: np.clip(x, -0.5, 0.5, out=y)
    if operation == "addScalar":
        return lambda: np.add(x, 2, out=y)
    if operation == "addRow":
        row = numbers(size[-1], dtype=dtype)
        return lambda: np.add(x, row, out=y)
    if operation == "less":
        z, mask = numbers(*size, dtype=dtype), np.empty(size, np.bool_)
        return lambda: np.less(x, z, out=mask)
    if operation.startswith("to-") and operation[3:] in DTYPES:
        target = np.empty(size, DTYPES[operation[3:]])
        return lambda: np.copyto(target, x, casting="unsafe")
    if operation == "fill":
        return lambda: y.fill(3)
    return None


REDUCTIONS = {"sum": np.sum, "mean": np.mean, "prod": np.prod, "max": np.max, "min": np.min, "argmax": np.argmax,
              "any": np.any, "all": np.all}


def reduce(dtype, operation, size):
    function, _, direction = operation.partition("-")
    call = REDUCTIONS.get(function)
    if call is None:
        return None
    x = np.full(size, function == "all") if function in ("any", "all") else numbers(*size, dtype=dtype)
    axis = {"": None, "rows": 1, "columns": 0}[direction]
    return lambda: call(x, axis=axis)


def copy(dtype, operation, size):
    if operation == "contiguous":
        x, y = numbers(*size, dtype=dtype), np.empty(size, dtype)
    elif operation == "transpose":
        x, y = numbers(*size, dtype=dtype).T, np.empty(size[::-1], dtype)
    elif operation == "everySecond":
        x, y = numbers(size[0], 2 * size[1], dtype=dtype)[:, ::2], np.empty(size, dtype)
    elif operation == "permute":
        x = numbers(*size, dtype=dtype).transpose(0, 2, 3, 1)
        y = np.empty(x.shape, dtype)
    elif operation == "gatherRows":
        x, index = numbers(*size, dtype=dtype), np.random.default_rng(1).integers(0, size[0], size[0])
        y = np.empty_like(x)
        return lambda: np.take(x, index, axis=0, out=y, mode="clip")
    else:
        return None
    return lambda: np.copyto(y, x)


def random(dtype, operation, size):
    generator = np.random.RandomState(1)  # the Mersenne Twister, as PyTorch and Pinion
    n = size[0]
    return {"uniform": lambda: generator.random_sample(n).astype(dtype),
            "normal": lambda: generator.standard_normal(n).astype(dtype),
            "randint": lambda: generator.randint(0, 1000, n), "exponential": lambda: generator.exponential(size=n),
            "permutation": lambda: generator.permutation(n)}.get(operation)


GROUPS = {"gemm": gemm, "elementwise": elementwise, "reduce": reduce, "copy": copy, "random": random}


def prepare(name):
    group = name.split("/")[0]
    if group not in GROUPS:
        return None
    group, dtype, operation, size = harness.parse_name(name)
    return GROUPS[group](DTYPES[dtype], operation, size) if dtype in DTYPES else None


if __name__ == "__main__":
    harness.main(prepare, lambda threads: None, "numpy " + np.__version__)
