"""What is known of the texts in which facts are told: which of them share words, and whom they credit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from schemas import Derivation, PublishedClaim


def _nobody(article: str) -> Iterable[str]:
    return ()


class Texts(NamedTuple):
    """How to look up derivations between articles (ids), and whom an article (its id) credits with its whole text."""

    derivations: Callable[[Collection[str]], Iterable[Derivation]]
    credited: Callable[[str], Iterable[str]] = _nobody


NO_TEXTS = Texts(lambda articles: ())
"""For where nothing is known of the texts."""


class SharedText:
    """Which claims stand in text that their articles share."""

    def __init__(self, derivations: Iterable[Derivation]) -> None:
        self._of: dict[str, list[Derivation]] = {}
        for one in derivations:
            for article in (one.a, one.b):
                self._of.setdefault(article, []).append(one)

    def sharing(self, claim: PublishedClaim, told: Mapping[str, Sequence[PublishedClaim]]) -> Iterator[str]:
        """Those articles of `told` (claims by article) that have the claim in the same text.

        That is, one article is made from the other, or most of both claims stands in a passage that both have.
        """
        ours = claim.claim.article
        for shared in self._of.get(ours, ()):
            other = shared.b if shared.a == ours else shared.a
            if any(
                shared.whole or (_within(claim, shared) and _within(theirs, shared)) for theirs in told.get(other, ())
            ):
                yield other


def _within(published: PublishedClaim, shared: Derivation) -> bool:
    """Whether more than half of the claim's characters stand in the shared passages."""
    ours = [one.a if published.claim.article == shared.a else one.b for one in shared.passages]
    spans = published.claim.spans
    common = sum(max(0, min(span.end, end) - max(span.start, start)) for span in spans for start, end in ours)
    return 2 * common > sum(span.end - span.start for span in spans)
