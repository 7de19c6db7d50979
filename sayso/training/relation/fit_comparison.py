"""Fit the weights of `sayso.link.compare`: `python -m sayso.training.relation.fit_comparison CORPORA`.

"same" is fitted on RTE-3's dev half (entailed or not) and the train posts of the same-claim corpus (with the claim that
they repeat, and with the most similar other claim); "conflict" on the pairs of RTE-3's dev half with a clear signal.
Prints the calibration error over bins of equal mass, by ten-fold cross-validation, and writes `weights.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from sayso.desk.comparing import ComparedSentence, claims_of
from sayso.engine import Engine
from sayso.errors import SaysoError
from sayso.link.compare import logistic
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.likeness_signals import LIKENESS
from sayso.link.compare.relation_by_words import CLEAR, disagreements
from sayso.link.stems import stems
from sayso.training.fit_logistic import Floats, model, probabilities, with_constant
from schemas import PublishedClaim

POSTS = 300
"""How many training posts of the same-claim corpus are used, from the first."""
SAME = tuple(LIKENESS)
CONFLICT = ("strength", "shared_words", "same_event")
WEIGHTS = Path(logistic.__file__).with_name("weights.json")
FOLDS = 10


class RelatedPair(NamedTuple):
    """Two texts: the signals of "same" and those of "conflict", and how the corpus says they relate."""

    alike: list[float]
    apart: list[float]
    relation: str


def examples(corpora: Path, engine: Engine) -> Iterator[RelatedPair]:
    """The pairs of both corpora in which there are claims to compare."""
    yield from _entailments(corpora / "links" / "rte3-dev.jsonl", engine)
    yield from _posts(corpora / "links" / "same-claim", engine)


def _entailments(file: Path, engine: Engine) -> Iterator[RelatedPair]:
    for number, pair in enumerate(_lines(file)):
        a, b = _read(pair["a"], f"{number}a", engine), _read(pair["b"], f"{number}b", engine)
        yield from _related(a, b, pair["relation"], engine)


def _posts(folder: Path, engine: Engine) -> Iterator[RelatedPair]:
    """Each post with the claim that it repeats ("posted"), and with the most similar other claim ("other")."""
    claims = {claim["id"]: claim["text"] for claim in _lines(folder / "claims.jsonl")}
    words = {key: stems(text) for key, text in claims.items()}
    for post in _lines(folder / "queries-train.jsonl")[:POSTS]:
        said, its_own = _read(post["text"], post["id"], engine), stems(post["text"])
        others = words.keys() - set(post["claims"])
        nearest = max(others, key=lambda key: len(words[key] & its_own) / len(words[key] | its_own))
        for key, relation in ((post["claims"][0], "posted"), (nearest, "other")):
            yield from _related(said, _read(claims[key], f"claim {key}", engine), relation, engine)


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def _read(text: str, key: str, engine: Engine) -> list[PublishedClaim]:
    try:
        return claims_of(ComparedSentence(text, None, None), key, engine)
    except SaysoError:
        return []


def _related(
    a: Sequence[PublishedClaim], b: Sequence[PublishedClaim], relation: str, engine: Engine
) -> Iterator[RelatedPair]:
    """The signals of the two most similar claims, and of the two with the clearest disagreement."""
    alike, apart = [], []
    for claim in a:
        for other in b:
            first, second = sorted((claim, other), key=lambda end: (end.id, end.publication.article))
            pair = ClaimPair(first, second, engine.registry)
            likeness = {name: signal(pair).score for name, signal in LIKENESS.items()}
            strength = max(found.score for found in disagreements(pair).values())
            alike.append([likeness[name] for name in SAME])
            apart.append([{"strength": strength, **likeness}[name] for name in CONFLICT])
    if alike:
        yield RelatedPair(max(alike, key=lambda row: sum(row[:3])), max(apart), relation)


def crossed(rows: Sequence[Sequence[float]], y: Floats) -> Floats:
    """The probability of each row, by a model that is fitted on the other folds."""
    x, folds = np.array(rows), np.random.default_rng(0).permutation(len(y)) % FOLDS
    p = np.zeros(len(y))
    for fold in range(FOLDS):
        weights = model(x[folds != fold].tolist(), y[folds != fold])
        p[folds == fold] = probabilities(with_constant(x[folds == fold].tolist()), weights)
    return p


def calibration(p: Floats, y: Floats, bins: int) -> float:
    """Expected calibration error over bins of equal mass."""
    parts = np.array_split(np.argsort(p), bins)
    return float(sum(len(part) * abs(p[part].mean() - y[part].mean()) for part in parts) / len(y))


def _marked(found: Sequence[RelatedPair], relations: set[str]) -> Floats:
    return np.array([float(pair.relation in relations) for pair in found])


def main(corpora: Path) -> None:
    """Print how well both models are calibrated, and write their weights."""
    found = list(examples(corpora, Engine()))
    alike, same = [pair.alike for pair in found], _marked(found, {"entails", "posted"})
    p = crossed(alike, same)
    print(f"same: {len(same)} pairs, {int(same.sum())} the same, calibration error {calibration(p, same, 10):.3f}")
    print(f"  precision {same[p >= 0.5].mean():.3f}, recall {(p[same == 1] >= 0.5).mean():.3f}")
    clear = [pair for pair in found if pair.apart[0] >= CLEAR and pair.relation not in {"other", "posted"}]
    apart, conflict = [pair.apart for pair in clear], _marked(clear, {"contradicts"})
    error = calibration(crossed(apart, conflict), conflict, 4)
    print(f"conflict: {len(clear)} pairs, {int(conflict.sum())} conflicts, calibration error {error:.3f} (four bins)")
    weights = {
        "same": dict(zip([*SAME, ""], model(alike, same).round(3).tolist(), strict=True)),
        "conflict": dict(zip([*CONFLICT, ""], model(apart, conflict).round(3).tolist(), strict=True)),
    }
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(json.dumps(weights, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
