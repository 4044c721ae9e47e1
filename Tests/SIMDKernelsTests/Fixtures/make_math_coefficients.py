"""Prints the polynomial coefficients of Sources/SIMDKernels/Kernels/Math.

Each polynomial interpolates the function at the Chebyshev nodes of its interval, in 60-digit arithmetic; the
error printed is that of the rounded coefficients. Usage: python3 make_math_coefficients.py
"""
import struct
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


if __name__ == "__main__":
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
