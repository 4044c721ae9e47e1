"""Prints the coefficients of Sources/SIMDKernels/Kernels/Math.

Each polynomial interpolates the function at the Chebyshev nodes of its interval, in 60-digit arithmetic; the
error printed is that of the rounded coefficients. Quotients of polynomials are the best at 3600 points, found by
linear programs; the coefficients depend on the solver, the error hardly. Usage: python3 make_math_coefficients.py (mpmath, numpy, scipy)
"""
import struct
import numpy as np
import scipy.special
from scipy.optimize import linprog
from mpmath import mp, mpf, cos, pi, exp, expm1, erf, erfc, log, sqrt, tan, atan, tanh, taylor, lu_solve, matrix

mp.dps = 60


def rounded(c, single):
    return mpf(struct.unpack("f", struct.pack("f", float(c)))[0]) if single else mpf(float(c))


def fit(name, f, low, high, degree, single=False, relative=True):
    n = degree + 1
    mid, half = (mpf(low) + mpf(high)) / 2, (mpf(high) - mpf(low)) / 2
    nodes = [mid + half * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    # Newton's divided differences, then powers of x.
    d = [f(x) for x in nodes]
    for j in range(1, n):
        for i in range(n - 1, j - 1, -1):
            d[i] = (d[i] - d[i - 1]) / (nodes[i] - nodes[i - j])
    p = [mpf(0)]
    for i in range(n - 1, -1, -1):
        p = [mpf(0)] + p
        for j in range(len(p) - 1):
            p[j] -= nodes[i] * p[j + 1]
        p[0] += d[i]
    p = [rounded(c, single) for c in p[:n]]
    worst = mpf(0)
    for i in range(400):
        x = mid + half * cos(pi * (i + mpf(1) / 3) / 400)
        y = sum(c * x**k for k, c in enumerate(p))
        worst = max(worst, abs(y - f(x)) / (abs(f(x)) if relative else 1))
    print(f"\n{name}: [{float(low):.5g}, {float(high):.5g}], error {float(worst):.3g}")
    for k, c in enumerate(p):
        print(f"  c{k} = {float(c).hex() if not single else repr(float(c))}  {float(c)!r}")
    return [float(c) for c in p], float(worst)


def even(f):
    """f(x)/x as a function of z = x*x, by its limit at 0."""
    return lambda z: f(sqrt(z)) / sqrt(z)


LN2 = log(mpf(2))


def exponential(r):
    if abs(r) < mpf(10) ** -20:
        return mpf(1) / 2
    return (expm1(r) - r) / r**2


def tangent(z):
    x = sqrt(z)
    return (tan(x) - x) / x**3


def hyperbolic(z):
    x = sqrt(z)
    return (tanh(x) - x) / x**3


def scaled_erfc(t, k=4):
    x = k * (1 + t) / (1 - t)
    if x > 10**4:
        z = 1 / (2 * x * x)
        return (1 - z + 3 * z**2 - 15 * z**3 + 105 * z**4) / (x * sqrt(pi)) * (1 + 2 * x)
    return exp(x * x) * erfc(x) * (1 + 2 * x)


def fit_quotient(name, f, limit, numerator, denominator):
    """f(x) = x P(x^2) / Q(x^2), Q(0) = 1, on [0, limit], of least error relative to f or to 0.05 where f is less.

    A quotient's error times Q is linear in the coefficients: each program divides it by the Q found before."""
    x = limit * np.arange(1, 3001) / 3000
    x = np.union1d(x, limit * (1 - np.cos(np.pi * (np.arange(600) + 0.5) / 600)) / 2 + 1e-6)
    y = f(x)
    z = (x / limit) ** 2
    p = np.stack([x * z**k for k in range(numerator + 1)], 1)
    q = np.stack([z**k for k in range(1, denominator + 1)], 1)
    weight = 1 / np.maximum(abs(y), 0.05)
    divisor, best = np.ones_like(x), None
    for _ in range(12):
        rows = np.concatenate([p, -y[:, None] * q], 1) * (weight / divisor)[:, None]
        scale = abs(rows).max(0)
        rows, right, bound = rows / scale, y * weight / divisor, -np.ones((len(x), 1))
        result = linprog(
            np.r_[np.zeros(len(scale)), 1], method="highs-ds",
            A_ub=1e4 * np.block([[rows, bound], [-rows, bound]]), b_ub=1e4 * np.r_[right, -right],
            bounds=[(None, None)] * len(scale) + [(0, None)],
            options=dict(primal_feasibility_tolerance=1e-10, dual_feasibility_tolerance=1e-10))
        if result.status != 0:
            break
        c = result.x[:-1] / scale
        divisor = 1 + q @ c[numerator + 1:]
        error = abs(p @ c[:numerator + 1] / divisor - y)
        if best is None or (error * weight).max() < best[0]:
            best = (error * weight).max(), error.max(), c
    powers = np.r_[np.arange(numerator + 1), np.arange(1, denominator + 1)]
    print(f"\n{name}: [0, {limit}], error {best[1]:.3g}")
    for part, k, c in zip("P" * (numerator + 1) + "Q" * denominator, powers, best[2] / limit ** (2.0 * powers)):
        print(f"  {part}{k} = {np.float32(c)!r}")


def centred_normal_distribution(x):
    return scipy.special.erf(x / np.sqrt(2)) / 2


def centred_gelu_slope(x):
    return centred_normal_distribution(x) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


if __name__ == "__main__":
    fit_quotient("Phi(x) - 1/2 Float", centred_normal_distribution, 5.4, 6, 4)
    fit_quotient("Phi(x) + x Phi'(x) - 1/2 Float", centred_gelu_slope, 6.2, 7, 6)
    fit("exp Double: (e^r - 1 - r) / r^2", exponential, -LN2 / 2, LN2 / 2, 9)
    fit("exp Float: (e^r - 1 - r) / r^2", exponential, -LN2 / 2, LN2 / 2, 4, True)
    fit("tanh Float: (tanh x - x) / x^3, z = x^2", hyperbolic, 0, mpf("0.625") ** 2, 4, True)
    fit("tan Double: (tan x - x) / x^3, z = x^2", tangent, 0, (pi / 8) ** 2 * mpf("1.01"), 8)
    fit("log Double: log m = 2 s + s^3 p(s^2), s = (m - 1) / (m + 1)",
        lambda z: (2 * mp.atanh(sqrt(z)) - 2 * sqrt(z)) / sqrt(z) ** 3, 0, (3 - 2 * sqrt(mpf(2))) ** 2, 7)
    fit("erf Double: erf x / x - 1, z = x^2", lambda z: erf(sqrt(z)) / sqrt(z) - 1, 0, 1, 12, relative=False)
    fit("erf Float: erf x / x - 1, z = x^2", lambda z: erf(sqrt(z)) / sqrt(z) - 1, 0, 1, 6, True, False)
    fit("erf Float: -log(erfc x)", lambda x: -log(erfc(x)), 1, 4, 7, True, False)
    fit("erfc Double: e^(x^2) erfc x (1 + 2 x), t = (x - 4) / (x + 4)", scaled_erfc, -1, mpf("0.99999"), 23)
