"""`compared`: how two claims relate that a user puts side by side."""

from __future__ import annotations

from sayso.link.compare import Comparison, compare_pair, paired
from sayso.link.compare.denied import denial_of
from sayso.link.denial import denial
from sayso.link.pairs import judge
from sayso.link.retrieve import embed
from sayso.registry import Registry
from schemas import PublishedClaim


def compared(a: PublishedClaim, b: PublishedClaim, registry: Registry) -> Comparison:
    """A denial where, read together, it is probable; else what their words and parts say.

    The networks, which take longer than all else, are asked only where one of the claims denies something.
    """
    pair = paired(a, b, registry)
    found = compare_pair(pair)
    if found.relation in {"denies", "conflicts"} or denial_of(pair) is None:
        return found
    mine, theirs = embed([pair.a.claim.proposition, pair.b.claim.proposition])
    denied = denial(pair, judge(pair, float(mine @ theirs)))
    return denied if denied.relation else found
