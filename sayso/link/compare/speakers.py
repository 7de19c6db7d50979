"""Whether two claims have the same speaker."""

from __future__ import annotations

from sayso.link.stems import stem, stems, tokens
from schemas import Hop, PublishedClaim

NAMELESS = frozenset({"unknown", "document"})


def same_speaker(a: PublishedClaim, b: PublishedClaim) -> bool | None:
    """Whether both claims have the same origin; None where that is not known: an unnamed source could be anybody."""
    first, other = _speaker(a), _speaker(b)
    if first.anonymous or other.anonymous:
        return None
    if first.registry and other.registry:
        return first.registry == other.registry
    if first.called is None or other.called is None:
        return True if a.publication.article == b.publication.article and first == other else None
    mine, theirs = stems(first.called), stems(other.called)
    if mine == theirs:
        return True
    if first.kind == other.kind == "person":
        names = _names(first.called), _names(other.called)
        return names[0][-1:] == names[1][-1:] and set(names[0]) & set(names[1]) in map(set, names)
    return None if mine & theirs else False


def _speaker(published: PublishedClaim) -> Hop:
    """The origin of the chain, or the holder of an act or attitude; the publisher of what the article itself tells."""
    return published.statement.held_by or published.statement.chain[0]


def _names(person: str) -> list[str]:
    """The names of a person without initials, the surname last."""
    *given, surname = tokens(person) or [person]
    return [*(stem(word) for word in given if len(word.strip(".")) > 1), stem(surname)]


def speaker(published: PublishedClaim) -> str:
    """The name of a claim's origin, else of its outlet, else "the article"."""
    return _speaker(published).called or published.publication.outlet or "the article"
