"""The outlet that a source spoke to or on, where the reporting clause names it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.attribute.draft import Draft
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets, overlap
from sayso.attribute.relays.broadcasts import outlets_by_name
from sayso.attribute.relays.hearers import hearer
from sayso.attribute.relays.occasions import outlets_by_parse
from sayso.attribute.relays.outlet_words import outlet_in
from sayso.language.english import PEOPLE

_HOSTS = "|".join(sorted(PEOPLE.hosts, key=lambda word: (-len(word), word)))
_JOINED = re.compile(
    rf"(?:['’]s?| of| of the|,)?(?:(?:\s+[\w-]+){{0,3}}\s+(?:{_HOSTS}))?[\s\"“”'’]*",
    re.IGNORECASE,
)


def outlet_told(parsed: ParsedArticle, draft: Draft, parent: Draft | None, before: Mapping[str, int]) -> Range | None:
    """The place of the outlet that a draft's source spoke to or on: "told Reuters", "in a CNN interview".

    `parent` is the draft that contains this one. `before` is what `short_names` finds in the article: "told Harvey"
    comes after "The Steve Harvey Show".
    """
    if not draft.cue or not draft.source:
        return None
    if draft.addressee is not None and (heard := outlet_in(parsed, draft.addressee)):
        return heard
    verbs = [token for token in parsed.words_in(draft.cue) if token.pos_ in ("VERB", "AUX")]
    heard = hearer(parsed, draft, verbs, before)
    if heard is not None:
        return heard
    taken = [*draft.content, *draft.source]
    clause = _clause(parsed, draft.cue[0], parent)
    found = [place for place in outlets_by_parse(parsed, verbs, clause) if not meets(place, taken)]
    found += [place for place in outlets_by_name(parsed, clause) if not meets(place, [*draft.content, *found])]
    names = _joined(parsed, found)
    return names[0] if names else None


def _clause(parsed: ParsedArticle, cue: Range, parent: Draft | None) -> Range:
    """The sentence of a reporting clause; for a report within another, only what lies in the outer content."""
    start, end = parsed.sentence(cue)
    if parent is None:
        return start, end
    around = next((place for place in parent.content if overlap(place, cue)), cue)
    return max(start, around[0]), min(end, around[1])


def _joined(parsed: ParsedArticle, places: Sequence[Range]) -> list[Range]:
    """Places in text order, those that are parts of one name ("CBS's “Face the Nation”") joined."""
    out: list[Range] = []
    for place in sorted(places):
        if out and _one_name(parsed, out[-1], place):
            out[-1] = (out[-1][0], place[1])
        else:
            out.append(place)
    return out


def _one_name(parsed: ParsedArticle, a: Range, b: Range) -> bool:
    between = parsed.text[a[1] : b[0]]
    return b[0] <= a[1] or (len(between) < 60 and bool(_JOINED.fullmatch(between)))
