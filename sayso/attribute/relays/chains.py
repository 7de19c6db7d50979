"""The chain of each draft: its own hops, then those of the reports that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.draft import DEEPEST, Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays.draft_chain import DraftChain, FoundBy, FoundHop, distinct, same
from sayso.attribute.relays.hops import OwnHops
from sayso.attribute.sources.resolve import SourceResolver
from sayso.language.english import FUNCTION_WORDS
from schemas import Hop


def chains_of(parsed: ParsedArticle, drafts: Sequence[Draft], resolver: SourceResolver) -> tuple[DraftChain, ...]:
    """The chain of each draft that reports something, an empty one for each other; in the order of the drafts.

    Parents are among the drafts, by their numbers. `resolver.hop(place)` tells who is meant by the words at a place; it
    is asked in text order, so that mentions can point back.
    """
    own = OwnHops(parsed, drafts, resolver)
    reporting = [number for number, draft in enumerate(drafts) if draft.content]
    hops = {
        number: _whole(parsed, drafts, own, number) for number in sorted(reporting, key=lambda n: _told_at(drafts[n]))
    }
    return tuple(DraftChain(tuple(hops[n]), own.carriers(n)) if n in hops else DraftChain() for n in range(len(drafts)))


def _told_at(draft: Draft) -> tuple[int, int]:
    """Text order by the reporting clause, so that what points back finds what stands before it."""
    return draft.cue[0] if draft.cue else (draft.start, draft.end)


def _whole(parsed: ParsedArticle, drafts: Sequence[Draft], own: OwnHops, number: int) -> list[FoundHop]:
    """The hops of a draft, and of those that it stands in; of reports within reports the innermost `DEEPEST`."""
    within = [number]
    while (parent := drafts[within[-1]].parent) is not None and len(within) < DEEPEST:
        within.append(parent)
    hops = [own.of(one) for one in within]
    found = _passed(parsed, hops.pop(), ())
    for one, inner in zip(reversed(within[:-1]), reversed(hops), strict=True):
        found = _nested(parsed, drafts, one, inner, found)
    return found


def _nested(
    parsed: ParsedArticle, drafts: Sequence[Draft], number: int, own: list[FoundHop], outer: list[FoundHop]
) -> list[FoundHop]:
    """The hops of a draft with hops of its `own` that stands in a report with hops `outer`."""
    first = own[0].hop.mention if own else None
    if outer and first is not None and first.words.lower() in FUNCTION_WORDS.own:
        return outer
    if own and outer and _speaks_of_another(parsed, drafts, number, own[0].hop, outer[0].hop):
        own = [own[0]._replace(hop=own[0].hop.model_copy(update={"name": None, "resolved_from": None})), *own[1:]]
    return _passed(parsed, own, [one.at_best(FoundBy.NESTED) for one in outer])


def _passed(parsed: ParsedArticle, hops: Sequence[FoundHop], outer: Sequence[FoundHop]) -> list[FoundHop]:
    """Each hop once, and none for the publisher behind the origin; `outer` has each once already."""
    inner = distinct(hops)
    further = [one for one in outer if not any(same(one.hop, other.hop) for other in inner)]
    return [one for i, one in enumerate([*inner, *further]) if not i or not _publishes(parsed, one.hop)]


def _speaks_of_another(parsed: ParsedArticle, drafts: Sequence[Draft], number: int, inner: Hop, outer: Hop) -> bool:
    """Whether a quoted "he" was taken for the one who is quoted, who would say "I"."""
    parent = drafts[number].parent
    if inner.mention is None or inner.mention.words.lower() not in ("he", "she", "they") or parent is None:
        return False
    quotation = parsed.quotation(inner.mention.start)
    apart = quotation is not None and not any(
        quotation.span.start <= cue[0] < quotation.span.end for cue in drafts[parent].cue
    )
    return apart and inner.name == outer.name


def _publishes(parsed: ParsedArticle, hop: Hop) -> bool:
    """Whether a hop is the publisher, which ends every chain and relays nothing to itself."""
    outlet = parsed.article.outlet
    listed = parsed.registry.lookup(outlet) if outlet else None
    return hop.name is not None and hop.name in (outlet, listed.name if listed else outlet)
