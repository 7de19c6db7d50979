"""Logistic models, fitted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS, _ENOUGH = 50, 1e-8


def fitted(x: Floats, y: Floats, penalty: Floats) -> Floats:
    """Weights [k] of the logistic model of y[n] on x[n, k], each with its L2 penalty [k], by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = probabilities(x, weights)
        slope = x.T @ (p - y) + penalty * weights
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), slope)
        weights -= step
        if np.abs(step).max() < _ENOUGH:
            break
    return weights


def probabilities(x: Floats, weights: Floats) -> Floats:
    """The probability [n] of each row of x[n, k]."""
    found: Floats = 1 / (1 + np.exp(-x @ weights))
    return found


def model(rows: Sequence[Sequence[float]], y: Floats) -> Floats:
    """Weights of a logistic model, the constant last and not penalised."""
    x = with_constant(rows)
    return fitted(x, y, np.array([*[1.0] * (x.shape[1] - 1), 1e-6]))


def with_constant(rows: Sequence[Sequence[float]]) -> Floats:
    """The rows with a last column of ones."""
    return np.hstack([np.array(rows, float), np.ones((len(rows), 1))])
