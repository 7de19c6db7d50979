"""In whose words a fact is told."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.report.linked.readable import is_fragment, needs_context, pronouns, words_of
from sayso.report.listing_words import LISTING
from schemas import PublishedClaim, Statement

_SHORT, _LONG = 6, 25
"""A sentence of fewer or more words gives way to others."""


def best_wording(claims: Iterable[PublishedClaim]) -> PublishedClaim:
    """The claim whose words tell the fact best, the same for claims in any order.

    1. a sentence that can be read alone; 2. names, not somebody who speaks of himself or a pronoun at its beginning;
    3. from the text, not a headline; 4. on the record, then the page's own word and an unnamed source's, then what is
    open, then what is denied; 5. neither very short nor very long; 6. few pronouns; 7. published early.
    """
    return min(claims, key=_order)


def _order(claim: PublishedClaim) -> tuple[bool, bool, bool, int, int, int, bool, str, str, str]:
    length = len(words_of(claim.claim.proposition))
    published = claim.publication.published
    return (
        is_fragment(claim.claim),  # 1
        needs_context(claim.claim),  # 2
        _is_headline(claim),  # 3
        _standing(claim.statement),  # 4
        max(0, _SHORT - length, length - _LONG),  # 5
        pronouns(claim.claim),  # 6
        published is None,  # 7
        published or "",
        claim.claim.proposition,
        claim.id,
    )


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
