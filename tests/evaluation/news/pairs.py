"""The labelled pairs of claims, with their words: `python -m tests.evaluation.news.pairs PART OUT`.

The rows of `pairs/PART.jsonl` hold places only. OUT gets a line for each pair whose claims the engine still makes:
`{"story": ..., "a": ..., "b": ..., "label": ..., "numbers": {...}, "denial": ...}`, the propositions and what
`sayso.link.pairs` computes of them. A claim is found again where it overlaps the place by most of both.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sayso.engine import Engine
from sayso.errors import SaysoError
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.denied import denial_of
from sayso.link.pairs.judge import denied_numbers
from sayso.link.pairs.pair_features import numbers
from sayso.link.retrieve import embed
from schemas import Article, Publication, PublishedClaim
from tests.evaluation.news.texts import PLACE, texts

LABELLED = PLACE / "pairs"
MOST = 0.8
"""The least Dice coefficient of the characters of a claim and of a place for them to be one."""


class LabelledPair(NamedTuple):
    """Two claims and how annotators called them."""

    a: PublishedClaim
    b: PublishedClaim
    label: str
    story: str


def labelled(part: str, engine: Engine) -> Iterator[LabelledPair]:
    """The labelled pairs of a part whose claims the engine makes."""
    rows = [json.loads(line) for line in (LABELLED / f"{part}.jsonl").read_text("utf-8").splitlines()]
    found = texts()
    claims = {name: _claims(name, found[name], engine) for name in sorted({row[end] for row in rows for end in "ab"})}
    stories = _stories(rows)
    for row in rows:
        a, b = (_at(claims[row[end]], row[f"{end}_spans"]) for end in "ab")
        if a and b:
            yield LabelledPair(a, b, row["label"], stories[row["a"]])


def _stories(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """For each article the first of those that pairs join it to: pairs are drawn from one story each."""
    firsts = {row[end]: row[end] for row in rows for end in "ab"}
    for row in rows:
        one, other = sorted((firsts[row["a"]], firsts[row["b"]]))
        firsts = {article: one if first == other else first for article, first in firsts.items()}
    return firsts


def _claims(name: str, text: str, engine: Engine) -> list[PublishedClaim]:
    article = Article(text=text, key=name)
    try:
        extraction = engine.extract(article)
    except SaysoError:
        return []
    statements = {statement.id: statement for statement in extraction.statements}
    return [
        PublishedClaim(claim=claim, statement=statements[claim.statement], publication=Publication.of(article))
        for claim in extraction.claims
    ]


def _at(claims: Sequence[PublishedClaim], spans: Sequence[tuple[int, int]]) -> PublishedClaim | None:
    place = {at for start, end in spans for at in range(start, end)}
    scored = []
    for claim in claims:
        own = {at for span in claim.claim.spans for at in range(span.start, span.end)}
        scored.append((2 * len(own & place) / (len(own) + len(place)), claim.id, claim))
    best = max(scored, default=None, key=lambda score: score[:2])
    return best[2] if best and best[0] >= MOST else None


def rows(pairs: Sequence[LabelledPair], engine: Engine) -> Iterator[dict[str, Any]]:
    """The pairs as lines of the file."""
    sentences = sorted({end.claim.proposition for pair in pairs for end in (pair.a, pair.b)})
    vectors = dict(zip(sentences, embed(sentences), strict=True))
    for a, b, label, story in pairs:
        first, second = sorted((a, b), key=lambda published: published.id)
        meaning = float(vectors[a.claim.proposition] @ vectors[b.claim.proposition])
        pair = ClaimPair(first, second, engine.registry)
        denial = denial_of(pair)
        yield {
            "story": story,
            "a": a.claim.proposition,
            "b": b.claim.proposition,
            "label": label,
            "numbers": dict(numbers(pair, meaning)),
            "denial": denial and {"is": denial._asdict(), "numbers": dict(denied_numbers(denial, meaning))},
        }


def main(part: str, out: Path) -> None:
    """Write the file, and print how many pairs of each label are in it."""
    engine = Engine()
    pairs = list(labelled(part, engine))
    counts: dict[str, int] = defaultdict(int)
    with out.open("w", encoding="utf-8") as file:
        for row in rows(pairs, engine):
            counts[row["label"]] += 1
            file.write(json.dumps(row) + "\n")
    print(part, dict(counts))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
