"""Fits the weights of `sayso.link.compare`: python tests/evaluation/fit_relation.py CORPORA

"same" on RTE-3's dev half (entailed or not) and the train posts of the same-claim corpus (with the claim they repeat,
and with the most similar other claim); "conflict" on the pairs of RTE-3's dev half with a clear signal. Prints the
calibration error over ten bins of equal mass, by ten-fold cross-validation, and writes `weights.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from sayso.desk.comparing import Sentence, told
from sayso.engine import Engine
from sayso.errors import SaysoError
from sayso.link.compare import logistic as combine
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.compare import CLEAR, disagreements
from sayso.link.compare.likeness_signals import LIKENESS
from sayso.link.stems import stems
from schemas import PublishedClaim

POSTS = 300
SAME = [*LIKENESS]
ENGINE = Engine()
CONFLICT = ["strength", "shared_words", "same_event"]
WEIGHTS = Path(combine.__file__).with_name("weights.json")

Row = tuple[list[float], list[float], str]


def rows(corpora: Path) -> Iterator[Row]:
    for n, line in enumerate((corpora / "links" / "rte3-dev.jsonl").read_text("utf-8").splitlines()):
        found = json.loads(line)
        row = features(read(found["a"], f"{n}a"), read(found["b"], f"{n}b"))
        if row:
            yield (*row, found["relation"])
    folder = corpora / "links" / "same-claim"
    claims = {one["id"]: one["text"] for one in map(json.loads, (folder / "claims.jsonl").open(encoding="utf-8"))}
    words = {key: stems(text) for key, text in claims.items()}
    for post in [json.loads(one) for one in (folder / "queries-train.jsonl").open(encoding="utf-8")][:POSTS]:
        said = read(post["text"], post["id"])
        mine = stems(post["text"])
        nearest = max(
            words.keys() - set(post["claims"]), key=lambda key: len(words[key] & mine) / len(words[key] | mine)
        )
        for key, relation in ((post["claims"][0], "entails"), (nearest, "other")):
            row = features(said, read(claims[key], f"claim {key}"))
            if row:
                yield (*row, relation if relation == "other" else "posted")


def read(text: str, key: str) -> list[PublishedClaim]:
    try:
        return told(Sentence(text, None, None), key, ENGINE)
    except SaysoError:
        return []


def features(a: Sequence[PublishedClaim], b: Sequence[PublishedClaim]) -> tuple[list[float], list[float]] | None:
    """The signals of the two claims that are most alike, and of those with the clearest disagreement."""
    alike, apart = [], []
    for one in a:
        for other in b:
            pair = ClaimPair(
                *sorted((one, other), key=lambda told: (told.id, told.publication.article)), ENGINE.registry
            )
            likeness = {name: signal(pair).score for name, signal in LIKENESS.items()}
            strength = max(found.score for found in disagreements(pair).values())
            alike.append([likeness[name] for name in SAME])
            apart.append([{"strength": strength, **likeness}[name] for name in CONFLICT])
    if not alike:
        return None
    return max(alike, key=lambda row: sum(row[:3])), max(apart)


def fit(x: np.ndarray, y: np.ndarray, penalty: float = 1.0) -> np.ndarray:
    """Weights of a logistic model by Newton's method, the constant last and not penalised."""
    x = np.hstack([x, np.ones((len(x), 1))])
    weights, ridge = np.zeros(x.shape[1]), penalty * np.eye(x.shape[1])
    ridge[-1, -1] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + ridge @ weights
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, gradient)
    return weights


def crossed(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    folds = np.random.default_rng(0).permutation(len(y)) % 10
    p = np.zeros(len(y))
    for fold in range(10):
        weights = fit(x[folds != fold], y[folds != fold])
        p[folds == fold] = 1 / (1 + np.exp(-(x[folds == fold] @ weights[:-1] + weights[-1])))
    return p


def calibration(p: np.ndarray, y: np.ndarray, bins: int) -> float:
    """Expected calibration error over bins of equal mass."""
    parts = np.array_split(np.argsort(p), bins)
    return float(sum(len(part) * abs(p[part].mean() - y[part].mean()) for part in parts) / len(y))


def main(corpora: Path) -> None:
    found = list(rows(corpora))
    fitted = {}
    x, y = np.array([row[0] for row in found]), np.array([row[2] in {"entails", "posted"} for row in found], float)
    p = crossed(x, y)
    print(f"same: {len(y)} pairs, {int(y.sum())} the same, calibration error {calibration(p, y, 10):.3f}")
    print(f"  precision {y[p >= 0.5].mean():.3f}, recall {(p[y == 1] >= 0.5).mean():.3f}")
    fitted["same"] = dict(zip([*SAME, ""], map(float, fit(x, y).round(3)), strict=True))
    clear = [row for row in found if row[1][0] >= CLEAR and row[2] not in {"other", "posted"}]
    x, y = np.array([row[1] for row in clear]), np.array([row[2] == "contradicts" for row in clear], float)
    p = crossed(x, y)
    error = calibration(p, y, 4)
    print(f"conflict: {len(y)} pairs clear, {int(y.sum())} conflicts, calibration error {error:.3f} (four bins)")
    fitted["conflict"] = dict(zip([*CONFLICT, ""], map(float, fit(x, y).round(3)), strict=True))
    WEIGHTS.write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")
    print(json.dumps(fitted, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
