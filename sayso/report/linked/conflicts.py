"""Claims that contradict each other, side by side."""

from __future__ import annotations

from sayso.present.decisions import AT_ODDS
from sayso.present.safe import plain
from sayso.report.linked.claim_telling import in_order
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.linked.what_would_settle import settles
from sayso.report.model.linked import Conflict, Side
from schemas import Link, PublishedClaim


def conflicts(gathered: GatheredLinks) -> tuple[Conflict, ...]:
    """The conflicts and denials that were not rejected: confirmed ones first, then suggestions.

    A conflict between two claims holds between their clusters: it is listed once, by its most probable link, and
    settled once.
    """
    same: dict[frozenset[tuple[str, ...]], list[Link]] = {}
    for link in gathered.links(*AT_ODDS):
        same.setdefault(frozenset((gathered.cluster(link.a), gathered.cluster(link.b))), []).append(link)
    chosen = [min(links, key=lambda link: _order(link, gathered)) for links in same.values()]
    return tuple(_conflict(link, gathered) for link in sorted(chosen, key=lambda link: _order(link, gathered)))


def _order(link: Link, gathered: GatheredLinks) -> tuple[bool, bool, float, str]:
    decisions = gathered.decisions
    return not decisions.settled(link), decisions.by(link) is None, -link.confidence, link.id


def _conflict(link: Link, gathered: GatheredLinks) -> Conflict:
    ends = in_order(gathered.claim(end) for end in sorted((link.a, link.b)))
    first, second = sorted(ends, key=lambda claim: claim.id != link.earlier) if link.earlier else ends
    ordered = link.earlier is not None
    return Conflict(
        id=link.id,
        relation=link.relation,
        confidence=link.confidence,
        status=gathered.decisions.status(link),
        ordered=ordered,
        one_origin=link.one_origin,
        sides=(_side(first, second, gathered), _side(second, first, gathered)),
        why=tuple(plain(signal.sentence) for signal in link.signals),
        settles=settles(first, second, ordered=ordered, one_origin=link.one_origin),
        suggested=gathered.decisions.unsure(link),
        settled=gathered.decisions.settled(link),
    )


def _side(claim: PublishedClaim, other: PublishedClaim, gathered: GatheredLinks) -> Side:
    """A claim with those that say the same; without them if the other side is in the same cluster."""
    same = gathered.cluster(claim.id)
    also = [] if other.id in same else [known for known in gathered.known(same) if known.id != claim.id]
    return Side(telling=gathered.telling(claim), also=tuple(gathered.telling(each) for each in in_order(also)))
