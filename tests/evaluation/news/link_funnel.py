"""Where what should be linked is lost: `python -m tests.evaluation.news.link_funnel PART [--cache FOLDER]`.

For each conflict and denial of the gold, and for each pair of articles that tell a fact and are not joined, how far the
best of its pairs of claims comes (`STAGES`).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from sayso.link.compare import compare, shared
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.compare.relation_by_words import CLEAR, disagreements
from sayso.link.link import CANDIDATES
from sayso.link.retrieve import Index, embed
from sayso.link.thresholds import MEANING, WORDS, likely
from schemas import PublishedClaim
from tests.evaluation.news.link_marks import AT_ODDS, JOINING, Marks, marks, relations
from tests.evaluation.news.linked_part import LinkedPart, linked_part

STAGES = {
    "told": "claims of two articles tell it",
    "near": "one is among the nearest of the other",
    "meaning": "they are near enough in meaning",
    "words": "and share enough words to be compared",
    "sign": "for claims at odds: something shows a disagreement",
    "called": "they are called so",
    "likely": "and that is likely enough for a link",
}


class Funnel:
    """How far pairs of claims come on their way to a link of one of some relations."""

    def __init__(self, part: LinkedPart) -> None:
        self._registry = part.registry
        self._claims = {claim.id: claim for several in part.claims.values() for claim in several}
        self._rows = {claim: row for row, claim in enumerate(self._claims)}
        words = [claim.claim.proposition for claim in self._claims.values()]
        self._vectors = embed(words)
        index = Index.open(None)
        index.add(list(self._claims), words)
        around = zip(self._claims, index.around(list(self._claims), 2 * CANDIDATES), strict=True)
        self._near = {frozenset((claim, near.id)) for claim, some in around for near in some}

    def furthest(self, ours: Iterable[str], theirs: Iterable[str], relations: frozenset[str]) -> tuple[str, ...]:
        """The stages that the best pair of these claims passes; none for claims of one article."""
        pairs = [(self._claims[a], self._claims[b]) for a, b in product(ours, theirs)]
        passed = (tuple(self._passed(a, b, relations)) for a, b in pairs if a.claim.article != b.claim.article)
        return max(passed, key=len, default=())

    def _passed(self, a: PublishedClaim, b: PublishedClaim, relations: frozenset[str]) -> Iterator[str]:
        yield "told"
        if frozenset((a.id, b.id)) not in self._near:
            return
        yield "near"
        meaning = float(self._vectors[self._rows[a.id]] @ self._vectors[self._rows[b.id]])
        if meaning < MEANING:
            return
        yield "meaning"
        if shared(a.claim.proposition, b.claim.proposition) < WORDS:
            return
        yield "words"
        found = compare(a, b, self._registry)
        if relations == AT_ODDS and (found.relation in relations or self._disagree(a, b)):
            yield "sign"
        if found.relation in relations:
            yield "called"
            if likely(found, meaning):
                yield "likely"

    def _disagree(self, a: PublishedClaim, b: PublishedClaim) -> bool:
        apart = disagreements(ClaimPair(a, b, self._registry)).values()
        denied = (a.statement.polarity == "denied") != (b.statement.polarity == "denied")
        return denied or any(finding.score >= CLEAR for finding in apart)


def at_odds(part: LinkedPart, found: Marks, funnel: Funnel) -> Counter[tuple[str, ...]]:
    """How many conflicts and denials come how far."""
    return Counter(
        funnel.furthest(found.tellers(one), found.tellers(other), AT_ODDS)
        for one, other, relation in relations(part)
        if relation.kind in ("conflict", "denial")
    )


def missed(found: Marks, funnel: Funnel) -> Counter[tuple[str, ...]]:
    """How many pairs of articles that tell a fact and are not joined come how far."""
    return Counter(
        funnel.furthest(found.told[fact][one], found.told[fact][other], JOINING) for fact, one, other in found.missed
    )


def main() -> None:
    """Print how many pass each stage."""
    options = argparse.ArgumentParser(prog="python -m tests.evaluation.news.link_funnel")
    options.add_argument("part", choices=("development", "train"))
    options.add_argument("--cache", type=Path, metavar="FOLDER", help="keep what the engine read there")
    given = options.parse_args()
    with linked_part(given.part, given.cache) as part:
        found, funnel = marks(part), Funnel(part)
        for name, passed in (("at odds", at_odds(part, found, funnel)), ("missed", missed(found, funnel))):
            print(f"{name}: {passed.total()}")
            for stage, words in STAGES.items():
                print(f"{sum(count for stages, count in passed.items() if stage in stages):6}  {words}")


if __name__ == "__main__":
    main()
