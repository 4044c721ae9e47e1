"""The benchmarks of Pinion's `bench` in PyTorch, under the same names, results written into existing tensors."""

import re

import torch
import torch.nn.functional as F

import harness
import pytorch_models

DTYPES = {"f32": torch.float32, "f64": torch.float64, "f16": torch.float16, "bf16": torch.bfloat16,
          "i64": torch.int64, "i32": torch.int32, "bool": torch.bool}


def numbers(*shape, dtype=torch.float32, low=-1.0, high=1.0):
    if dtype.is_floating_point:
        return torch.empty(shape, dtype=dtype).uniform_(low, high)
    return torch.randint(1, 1000, shape, dtype=dtype)


def gemm(dtype, operation, size):
    m, n, k = size
    if operation.startswith("batch"):
        count = int(operation[5:])
        a, b = numbers(count, m, k, dtype=dtype), numbers(count, k, n, dtype=dtype)
        c = torch.empty(count, m, n, dtype=dtype)
        return lambda: torch.bmm(a, b, out=c)
    transposes = "nt" if operation == "packed" else operation
    a = numbers(k, m, dtype=dtype).t() if transposes[0] == "t" else numbers(m, k, dtype=dtype)
    b = numbers(n, k, dtype=dtype).t() if transposes[1] == "t" else numbers(k, n, dtype=dtype)
    c = torch.empty(m, n, dtype=dtype)
    return lambda: torch.mm(a, b, out=c)


