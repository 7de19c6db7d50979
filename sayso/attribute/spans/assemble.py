"""From the tagger's fragments to attributions, still without their chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.attribute.draft import Draft, Signs
from sayso.attribute.places import Range
from sayso.attribute.tagger.tagger import Fragment

_WORD = re.compile(r"\w")
_APART = re.compile(r"[\w.?!]")


def assemble(text: str, fragments: Sequence[Fragment]) -> list[Draft]:
    """One draft for every cue and whatever is tied to it; a cue without content stays, as it may name a relay.

    A content tied to no cue becomes a draft of its own, for the rules to find who says it.
    """
    drafts: dict[int, Draft] = {}
    loose: list[Draft] = []
    for i, cue in enumerate(fragments):
        if cue.role == "Cue":
            drafts[i] = draft = Draft(cue=[(cue.start, cue.end)], signs=Signs(cue=cue.confidence, tied=cue.tied))
            if cue.tie is not None:
                source = fragments[cue.tie]
                draft.source.append((source.start, source.end))
                draft.signs = Signs(cue.confidence, source.confidence, tied=cue.tied)
    for content in fragments:
        if content.role != "Content":
            continue
        place = (content.start, content.end)
        if content.tie is None:
            loose.append(Draft(content=[place], signs=Signs(content=content.confidence, tied=content.tied)))
        else:
            draft = drafts[content.tie]
            draft.content.append(place)
            draft.signs = _weaker(draft.signs or Signs(), content)
    for draft in drafts.values():
        draft.content = merged(text, draft.content)
    return sorted([*drafts.values(), *loose], key=lambda draft: draft.start)


def _weaker(signs: Signs, content: Fragment) -> Signs:
    """The signs, with those of one more part of the content."""
    return signs._replace(
        content=min(signs.content, content.confidence),
        tied=min(signs.tied, content.tied),
    )


def merged(text: str, places: Iterable[Range]) -> list[Range]:
    """Ranges in text order, joined where neither a word nor a sentence's end lies between; none without a word."""
    out: list[Range] = []
    for start, end in sorted(places):
        if out and not _APART.search(text, out[-1][1], start):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return [(start, end) for start, end in out if _WORD.search(text, start, end)]
