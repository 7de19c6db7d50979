"""The chain of each draft: its own hops, then those of the reports that contain it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.draft import DEEPEST, Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.relays.draft_chain import DraftChain, FoundBy, FoundHop, distinct, same
from sayso.attribute.relays.hops import OwnHops
from sayso.attribute.relays.publisher import is_publisher, publishers
from sayso.attribute.sources.resolve import SourceResolver
from sayso.language.english import FUNCTION_WORDS
from schemas import Hop


def chains_of(parsed: ParsedArticle, drafts: Sequence[Draft], resolver: SourceResolver) -> tuple[DraftChain, ...]:
    """The chain of each draft, in the order of the drafts; empty for a draft without content.

    Parents are among the drafts, by number. `resolver.hop(place)` says who is meant by the words at a place; it is
    called in text order, so that mentions can refer to earlier ones.
    """
    own = OwnHops(parsed, drafts, resolver)
    reporting = [number for number, draft in enumerate(drafts) if draft.content]
    reporting.sort(key=lambda number: _reporting_clause(drafts[number]))
    hops = {number: _with_outer_hops(parsed, drafts, own, number) for number in reporting}
    publisher = publishers(parsed)
    return tuple(
        DraftChain(_relayed(hops[n], publisher), own.carriers(n)) if n in hops else DraftChain()
        for n in range(len(drafts))
    )


def _reporting_clause(draft: Draft) -> tuple[int, int]:
    """Where a draft is reported: the order in which mentions find those before them."""
    return draft.cue[0] if draft.cue else (draft.start, draft.end)


def _with_outer_hops(parsed: ParsedArticle, drafts: Sequence[Draft], own: OwnHops, number: int) -> list[FoundHop]:
    """The hops of a draft, then those of the reports that contain it, `DEEPEST` levels at most."""
    levels = [number]
    while (parent := drafts[levels[-1]].parent) is not None and len(levels) < DEEPEST:
        levels.append(parent)
    hops = [own.of(level) for level in levels]
    found = _joined(hops.pop(), ())
    for level, inner in zip(reversed(levels[:-1]), reversed(hops), strict=True):
        found = _nested(parsed, drafts, level, inner, found)
    return found


def _nested(
    parsed: ParsedArticle, drafts: Sequence[Draft], number: int, own: list[FoundHop], outer: list[FoundHop]
) -> list[FoundHop]:
    """The hops of a draft with the hops `own`, contained in a report with the hops `outer`."""
    first = own[0].hop.mention if own else None
    if outer and first is not None and first.words.lower() in FUNCTION_WORDS.own:
        return outer
    if own and outer and _speaks_of_another(parsed, drafts, number, own[0].hop, outer[0].hop):
        own = [own[0]._replace(hop=own[0].hop.model_copy(update={"name": None, "resolved_from": None})), *own[1:]]
    return _joined(own, [found.at_best(FoundBy.NESTED) for found in outer])


def _joined(hops: Sequence[FoundHop], outer: Sequence[FoundHop]) -> list[FoundHop]:
    """Each hop once, inner ones first; `outer` has no repeats."""
    inner = distinct(hops)
    return [*inner, *(found for found in outer if not any(same(found.hop, other.hop) for other in inner))]


def _relayed(hops: Sequence[FoundHop], publisher: frozenset[str]) -> tuple[FoundHop, ...]:
    """The hops without the publisher as a relay."""
    return tuple(found for number, found in enumerate(hops) if not number or not is_publisher(found.hop, publisher))


def _speaks_of_another(parsed: ParsedArticle, drafts: Sequence[Draft], number: int, inner: Hop, outer: Hop) -> bool:
    """Whether a quoted "he" was resolved to the speaker of the quotation, who would say "I"."""
    parent = drafts[number].parent
    if inner.mention is None or inner.mention.words.lower() not in ("he", "she", "they") or parent is None:
        return False
    quotation = parsed.quotation(inner.mention.start)
    apart = quotation is not None and not any(
        quotation.span.start <= cue[0] < quotation.span.end for cue in drafts[parent].cue
    )
    return apart and inner.name == outer.name
