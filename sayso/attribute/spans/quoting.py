"""Repairs "S was quoted by R as saying X" and "R quoted S as saying X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import quoting_agent
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap

_AS_SAYING = re.compile(r"as saying\b,?\s*")


def complete_quoting(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with S as its source and neither S nor R in its content."""
    found = quoting_agent(parsed, draft)
    if found is None:
        return draft
    content = tuple(_behind(parsed, draft.content, found))
    draft = replace(draft, source=(found[0],), content=content)
    saying = _AS_SAYING.match(parsed.text, content[0][0]) if content else None
    if saying is None:
        return draft
    behind = tuple(_behind(parsed, content, [saying.span()]))
    return replace(draft, cue=(*draft.cue, parsed.trimmed(saying.span())), content=behind)


def _behind(parsed: ParsedArticle, places: Sequence[Range], names: Sequence[Range]) -> Iterator[Range]:
    """The places without the parts up to the end of one of `names`."""
    for start, end in places:
        met = [name[1] for name in names if overlap((start, end), name)]
        first = max([start, *met])
        if first < end:
            yield parsed.trimmed((first, end))
