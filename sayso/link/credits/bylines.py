"""Bylines that name an agency: "By Reuters Staff", "By Jane Roe, Associated Press"."""

from __future__ import annotations

import re

from sayso.link.credits.notice import Notice, Share, notices
from sayso.link.credits.outlet_names import outlet, outlets
from sayso.link.credits.text_lines import TextLine
from sayso.registry import Registry

FIRST_LINES = 8
"""How many lines from the beginning a byline can be."""

LONGEST = 150

_BY = re.compile(r"(?:By|BY|by|Written by|WRITTEN BY|From|FROM)(?:\s*:)?\s+(?P<names>\S.*)")
_PARTED = re.compile(r"(?<!\s)(?:\s*(?:[,;|/•·&]|\s[—–-]\s)\s*|\s+(?:and|with|for|of|AND|WITH|FOR)\s+)")
_JOINED = re.compile(r"\s(?:and|with|AND|WITH|&)\s")
_NAME = re.compile(
    r"(?:[A-Z@][\w.'’@-]*+|de|van|von|der|bin|al|el|la|the|in|and|for|of|with|staff|writers?|reporters?|correspondents?)[,.;|/]*|[|/•·&–—-]"
)
_STAFF = re.compile(r"\bstaff\b|\bdesk\b|\bagencies\b", re.IGNORECASE)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|^(?:Published|Updated|Posted)\b")


def byline(line: TextLine, beside: str, registry: Registry) -> list[Notice]:
    """Notices of the agencies and outlets in a byline; `beside`: the lines before and after this one."""
    if line.before >= FIRST_LINES or len(line.words) > LONGEST:
        return []
    found = _BY.fullmatch(line.words)
    if found:
        return wrote(found["names"], line.at(found), registry)
    lone = (
        [source for source in outlets(line.words, registry) if source.kind == "news_agency"]
        if _DATED.search(beside)
        else []
    )
    return notices(lone, "byline", "whole", (line.start, line.start + len(line.words)))


def wrote(names: str, place: tuple[int, int], registry: Registry) -> list[Notice]:
    """Notices of the agencies and outlets among a byline's names ("Jane Roe, Associated Press").

    A person followed by an agency works for it, and the whole text is the agency's; staff *and* an agency each have
    a part.
    """
    if not all(map(_NAME.fullmatch, names.split())):
        return []
    parts = [part for part in _PARTED.split(names) if part.strip(" .")]
    sources = list(dict.fromkeys(source for part in parts if (source := outlet(part, registry))))
    others = [part for part in parts if not outlet(part, registry)]
    joined = bool(others and sources) and _joins(names, registry)
    shared = any(map(_STAFF.search, others)) or joined
    share: Share = "part" if shared else "whole"
    return notices(sources, "byline", share, place)


def _joins(names: str, registry: Registry) -> bool:
    """Whether "and" comes right before or after an agency's name, so that it wrote a part."""
    first, *rest = _JOINED.split(names)
    return bool(rest) and (outlet(first, registry) is not None or outlet(rest[-1], registry) is not None)
