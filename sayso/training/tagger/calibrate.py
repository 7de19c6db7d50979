"""Fit the confidences: `python -m sayso.training.tagger.calibrate attributions --corpus POLNEAR`, then the `rest`.

Two runs, since the rest is judged with what the attributions' confidence, just fitted, leaves of them.

Attributions and sentences in the article's own voice are fitted on the articles of train that the tagger never saw,
chains on the passages beside this file (PolNeAR marks none). What is right is judged in `judged_findings.py`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.spans.attribution_features import OfAttribution
from sayso.attribute.statements.statement_features import OfOwnVoice, OfStatement
from sayso.evaluate import gold
from sayso.evaluate.gold_items import GoldItem
from sayso.training.fit_logistic import fitted
from sayso.training.tagger.corpus import HELD_OUT, by_stem, read_corpus
from sayso.training.tagger.judged_findings import (
    JudgedItem,
    judged_attributions,
    judged_chains,
    judged_own_voice,
    parsed_article,
)

PASSAGES = Path(__file__).parent / "passages"
WEIGHTS = Path(__file__).parents[2] / "attribute" / "model" / "confidence.json"
STRENGTH = 1.0
"""The L2 penalty of each weight."""


def models(rows: Iterable[JudgedItem]) -> dict[str, dict[str, float]]:
    """For each kind of evidence among the rows, the fitted weight of each of its fields."""
    kinds: dict[str, list[JudgedItem]] = {}
    for row in rows:
        kinds.setdefault(type(row.evidence).__name__, []).append(row)
    out = {}
    for kind, own in sorted(kinds.items()):
        x, y = np.array([list(row.evidence) for row in own]), np.array([float(row.right) for row in own])
        weights = fitted(x, y, np.full(x.shape[1], STRENGTH))
        print(f"{kind}: {len(own)}, {y.mean():.3f} of them right")
        out[kind] = dict(zip(own[0].evidence._fields, weights.round(4).tolist(), strict=True))
    return out


def _passages() -> Iterator[tuple[ParsedArticle, Sequence[GoldItem]]]:
    """Each passage beside this file, with its gold chains."""
    for place in gold(PASSAGES).places:
        yield parsed_article(place.text.read_bytes().decode("utf-8")), place.items


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.tagger.calibrate", description=__doc__)
    parser.add_argument("which", choices=("attributions", "rest"))
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    every = by_stem(list(read_corpus(args.corpus / "train")))
    unseen = [group[0] for i, group in enumerate(every) if i % HELD_OUT == 0]
    articles = [(parsed_article(document.text), document.attributions) for document in unseen]
    if args.which == "attributions":
        known = {kind.__name__: dict.fromkeys(kind._fields, 0.0) for kind in (OfAttribution, OfOwnVoice, OfStatement)}
        known |= models(row for parsed, marked in articles for row in judged_attributions(parsed, marked))
    else:
        known = json.loads(WEIGHTS.read_text("utf-8"))
        known |= models(row for parsed, marked in articles for row in judged_own_voice(parsed, marked))
        known |= models(row for parsed, items in _passages() for row in judged_chains(parsed, items))
    args.out.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
