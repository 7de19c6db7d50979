"""New claims linked with all that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.link.compare import compare, shared
from sayso.link.origins import one_origin
from sayso.link.retrieve import Index, Near
from sayso.link.thresholds import MEANING, WORDS, likely
from sayso.registry import Registry
from schemas import Link, PublishedClaim

CANDIDATES = 20
"""How many claims a new one is compared with, the nearest first: of those that say the same, 98 in 100 are there."""
ECHOES = 8
"""How many of them may be the very same words: a hundred reprints leave room for what else was said."""
_SAME = 0.995
_AT_ONCE = 256

Known = Callable[[Sequence[str]], Sequence[PublishedClaim]]


def link(new: Sequence[PublishedClaim], index: Index, known: Known, registry: Registry) -> tuple[Link, ...]:
    """The links of `new` claims with each other and with all that the index holds, each pair once.

    `known` gives claims by their ids; one that it does not give is passed over. Claims of one article are linked only
    where one repeats the other in other words of the article. A pair's link does not depend on which of the two is new.
    Who is meant by a name is read by `registry`.

    1. the new claims into the index, where they are not yet; 2. what is near each of them; 3. each pair compared, and
    what is likely of it; 4. whether both lead back to one origin.
    """
    index.add([one.id for one in new], [one.claim.proposition for one in new])  # 1
    links: dict[str, Link] = {}
    seen: set[tuple[str, str]] = set()
    for start in range(0, len(new), _AT_ONCE):
        for one, other, meaning in _pairs(new[start : start + _AT_ONCE], index, known):
            a, b = sorted((one, other), key=lambda published: published.id)
            if (a.id, b.id) not in seen and (found := _link(a, b, meaning, registry)):
                links[found.id] = found
            seen.add((a.id, b.id))
    return tuple(links.values())


def _pairs(
    new: Sequence[PublishedClaim], index: Index, known: Known
) -> Iterator[tuple[PublishedClaim, PublishedClaim, float]]:
    near = index.around([one.id for one in new], 2 * CANDIDATES)  # 2
    candidates = [
        [other for other in _candidates(others) if shared(one.claim.proposition, index.text(other.id)) >= WORDS]
        for one, others in zip(new, near, strict=True)
    ]
    published = {one.id: one for one in known(sorted({one.id for others in candidates for one in others}))}
    published |= {one.id: one for one in new}
    for one, others in zip(new, candidates, strict=True):
        for other in others:
            if other.id in published and other.id != one.id:
                yield one, published[other.id], other.meaning


def _candidates(near: Sequence[Near]) -> list[Near]:
    echoes = [one for one in near if min(one.meaning, one.words) >= _SAME]
    left_out = {one.id for one in echoes[ECHOES:]}
    return [one for one in near if one.meaning >= MEANING and one.id not in left_out][:CANDIDATES]


def _link(a: PublishedClaim, b: PublishedClaim, meaning: float, registry: Registry) -> Link | None:
    within = a.claim.article == b.claim.article
    if shared(a.claim.proposition, b.claim.proposition) < WORDS or (within and a.claim.overlaps(b.claim)):
        return None
    found = compare(a, b, registry)  # 3
    if found.relation is None or not likely(found, meaning) or (within and found.relation != "repeats"):
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
