"""Fit the weights of `sayso.link.pairs`: `python -m sayso.training.pair.fit_pairs TRAIN DEVELOPMENT`.

Both are files that `python -m tests.evaluation.news.pairs PART FILE` writes. The weights of the numbers are fitted on
TRAIN, on which the network was trained as well; how much each of the two counts is fitted on DEVELOPMENT, which neither
has seen. Prints what the result is worth there, by precision.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sayso.link.pairs import judge
from sayso.link.pairs.pair_network import JOINING, read_together
from sayso.training.fit_logistic import Floats, model, probabilities, with_constant

WEIGHTS = Path(judge.__code__.co_filename).with_name("weights.json")
Row = Mapping[str, Any]


def main(train: Path, development: Path) -> None:
    """Fit, print, and write `weights.json`."""
    taught, rest = (rows_of(file) for file in (train, development))
    names = [*taught[0]["numbers"]]
    near = model([[row["numbers"][name] for name in names] for row in taught], marked(taught, JOINING))
    numbers = np.array([[*(row["numbers"][name] for name in names), 1] for row in rest]) @ near
    found = [read_together(row["a"], row["b"]) for row in rest]
    x = [[known, pair.joined] for known, pair in zip(numbers.tolist(), found, strict=True)]
    y = marked(rest, JOINING)
    weights = model(x, y)
    print_worth(probabilities(with_constant(x), weights), y)
    models = {
        "numbers": dict(zip([*names, ""], near.round(3).tolist(), strict=True)),
        "joined": dict(zip(["numbers", "network", ""], weights.round(3).tolist(), strict=True)),
    }
    write_weights(models)


def write_weights(models: Mapping[str, Mapping[str, float]]) -> None:
    """Replace these models in `weights.json`."""
    kept = json.loads(WEIGHTS.read_text("utf-8"))
    WEIGHTS.write_text(json.dumps({**kept, **models}, indent=1) + "\n", "utf-8")


def rows_of(file: Path) -> list[Row]:
    """The lines of a file that `tests.evaluation.news.pairs` wrote."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def marked(rows: Sequence[Row], labels: Sequence[str]) -> Floats:
    """1 for a row with any of these labels, else 0."""
    return np.array([float(row["label"] in labels) for row in rows])


def print_worth(p: Floats, y: Floats) -> None:
    """From which probability on so much is right, and how much is found there."""
    order = np.argsort(-p)
    right = np.cumsum(y[order]) / np.arange(1, len(y) + 1)
    for precision in (0.95, 0.9, 0.85, 0.8, 0.7, 0.5):
        enough = np.flatnonzero(right >= precision)
        if len(enough):
            last = enough[-1]
            found = y[order][: last + 1].sum() / y.sum()
            print(f"{precision} right from {p[order[last]]:.3f} on, found {found:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
