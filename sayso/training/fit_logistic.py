"""Logistic models, fitted."""

from __future__ import annotations

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
