"""Whether two claims are told by the same."""

from __future__ import annotations

from sayso.link.stems import stem, stems, tokens
from schemas import Hop, PublishedClaim

NAMELESS = frozenset({"unknown", "document"})


def same_speaker(a: PublishedClaim, b: PublishedClaim) -> bool | None:
    """Whether one and the same answers for both; None where that is not known: an unnamed source could be anybody."""
    one, other = _speaker(a), _speaker(b)
    if one.anonymous or other.anonymous:
        return None
    if one.registry and other.registry:
        return one.registry == other.registry
    if one.called is None or other.called is None:
        return True if a.publication.article == b.publication.article and one == other else None
    mine, theirs = stems(one.called), stems(other.called)
    if mine == theirs:
        return True
    if one.kind == other.kind == "person":
        names = _names(one.called), _names(other.called)
        return names[0][-1:] == names[1][-1:] and set(names[0]) & set(names[1]) in map(set, names)
    return None if mine & theirs else False


def _speaker(published: PublishedClaim) -> Hop:
    """The origin; the publisher where the article speaks for itself."""
    return published.statement.chain[0]


def _names(person: str) -> list[str]:
    """The names of a person without initials, the surname last."""
    *given, surname = tokens(person) or [person]
    return [*(stem(word) for word in given if len(word.strip(".")) > 1), stem(surname)]


def speaker(published: PublishedClaim) -> str:
    """What to call who answers for a claim."""
    return _speaker(published).called or published.publication.outlet or "the article"
