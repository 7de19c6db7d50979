"""Which claims of one version of a page are which of the next: the same words, or those most alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from schemas import Claim, Extraction, Statement

ALIKE = 0.5
"""The least share of the words of two claims that both have, for one to be the other, changed."""
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


class ToldClaim(NamedTuple):
    """A claim, and the statement it is of, as an engine read it."""

    claim: Claim
    statement: Statement


class FollowedClaim(NamedTuple):
    """A claim in the version before, and in the one after; None where it is only in the other."""

    before: ToldClaim | None
    after: ToldClaim | None


def told_in(extraction: Extraction) -> list[ToldClaim]:
    """The claims of an extraction, in text order."""
    statements = {one.id: one for one in extraction.statements}
    told = [ToldClaim(claim, statements[claim.statement]) for claim in extraction.claims]
    return sorted(told, key=lambda one: one.claim.spans[0].start)


def words_of(text: str) -> list[str]:
    """The words and figures of a text, case folded."""
    return _WORD.findall(text.casefold())


def paired(before: Sequence[ToldClaim], after: Sequence[ToldClaim]) -> list[FollowedClaim]:
    """Every claim of both versions, in the order of the version after; those that are gone stand where they stood.

    1. the same words, in their order; 2. those that have most words in common, the most alike first.
    """
    ours, theirs = ([words_of(one.claim.proposition) for one in version] for version in (before, after))
    found = _same(ours, theirs)  # 1
    found |= _alike(ours, theirs, found)  # 2
    came = {there: here for here, there in found.items()}
    pairs, at = [], 0
    for there, one in enumerate(after):
        here = came.get(there)
        if here is not None:
            pairs += [FollowedClaim(before[gone], None) for gone in range(at, here) if gone not in found]
            at = max(at, here + 1)
        pairs.append(FollowedClaim(None if here is None else before[here], one))
    return pairs + [FollowedClaim(before[gone], None) for gone in range(at, len(before)) if gone not in found]


def _same(before: Sequence[list[str]], after: Sequence[list[str]]) -> dict[int, int]:
    free: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for there, words in enumerate(after):
        free[tuple(words)].append(there)
    return {here: free[tuple(words)].pop(0) for here, words in enumerate(before) if free.get(tuple(words))}


def _alike(before: Sequence[list[str]], after: Sequence[list[str]], found: dict[int, int]) -> dict[int, int]:
    taken = set(found.values())
    rest = [(there, Counter(words)) for there, words in enumerate(after) if there not in taken]
    shares = []
    for here, words in enumerate(before):
        if here not in found:
            own = Counter(words)
            shares += [(_share(own, other), -abs(here - there), -here, -there) for there, other in rest]
    made: dict[int, int] = {}
    for share, _, here, there in sorted(shares, reverse=True):
        if share >= ALIKE and -here not in made and -there not in taken:
            made[-here] = -there
            taken.add(-there)
    return made


def _share(a: Counter[str], b: Counter[str]) -> float:
    both = (a & b).total()
    return both / (a | b).total() if both else 0.0
