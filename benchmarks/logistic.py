"""A logistic regression in plain Python, by Newton's method with a ridge: small enough for a handful of features."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

RIDGE, ROUNDS = 3.0, 8
Row = Sequence[float]


def fitted(known: Sequence[tuple[Row, bool]]) -> Callable[[Row], float]:
    """The probability, 0 to 1, that a row is one of those marked true, as learned from ``known``."""
    width = len(known[0][0])
    means = [sum(row[at] for row, _ in known) / len(known) for at in range(width)]
    spreads = [
        math.sqrt(sum((row[at] - means[at]) ** 2 for row, _ in known) / len(known)) or 1.0 for at in range(width)
    ]

    def prepared(row: Row) -> list[float]:
        return [1.0, *((row[at] - means[at]) / spreads[at] for at in range(width))]

    rows = [(prepared(row), same) for row, same in known]
    weights = [0.0] * (width + 1)
    for _ in range(ROUNDS):
        slope = [0.0 if at == 0 else -RIDGE * weight for at, weight in enumerate(weights)]
        bend = [[RIDGE if a == b and a else 0.0 for b in range(width + 1)] for a in range(width + 1)]
        for row, same in rows:
            chance = _chance(weights, row)
            for a, value in enumerate(row):
                slope[a] += (same - chance) * value
                for b in range(a + 1):
                    bend[a][b] += chance * (1 - chance) * value * row[b]
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return lambda row: _chance(weights, prepared(row))


def _chance(weights: Row, row: Row) -> float:
    total = sum(weight * value for weight, value in zip(weights, row, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _solved(lower: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive system of which the lower half is given (Cholesky)."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for a in range(size):
        for b in range(a + 1):
            rest = lower[a][b] - sum(root[a][k] * root[b][k] for k in range(b))
            root[a][b] = math.sqrt(max(rest, 1e-9)) if a == b else rest / root[b][b]
    half: list[float] = []
    for a in range(size):
        half.append((right[a] - sum(root[a][k] * half[k] for k in range(a))) / root[a][a])
    out = [0.0] * size
    for a in reversed(range(size)):
        out[a] = (half[a] - sum(root[k][a] * out[k] for k in range(a + 1, size))) / root[a][a]
    return out
