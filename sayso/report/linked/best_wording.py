"""In whose words a fact is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.report.linked.readable import is_fragment, needs_context, pronouns, words_of
from sayso.report.listing_words import LISTING
from schemas import PublishedClaim, Statement

_SHORT, _LONG = 6, 25
"""A sentence of fewer or more words gives way to others."""


class Wording:
    """Which of the claims that tell a fact tell it best, the same for claims in any order."""

    def __init__(self, claims: Sequence[PublishedClaim]) -> None:
        self._all = len(claims)
        self._often = Counter(word for claim in claims for word in _telling(claim))

    def best(self, claims: Iterable[PublishedClaim]) -> PublishedClaim:
        """The best of `claims`, which are among those of the fact.

        1. a sentence that can be read alone; 2. names, not somebody who speaks of himself or a pronoun at its
        beginning; 3. from the text, not a headline; 4. on the record, then the page's own word and an unnamed
        source's, then what is open, then what is denied; 5. neither very short nor very long; 6. in words that the
        other claims have too; 7. few pronouns; 8. published early.
        """
        return min(claims, key=self._order)

    def _order(self, claim: PublishedClaim) -> tuple[bool, bool, bool, int, int, int, int, bool, str, str, str]:
        length = len(words_of(claim.claim.proposition))
        published = claim.publication.published
        return (
            is_fragment(claim.claim),  # 1
            needs_context(claim.claim),  # 2
            _is_headline(claim),  # 3
            _standing(claim.statement),  # 4
            max(0, _SHORT - length, length - _LONG),  # 5
            -self._shared(claim),  # 6
            pronouns(claim.claim),  # 7
            published is None,  # 8
            published or "",
            claim.claim.proposition,
            claim.id,
        )

    def _shared(self, claim: PublishedClaim) -> int:
        """In how many tenths of all claims its words stand, on average."""
        words = _telling(claim)
        return round(10 * sum(self._often[word] for word in words) / (len(words) * self._all)) if words else 0


def _telling(claim: PublishedClaim) -> frozenset[str]:
    """Its words, but for those that tell nothing."""
    return frozenset(words_of(claim.claim.proposition)) - LISTING.empty


def _is_headline(claim: PublishedClaim) -> bool:
    """Whether it stands in the article's title, or is written like one: several words, but no article and no "has"."""
    found = words_of(claim.claim.proposition)
    title = " ".join(words_of(claim.publication.title or ""))
    terse = len(found) >= _SHORT - 1 and (LISTING.articles | LISTING.finite).isdisjoint(found)
    return terse or " ".join(found) in title


def _standing(statement: Statement) -> int:
    if statement.polarity == "denied":
        return 3
    if statement.sourcing == "undetermined":
        return 2
    return 0 if statement.origin and not statement.unnamed else 1
