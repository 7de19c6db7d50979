"""Facts that contradict each other, side by side: each conflict once, however many claims are at odds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.present.decisions import AT_ODDS
from sayso.present.safe import plain
from sayso.report.linked.claim_telling import in_order
from sayso.report.linked.gathered import GatheredLinks
from sayso.report.linked.tellers import Tellers
from sayso.report.linked.what_would_settle import settles
from sayso.report.model.linked import Conflict, Contradiction, Fact, Side
from schemas import Link, PublishedClaim


def conflicts(gathered: GatheredLinks, tellers: Tellers) -> tuple[Conflict, ...]:
    """The conflicts and denials that were not rejected: confirmed ones first, then suggestions.

    What is at odds are two facts, the clusters of the claims. It is told by the link that was confirmed, else by the
    surest, with the ids of all; one decision settles it.
    """
    same: dict[frozenset[tuple[str, ...]], list[Link]] = {}
    for link in gathered.links(*AT_ODDS):
        same.setdefault(frozenset((gathered.cluster(link.a), gathered.cluster(link.b))), []).append(link)
    ordered = [sorted(links, key=lambda link: _order(link, gathered)) for links in same.values()]
    return tuple(
        _conflict(links, gathered, tellers) for links in sorted(ordered, key=lambda links: _order(links[0], gathered))
    )


def contradicted(facts: Iterable[Fact], standing: Iterable[Conflict]) -> tuple[Fact, ...]:
    """The facts with what contradicts them in the `standing` conflicts."""
    against: dict[str, list[Contradiction]] = {}
    for conflict in standing:
        for ours, theirs in (conflict.sides, conflict.sides[::-1]):
            against.setdefault(ours.fact, []).append(
                Contradiction(
                    conflict=conflict.id,
                    relation=conflict.relation,
                    suggested=conflict.suggested,
                    words=theirs.telling.words,
                    who=theirs.telling.who,
                )
            )
    return tuple(fact.model_copy(update={"contradicted": tuple(against.get(fact.id, ()))}) for fact in facts)


def _order(link: Link, gathered: GatheredLinks) -> tuple[bool, bool, float, str]:
    decisions = gathered.decisions
    return not decisions.settled(link), decisions.by(link) is None, -link.confidence, link.id


def _conflict(links: Sequence[Link], gathered: GatheredLinks, tellers: Tellers) -> Conflict:
    link = links[0]
    ends = in_order(gathered.claim(end) for end in sorted((link.a, link.b)))
    first, second = sorted(ends, key=lambda claim: claim.id != link.earlier) if link.earlier else ends
    ordered = link.earlier is not None
    return Conflict(
        id=link.id,
        links=tuple(one.id for one in links),
        relation=link.relation,
        confidence=link.confidence,
        status=gathered.decisions.status(link),
        ordered=ordered,
        one_origin=link.one_origin,
        sides=(_side(first, second, gathered, tellers), _side(second, first, gathered, tellers)),
        why=tuple(plain(signal.sentence) for signal in link.signals),
        settles=settles(first, second, ordered=ordered, one_origin=link.one_origin),
        suggested=gathered.decisions.unsure(link),
        settled=gathered.decisions.settled(link),
    )


def _side(claim: PublishedClaim, other: PublishedClaim, gathered: GatheredLinks, tellers: Tellers) -> Side:
    """A claim with who else tells the fact; without them if the other side counts as the same fact."""
    same = gathered.cluster(claim.id)
    alone = other.id in same
    return Side(
        telling=gathered.telling(claim),
        fact=gathered.fact(same),
        also=() if alone else tuple(one for one in tellers.of(same) if claim.id not in one.claims),
        sentence=None if alone else gathered.rests(same),
    )
