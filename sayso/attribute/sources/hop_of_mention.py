"""Turns mentions into hops, and merges a hop with its antecedent."""

from __future__ import annotations

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.sources.mention import Mention
from sayso.attribute.sources.persons import People
from sayso.attribute.sources.source_of_mention import mention_at
from sayso.attribute.sources.unnamed_sources import number, secrecy
from schemas import Hop, Resolution

_LIKELY = 0.5
"""The confidence from which on a source takes its antecedent's name."""
_TAKEN = ("name", "kind", "anonymous", "descriptor", "number", "registry", "members")


def hop_at(parsed: ParsedArticle, people: People, place: Range) -> Hop:
    """The hop of the mention at a place, by its own words alone."""
    place = parsed.trimmed(place)
    return hop_of(parsed, mention_at(parsed, people, place), place)


def hop_of(parsed: ParsedArticle, mention: Mention, place: Range) -> Hop:
    """The hop of a mention, before its antecedent is looked for."""
    secret = secrecy(parsed, place) if mention.anonymous else None
    return Hop(
        role="origin",
        name=mention.name,
        mention=parsed.span(place),
        kind=mention.kind,
        anonymous=mention.anonymous,
        descriptor=mention.descriptor,
        number=number(parsed, place, parsed.head(place)) if mention.anonymous else None,
        reason=parsed.span(secret.reason) if secret and secret.reason else None,
        terms=parsed.span(secret.terms) if secret and secret.terms else None,
        registry=mention.registry,
    )


def merged(hop: Hop, meant: Hop, sure: float) -> Hop:
    """The hop with its antecedent's name and properties; of an unlikely antecedent only the place is kept."""
    if meant.mention is None:
        return joint(hop, meant)
    if meant.resolved_from is not None:
        sure = min(sure, meant.resolved_from.confidence)
    where = meant.resolved_from.mention if meant.resolved_from else meant.mention
    resolution = Resolution(mention=where, confidence=sure)
    if sure < _LIKELY:
        return hop.model_copy(update={"resolved_from": resolution})
    taken = {name: getattr(meant, name) for name in _TAKEN}
    reasons = {"reason": hop.reason or meant.reason, "terms": hop.terms or meant.terms}
    return hop.model_copy(update=taken | {"resolved_from": resolution} | reasons)


def joint(hop: Hop, meant: Hop) -> Hop:
    """A hop with several members, unnamed if all of them are."""
    names = " and ".join(member.name for member in meant.members)
    unnamed = all(member.anonymous for member in meant.members)
    named = {"name": None if unnamed else names, "descriptor": names if unnamed else None}
    number = "several" if unnamed else None
    return hop.model_copy(
        update=named | {"members": meant.members, "kind": "group", "anonymous": unnamed, "number": number}
    )
