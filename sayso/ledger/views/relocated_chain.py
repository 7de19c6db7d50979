"""A chain of one text in another text: each of its mentions at the same words there."""

from __future__ import annotations

from sayso.ledger.entries.picker import Chain
from schemas import Hop, Member, Span

_OPTIONAL = ("reason", "terms", "introduced", "cue")


def relocated(chain: Chain, text: str, by: int) -> Chain | None:
    """The chain with its mentions in `text`, which has moved `by` characters; None where one is gone."""
    hops = [_hop(hop, text, by) for hop in chain]
    return tuple(hop for hop in hops if hop) if all(hops) else None


def _hop(hop: Hop, text: str, by: int) -> Hop | None:
    mention = _span(hop.mention, text, by)
    members = [_member(member, text, by) for member in hop.members]
    resolved = hop.resolved_from
    where = _span(resolved.mention, text, by) if resolved else None
    if (hop.mention and not mention) or not all(members):
        return None
    update = {name: _span(getattr(hop, name), text, by) for name in _OPTIONAL}
    antecedent = resolved.model_copy(update={"mention": where}) if resolved and where else None
    found = {"mention": mention, "members": tuple(members), "resolved_from": antecedent}
    return hop.model_copy(update={**update, **found})


def _member(member: Member, text: str, by: int) -> Member | None:
    mention = _span(member.mention, text, by)
    return member.model_copy(update={"mention": mention}) if mention else None


def _span(span: Span | None, text: str, by: int) -> Span | None:
    """The nearest place to where it would be now that has the same words."""
    if span is None:
        return None
    at = max(0, span.start + by)
    places = text.rfind(span.words, 0, at + len(span.words)), text.find(span.words, at)
    nearest = min((place for place in places if place >= 0), key=lambda place: abs(place - at), default=None)
    return None if nearest is None else Span.of(text, nearest, nearest + len(span.words))
