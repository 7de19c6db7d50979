"""Fit the confidence of attributions: `python -m sayso.attribute.training.calibrate --corpus POLNEAR`.

On the articles of train that the tagger never saw. An attribution counts as right when it is paired with a gold one
(the largest overlap of content first, Dice over words at least 0.5) and the sources overlap likewise.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.assemble import Draft
from sayso.attribute.attribute import drafted
from sayso.attribute.confidence import Evidence, evidence
from sayso.attribute.page import Page
from sayso.attribute.training.corpus import HELD_OUT, Document, GoldAttribution, by_stem, read_corpus
from sayso.nlp import parse
from sayso.segment import paragraphs, segment
from schemas import Article

Floats = NDArray[np.float64]
_WORD = re.compile(r"\w+")
_STRENGTH = 1.0


def judged(document: Document) -> list[tuple[Evidence, bool]]:
    """What speaks for each attribution found in an article, and whether it is right."""
    text = document.text
    breaks = paragraphs(text)
    doc = parse(text, [place.start for place in breaks])
    page = Page(Article(text=text), doc, segment(text, doc, breaks, None))
    drafts = [draft for draft in drafted(page) if draft.content]
    right = _right(text, drafts, document.attributions)
    return [(evidence(page, draft), i in right) for i, draft in enumerate(drafts)]


def _right(text: str, drafts: Sequence[Draft], gold: Sequence[GoldAttribution]) -> set[int]:
    words = [match.span() for match in _WORD.finditer(text)]

    def of(places: Sequence[tuple[int, int]]) -> frozenset[int]:
        return frozenset(i for i, (a, b) in enumerate(words) if any(a < end and b > start for start, end in places))

    mine = [(of(draft.content), of(draft.source)) for draft in drafts]
    theirs = [(of(one.Content), of(one.Source)) for one in gold]
    pairs = sorted(
        ((_dice(a[0], b[0]), i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs) if a[0] & b[0]),
        key=lambda pair: (-pair[0], pair[2], pair[1]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    right = set()
    for share, i, j in pairs:
        if share >= 0.5 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            if _dice(mine[i][1], theirs[j][1]) >= 0.5:
                right.add(i)
    return right


def _dice(a: frozenset[int], b: frozenset[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def fitted(x: Floats, y: Floats, strength: float = _STRENGTH) -> Floats:
    """Weights [k] of the logistic model of y[n] on x[n, k] with an L2 penalty, by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + strength * weights
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + strength * np.eye(len(weights)), slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def calibration_error(p: Floats, y: Floats, bins: int = 10) -> float:
    """Expected calibration error over bins of equal mass (Naeini et al. 2015, with equal-mass bins)."""
    parts = np.array_split(np.argsort(p, kind="stable"), bins)
    return float(sum(len(part) * abs(p[part].mean() - y[part].mean()) for part in parts if len(part)) / len(p))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.attribute.training.calibrate", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "model" / "confidence.json")
    args = parser.parse_args()
    every = by_stem(list(read_corpus(args.corpus / "train")))
    unseen = [group[0] for i, group in enumerate(every) if i % HELD_OUT == 0]
    rows = [row for document in unseen for row in judged(document)]
    x, y = np.array([list(one) for one, _ in rows]), np.array([float(right) for _, right in rows])
    weights = fitted(x, y)
    args.out.write_text(
        json.dumps(dict(zip(Evidence._fields, weights.round(4).tolist(), strict=True)), indent=1) + "\n"
    )
    p = 1 / (1 + np.exp(-x @ weights))
    print(f"{len(y)} attributions, {y.mean():.3f} right; calibration error where fitted {calibration_error(p, y):.3f}")


if __name__ == "__main__":
    main()