def conv(dtype, operation, size):
    """Sizes are images x channels x height x width - filters k kernel [s stride] [g groups]."""
    match = re.fullmatch(r"(\d+)x(\d+)x(\d+)x(\d+)-(\d+)k(\d+)(?:s(\d+))?(?:g(\d+))?", size)
    n, c, h, w, filters, kernel, stride, groups = [int(v or 1) for v in match.groups()]
    padding = 0 if kernel == 5 else kernel // 2
    x, weight = numbers(n, c, h, w, dtype=dtype), numbers(filters, c // groups, kernel, kernel, dtype=dtype)
    bias = numbers(filters, dtype=dtype)
    y = F.conv2d(x, weight, bias, stride, padding, 1, groups)
    if operation == "forward":
        return lambda: F.conv2d(x, weight, bias, stride, padding, 1, groups)
    mask = {"backwardData": [True, False, False], "backwardWeight": [False, True, False]}[operation]
    sizes = ([stride] * 2, [padding] * 2, [1, 1], False, [0, 0], groups)
    return lambda: torch.ops.aten.convolution_backward(y, x, weight, None, *sizes, mask)


UNARY = {name: getattr(torch, name) for name in
         ["neg", "abs", "sqrt", "rsqrt", "reciprocal", "square", "exp", "expm1", "log", "log2", "log1p", "sin", "cos",
          "tan", "asin", "atan", "sinh", "tanh", "sigmoid", "erf", "erfc", "floor", "round"]}
ACTIVATIONS = {"gelu": lambda x, y: torch._C._nn.gelu(x, out=y), "silu": lambda x, y: torch._C._nn.silu(x, out=y),
               "elu": lambda x, y: torch._C._nn.elu(x, out=y), "softplus": lambda x, y: torch._C._nn.softplus(x, out=y),
               "leakyReLU": lambda x, y: torch._C._nn.leaky_relu(x, out=y),
               "hardswish": lambda x, y: torch._C._nn.hardswish(x, out=y),
               "relu": lambda x, y: torch.clamp_min(x, 0, out=y), "clamp": lambda x, y: torch.clamp(x, -0.5, 0.5, out=y)}
POSITIVE = {"sqrt", "rsqrt", "log", "log2", "log1p", "pow"}
BINARY = {"add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "maximum": torch.maximum,
          "pow": torch.pow, "atan2": torch.atan2, "remainder": torch.remainder}


def elementwise(dtype, operation, size):
    range_ = (0.1, 4.0) if operation in POSITIVE else (-1.0, 1.0) if operation in ("asin",) else (-4.0, 4.0)
    x = numbers(*size, dtype=dtype, low=range_[0], high=range_[1])
    y = torch.empty_like(x)
    if operation in UNARY:
        function = UNARY[operation]
        return lambda: function(x, out=y)
    if operation in ACTIVATIONS:
        function = ACTIVATIONS[operation]
        return lambda: function(x, y)
    if operation in BINARY:
        function, z = BINARY[operation], numbers(*size, dtype=dtype, low=range_[0], high=range_[1])
        return lambda: function(x, z, out=y)
    if operation == "mulInPlace":
        z = torch.ones_like(x)
        return lambda: x.mul_(z)
    if operation == "addScalar":
        return lambda: torch.add(x, 2, out=y)
    if operation == "addRow":
        row = numbers(size[-1], dtype=dtype)
        return lambda: torch.add(x, row, out=y)
    if operation == "addColumn":
        column = numbers(size[0], 1, dtype=dtype)
        return lambda: torch.add(x, column, out=y)
    if operation == "less":
        z, mask = numbers(*size, dtype=dtype), torch.empty(size, dtype=torch.bool)
        return lambda: torch.lt(x, z, out=mask)
    if operation == "where":
        z, mask = numbers(*size, dtype=dtype), numbers(*size, dtype=dtype) > 0
        return lambda: torch.where(mask, x, z, out=y)
    if operation.startswith("to-"):
        target = torch.empty(size, dtype=DTYPES[operation[3:]])
        return lambda: target.copy_(x)
    if operation == "fill":
        return lambda: y.fill_(3)
    if operation == "tanhBackward":
        z = x.tanh()
        return lambda: torch.ops.aten.tanh_backward.grad_input(x, z, grad_input=y)
    if operation == "geluBackward":
        z = numbers(*size, dtype=dtype)
        return lambda: torch.ops.aten.gelu_backward.grad_input(z, x, approximate="none", grad_input=y)
    return None


REDUCTIONS = {"sum": torch.sum, "mean": torch.mean, "prod": torch.prod, "max": torch.amax, "min": torch.amin,
              "argmax": torch.argmax, "logsumexp": torch.logsumexp, "sumOfSquares": lambda x, dim: torch.linalg.vector_norm(x, dim=dim)}


def reduce(dtype, operation, size):
    function, _, direction = operation.partition("-")
    x = numbers(*size, dtype=dtype)
    if function in ("any", "all"):
        x = torch.full(size, function == "all")
        call = torch.any if function == "any" else torch.all
        return lambda: call(x)
    call = REDUCTIONS.get(function)
    if call is None:
        return None
    dim = {"": 0 if len(size) == 1 else None, "rows": 1, "columns": 0}[direction]
    return lambda: call(x, dim=dim)


def copy(dtype, operation, size):
    if operation == "contiguous":
        x, y = numbers(*size, dtype=dtype), torch.empty(size, dtype=dtype)
        return lambda: y.copy_(x)
    if operation == "transpose":
        x, y = numbers(*size, dtype=dtype).t(), torch.empty(size[::-1], dtype=dtype)
        return lambda: y.copy_(x)
    if operation == "everySecond":
        x, y = numbers(size[0], 2 * size[1], dtype=dtype)[:, ::2], torch.empty(size, dtype=dtype)
        return lambda: y.copy_(x)
    if operation == "permute":  # NCHW to NHWC
        x = numbers(*size, dtype=dtype).permute(0, 2, 3, 1)
        y = torch.empty(x.shape, dtype=dtype)
        return lambda: y.copy_(x)
    if operation == "gatherRows":
        x, index = numbers(*size, dtype=dtype), torch.randint(0, size[0], (size[0],))
        y = torch.empty_like(x)
        return lambda: torch.index_select(x, 0, index, out=y)
    if operation == "scatterRows":
        x, index = numbers(*size, dtype=dtype), torch.randint(0, size[0], (size[0],))
        y = torch.zeros_like(x)
        return lambda: y.index_add_(0, index, x)
    if operation in ("im2col", "col2im"):  # 3 x 3, padding 1
        x = numbers(*size, dtype=dtype)
        if operation == "im2col":
            return lambda: F.unfold(x, 3, padding=1)
        columns = F.unfold(x, 3, padding=1)
        return lambda: F.fold(columns, size[2:], 3, padding=1)
    return None


def random(dtype, operation, size):
    y = torch.empty(size, dtype=dtype)
    n = size[0]
    return {"uniform": lambda: y.uniform_(), "normal": lambda: y.normal_(), "randint": lambda: y.random_(0, 1000),
            "bernoulli": lambda: y.bernoulli_(0.3), "dropout": lambda: y.bernoulli_(0.5).div_(0.5), "exponential": lambda: y.exponential_(),
            "permutation": lambda: torch.randperm(n, out=y)}.get(operation)


def overhead(dtype, operation, size):
    a, b = numbers(*size, dtype=dtype), numbers(*size, dtype=dtype)
    x, y = a.clone().requires_grad_(), b.clone().requires_grad_()
    if operation.startswith("recorded"):
        torch.set_grad_enabled(True)
    return {"add": lambda: a + b, "addNumber": lambda: a + 1.5, "exp": lambda: a.exp(), "sum": lambda: a.sum(),
            "addInPlace": lambda: a.add_(b), "recordedAdd": lambda: x + y,
            "recordedExp": lambda: x.exp()}.get(operation)


def autograd(dtype, operation, size):
    a = numbers(*size, dtype=dtype).requires_grad_()
    b = numbers(*size, dtype=dtype).requires_grad_()
    torch.set_grad_enabled(True)

    def chain():
        y = a
        for _ in range(1000):
            y = y * 1.001
        y.sum().backward()

    return {"mulAddSum": lambda: (a * b + a).sum().backward(), "chainOf1000": chain}.get(operation)


def tensor(dtype, operation, size):
    x, y = numbers(*size, dtype=dtype), numbers(*size, dtype=dtype)
    losses = {"reluSumBackward": lambda: (x * y).relu().sum(), "softmaxBackward": lambda: (x.softmax(1) * y).sum(),
              "matmulBackward": lambda: x.matmul(y).sum()}
    if operation in losses:
        torch.set_grad_enabled(True)
        x.requires_grad_()
        y.requires_grad_()

        def train():
            losses[operation]().backward()
            x.grad = y.grad = None

        return train
    return {"add": lambda: x + y, "addNumber": lambda: x + 1.5, "exp": lambda: x.exp(),
            "addInPlace": lambda: y.add_(x, alpha=1e-9), "sum": lambda: x.sum(), "sum-rows": lambda: x.sum(1),
            "sum-columns": lambda: x.sum(0), "max-rows": lambda: x.max(1), "softmax": lambda: x.softmax(1),
            "logSoftmax": lambda: x.log_softmax(1), "addTransposed": lambda: x + y.t(), "addRow": lambda: x + y[0],
            "cat": lambda: torch.cat([x, y], 1), "contiguousTransposed": lambda: x.t().contiguous(),
            "matmul": lambda: x.matmul(y), "matmulTransposed": lambda: x.matmul(y.t())}.get(operation)


GROUPS = {"gemm": gemm, "conv": conv, "elementwise": elementwise, "reduce": reduce, "copy": copy, "random": random,
          "overhead": overhead, "autograd": autograd, "tensor": tensor, **pytorch_models.GROUPS}


def prepare(name):
    group = name.split("/")[0]
    if group not in GROUPS:
        return None
    group, dtype, operation, size = harness.parse_name(name)
    torch.manual_seed(1)
    torch.set_grad_enabled(False)
    return GROUPS[group](DTYPES[dtype], operation, size)


if __name__ == "__main__":
    harness.main(
        prepare, torch.set_num_threads, "torch " + torch.__version__, warm_up=pytorch_models.warm_up)
