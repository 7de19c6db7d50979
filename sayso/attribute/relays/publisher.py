"""By whom an article is published, as it says itself: its outlet, else the agency in its dateline."""

from __future__ import annotations

import re

from sayso.attribute.parsed import ParsedArticle
from schemas import Hop

_DATELINE = re.compile(r"[^\n()]{2,60}\(([A-Z][^\n()]{1,40})\)\s*[-–—]")
_NEAR = 400
"""Characters from the start of an article within which its dateline begins."""
_THE = re.compile(r"the\s+", re.IGNORECASE)


def publishers(parsed: ParsedArticle) -> frozenset[str]:
    """The names under which the publisher of an article may be mentioned in it."""
    lines = (_at(parsed, line.start()) for line in re.finditer("^", parsed.text[:_NEAR], re.MULTILINE))
    called = [parsed.article.outlet] if parsed.article.outlet else [name for name in lines if name]
    listed = (parsed.registry.lookup(name) for name in called)
    return frozenset([*map(_bare, called), *(_bare(source.name) for source in listed if source)])


def is_publisher(hop: Hop, names: frozenset[str]) -> bool:
    """Whether a hop is the publisher, which ends every chain and so is not a relay."""
    return hop.name is not None and _bare(hop.name) in names


def _at(parsed: ParsedArticle, start: int) -> str | None:
    """The agency in the dateline that begins at an offset: "TALVIK, March 3 (Nordtele) -"."""
    found = _DATELINE.match(parsed.text, start)
    return found.group(1) if found else None


def _bare(name: str) -> str:
    return _THE.sub("", " ".join(name.split()), count=1).lower()
