"""The kind of a line that is no prose: of one part, or of several that are parted by bars and dots."""

from __future__ import annotations

import re

from sayso.segment.menus import is_label
from sayso.segment.opening_lines import is_byline
from sayso.segment.time_lines import is_placed_time, is_time
from sayso.segment.widgets import is_widget
from schemas import SegmentKind

_BETWEEN = re.compile(r"\s*[|•·▪‣]+\s*|\s+[/–—-]\s+|\s{3,}")
_PLACED = re.compile(r"[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*| (?:of|and|the|in)){0,4}")
"""A name, as of an outlet, a section or a place, that stands beside a time."""

MOST_PARTS = 20


def plain_kind(line: str, script: str) -> SegmentKind | None:
    """What `line`, a whole paragraph of an article in `script`, is if it is no prose; else None."""
    if (kind := _kind(line, script)) or not _BETWEEN.search(line):
        return kind
    parts = [part for part in _BETWEEN.split(line, MOST_PARTS) if part]
    kinds = [_kind(part, script) or ("boilerplate" if is_label(part) else None) for part in parts]
    others = [part for part, found in zip(parts, kinds, strict=True) if found is None]
    if len(parts) < 2 or len(others) > 1 or (others and not _beside_time(others[0], kinds)):
        return None
    return next((kind for kind in ("boilerplate", "byline") if kind in kinds), "dateline")


def _kind(line: str, script: str) -> SegmentKind | None:
    if is_widget(line, script):
        return "boilerplate"
    if is_time(line) or is_placed_time(line):
        return "dateline"
    return "byline" if is_byline(line) else None


def _beside_time(part: str, kinds: list[SegmentKind | None]) -> bool:
    return "dateline" in kinds and _PLACED.fullmatch(part) is not None
