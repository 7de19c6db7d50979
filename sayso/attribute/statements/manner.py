"""Direct, mixed or indirect: how much of what is reported stands between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from schemas import Manner


def manner(parsed: ParsedArticle, content: Sequence[Range]) -> Manner:
    """Direct where the content stands between quotation marks, mixed where part of it does."""
    size = sum(end - start for start, end in content)
    share = sum(parsed.quoted(place) * (place[1] - place[0]) for place in content) / max(1, size)
    return "direct" if share > 0.85 else "mixed" if share > 0.05 else "indirect"
