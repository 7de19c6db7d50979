"""Direct, mixed or indirect: how much of a content is within quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from schemas import Manner


def manner(parsed: ParsedArticle, content: Sequence[Range]) -> Manner:
    """`direct` if nearly all of the content is quoted, `mixed` if part of it is, else `indirect`."""
    size = sum(end - start for start, end in content)
    share = sum(parsed.quoted(place) * (place[1] - place[0]) for place in content) / max(1, size)
    return "direct" if share > 0.85 else "mixed" if share > 0.05 else "indirect"
