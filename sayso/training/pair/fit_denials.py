"""Fit what speaks for a denial: `python -m sayso.training.pair.fit_denials FILE...`.

FILES are of stories that the network has not seen, written by `python -m tests.evaluation.news.pairs PART FILE`. Prints
what the result is worth, each story judged by weights that were fitted on the others; writes `denied` in
`weights.json`, fitted on all.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from sayso.link.compare.denied import Denial
from sayso.link.pairs.judge import denied_odds
from sayso.link.pairs.pair_network import OPPOSED, read_together
from sayso.training.fit_logistic import model, probabilities, with_constant
from sayso.training.pair.fit_pairs import Row, marked, print_worth, rows_of, write_weights


def main(files: list[Path]) -> None:
    """Fit, print and write."""
    rows = [row for file in files for row in rows_of(file) if row["denial"]]
    numbers = [_numbers(row) for row in rows]
    names = [*numbers[0]]
    x, y = np.array([[one[name] for name in names] for one in numbers]), marked(rows, OPPOSED)
    stories = np.array([row["story"] for row in rows])
    unseen = np.zeros(len(rows))
    for story in sorted({*stories.tolist()}):
        here = stories == story
        unseen[here] = probabilities(with_constant(x[here].tolist()), model(x[~here].tolist(), y[~here]))
    print(f"{len(rows)} pairs of {len({*stories.tolist()})} stories, {int(y.sum())} denials")
    print_worth(unseen, y)
    write_weights({"denied": dict(zip([*names, ""], model(x.tolist(), y).round(3).tolist(), strict=True))})


def _numbers(row: Row) -> dict[str, float]:
    found = read_together(row["a"], row["b"])
    return {**row["denial"]["numbers"], **denied_odds(Denial(**row["denial"]["is"]), found)}


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
