"""Assembles the tagger's fragments into drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.attribute.draft import Draft, Places, Signs
from sayso.attribute.places import Range
from sayso.attribute.tagger.tagger import Fragment

_WORD = re.compile(r"\w")
_APART = re.compile(r"[\w.?!]")


def assemble(text: str, fragments: Sequence[Fragment]) -> list[Draft]:
    """A draft for every cue with the fragments tied to it; a cue without content stays, since it may name a relay.

    A content tied to no cue becomes a draft of its own, whose source the rules may find.
    """
    tied: dict[int, list[Fragment]] = {i: [] for i, fragment in enumerate(fragments) if fragment.role == "Cue"}
    loose: list[Draft] = []
    for fragment in fragments:
        if fragment.role == "Content" and fragment.tie is not None:
            tied[fragment.tie].append(fragment)
        elif fragment.role == "Content":
            loose.append(
                Draft(content=(_place(fragment),), signs=Signs(content=fragment.confidence, tied=fragment.tied))
            )
    drafts = [_draft(text, fragments, cue, contents) for cue, contents in tied.items()]
    return sorted([*drafts, *loose], key=lambda draft: draft.start)


def _draft(text: str, fragments: Sequence[Fragment], cue: int, contents: Sequence[Fragment]) -> Draft:
    """The draft of a cue, by the cue's index among the fragments."""
    fragment = fragments[cue]
    source = fragments[fragment.tie] if fragment.tie is not None else None
    signs = Signs(fragment.confidence, source.confidence if source is not None else 1.0, tied=fragment.tied)
    for content in contents:
        signs = _with_content(signs, content)
    return Draft(
        source=(_place(source),) if source is not None else (),
        cue=(_place(fragment),),
        content=merged(text, map(_place, contents)),
        signs=signs,
    )


def _place(fragment: Fragment) -> Range:
    return fragment.start, fragment.end


def _with_content(signs: Signs, content: Fragment) -> Signs:
    """The signs, lowered to those of another part of the content."""
    return signs._replace(
        content=min(signs.content, content.confidence),
        tied=min(signs.tied, content.tied),
    )


def merged(text: str, places: Iterable[Range]) -> Places:
    """The places in text order, joined unless a word or a sentence's end lies between, without those of no word."""
    out: list[Range] = []
    for start, end in sorted(places):
        if out and not _APART.search(text, out[-1][1], start):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple((start, end) for start, end in out if _WORD.search(text, start, end))
