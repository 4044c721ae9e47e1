"""The training step of the MLP of Pinion's `bench` in JAX, compiled: `train/f32/mlp/64`."""

import os
import sys

# XLA takes as many threads as the process may use processors.
if "--threads" in sys.argv:
    threads = int(sys.argv[sys.argv.index("--threads") + 1])
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
    os.environ["NPROC"] = str(threads)

import jax
import jax.numpy as jnp
import numpy as np

import harness

LAYERS = [784, 512, 256, 128, 64, 10]
LEARNING_RATE, MOMENTUM = 0.01, 0.5


def forward(weights, x):
    for weight, bias in weights[:-1]:
        x = jax.nn.relu(x @ weight.T + bias)
    weight, bias = weights[-1]
    return x @ weight.T + bias


def loss(weights, x, labels):
    logs = jax.nn.log_softmax(forward(weights, x))
    return -jnp.take_along_axis(logs, labels[:, None], axis=1).mean()


def step(weights, momenta, x, labels):
    """SGD as PyTorch's: b = momentum * b + g, w = w - lr * b."""
    value, gradients = jax.value_and_grad(loss)(weights, x, labels)
    momenta = jax.tree.map(lambda b, g: MOMENTUM * b + g, momenta, gradients)
    return jax.tree.map(lambda w, b: w - LEARNING_RATE * b, weights, momenta), momenta, value


def prepare(name):
    group, dtype, operation, size = name.split("/")
    if (group, operation) != ("train", "mlp"):
        return None
    random = np.random.default_rng(1)

    def uniform(*shape, bound):
        return jnp.asarray(random.uniform(-bound, bound, shape), jnp.float32)

    weights = [(uniform(n, m, bound=m ** -0.5), uniform(n, bound=m ** -0.5)) for m, n in zip(LAYERS, LAYERS[1:])]
    momenta = jax.tree.map(jnp.zeros_like, weights)
    x = jnp.asarray(random.standard_normal((int(size), 784)), jnp.float32)
    labels = jnp.asarray(random.integers(0, 10, int(size)))
    compiled = jax.jit(step, donate_argnums=(0, 1)).lower(weights, momenta, x, labels).compile()

    def call():
        nonlocal weights, momenta
        weights, momenta, value = compiled(weights, momenta, x, labels)
        jax.block_until_ready((weights, value))

    return call


if __name__ == "__main__":
    harness.main(prepare, lambda threads: None, "jax " + jax.__version__)
