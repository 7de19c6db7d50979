"""`link`: links new claims with each other and with known ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from sayso.link.compare import shared
from sayso.link.compare.identical import same_text
from sayso.link.origins import one_origin
from sayso.link.recorded_relation import related
from sayso.link.retrieve import Index, Near
from sayso.link.thresholds import MEANING, NEAR_ACROSS, WORDS
from sayso.registry import Registry
from schemas import Link, PublishedClaim

CANDIDATES = 30
"""How many of the nearest claims a new claim is compared with: they include 98 in 100 of those that say the same."""
ECHOES = 8
"""How many of the candidates may have the very same words, so that a hundred reprints leave room for others."""
_SAME = 0.995
_AT_ONCE = 256

SameStory = Callable[[str, str], bool]
"""Whether two articles (ids) tell one story."""


class KnownClaims(Protocol):
    """Where claims are looked up by their ids; ids that are not known there are skipped."""

    def article_ids(self, claims: Iterable[str]) -> Mapping[str, str]:
        """The id of the article of each of these claims."""

    def published_claims(self, claims: Iterable[str]) -> Iterable[PublishedClaim]:
        """These claims."""


def one_story(_a: str, _b: str) -> bool:
    """All articles tell one story."""
    return True


def link(
    new: Sequence[PublishedClaim],
    index: Index,
    known: KnownClaims,
    registry: Registry,
    same_story: SameStory = one_story,
) -> tuple[Link, ...]:
    """The links of `new` claims with each other and with all claims in `index`, each pair once.

    Claims of the index are looked up in `known`. Claims of one article are linked only
    where one repeats or denies the other elsewhere in the article; claims of articles that do not tell the
    `same_story`, where it is all but certain that they share a fact. A pair's link does not depend on which of the
    claims is new. Names of sources are resolved by `registry`.

    1. new claims are added to the index; 2. the nearest claims of each are looked up, without those of other stories
    that are too far; 3. each pair is compared, and only likely relations are kept; 4. whether both claims lead back to
    one origin is added.
    """
    index.add([published.id for published in new], [published.claim.proposition for published in new])  # 1
    links: dict[str, Link] = {}
    seen: set[tuple[str, str]] = set()
    for start in range(0, len(new), _AT_ONCE):
        for claim, other, meaning in _pairs(new[start : start + _AT_ONCE], index, known, same_story):
            a, b = sorted((claim, other), key=lambda published: published.id)
            if (a.id, b.id) not in seen and (found := _link(a, b, meaning, registry, same_story)):
                links[found.id] = found
            seen.add((a.id, b.id))
    return tuple(links.values())


def _pairs(
    new: Sequence[PublishedClaim], index: Index, known: KnownClaims, same_story: SameStory
) -> Iterator[tuple[PublishedClaim, PublishedClaim, float]]:
    near = index.around([claim.id for claim in new], 2 * CANDIDATES)  # 2
    found = [
        [other for other in _candidates(others) if shared(published.claim.proposition, index.text(other.id)) >= WORDS]
        for published, others in zip(new, near, strict=True)
    ]
    articles = known.article_ids({other.id for others in found for other in others})
    articles = {**articles, **{claim.id: claim.claim.article for claim in new}}
    candidates = [
        [other for other in others if other.id in articles and _may_share(claim, other, index, articles, same_story)]
        for claim, others in zip(new, found, strict=True)
    ]
    wanted = sorted({other.id for others in candidates for other in others})
    by_id = {claim.id: claim for claim in [*known.published_claims(wanted), *new]}
    for claim, others in zip(new, candidates, strict=True):
        for other in others:
            if other.id in by_id and other.id != claim.id:
                yield claim, by_id[other.id], other.meaning


def _may_share(
    claim: PublishedClaim, other: Near, index: Index, articles: Mapping[str, str], same_story: SameStory
) -> bool:
    """Whether a claim may be linked with one near it, by what is known without looking it up."""
    return (
        other.meaning >= NEAR_ACROSS
        or same_story(claim.claim.article, articles[other.id])
        or same_text(claim.claim.proposition, index.text(other.id))
    )


def _candidates(near: Sequence[Near]) -> list[Near]:
    echoes = [candidate for candidate in near if min(candidate.meaning, candidate.words) >= _SAME]
    left_out = {candidate.id for candidate in echoes[ECHOES:]}
    return [candidate for candidate in near if candidate.meaning >= MEANING and candidate.id not in left_out][
        :CANDIDATES
    ]


def _link(
    a: PublishedClaim, b: PublishedClaim, meaning: float, registry: Registry, same_story: SameStory
) -> Link | None:
    if a.claim.overlaps(b.claim):
        return None
    within = same_story(a.publication.article, b.publication.article)
    found = related(a, b, meaning, registry, within_story=within)  # 3
    if found.relation is None:
        return None
    return Link(
        a=a.id,
        b=b.id,
        relation=found.relation,
        confidence=found.confidence,
        signals=found.signals,
        one_origin=one_origin(a, b, registry=registry),  # 4
        earlier=found.earlier,
    )
