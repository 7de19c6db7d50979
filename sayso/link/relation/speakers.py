"""Whether two claims are told by the same."""

from __future__ import annotations

from sayso.link.relation.words import stems
from schemas import Hop, Told

NAMELESS = frozenset({"unknown", "document"})


def same_speaker(a: Told, b: Told) -> bool | None:
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
    shared = mine & theirs
    if one.kind == other.kind == "person":
        return _surname(one.called) == _surname(other.called) and (shared in (mine, theirs))
    return False if not shared else None


def _speaker(told: Told) -> Hop:
    """The origin; the publisher where the article speaks for itself."""
    return told.statement.chain[0]


def _surname(name: str) -> frozenset[str]:
    return stems(name.split()[-1])


def speaker(told: Told) -> str:
    """What to call who answers for a claim."""
    return _speaker(told).called or told.publication.outlet or "the article"
