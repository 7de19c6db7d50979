"""Abbreviations that an article introduces: "the Air Safety Board (ASB)", "the Air Board, or AB"."""

from __future__ import annotations

import re

from sayso.attribute.places import Range

_WORD = r"[A-Z][\w’'&-]*"
_JOINING = r"(?:of|for|and|the|in|on|to|&)"
_INTRODUCED = re.compile(
    rf"\b({_WORD}(?: (?:{_JOINING} ){{0,2}}{_WORD}){{1,8}})(?: \(|, or (?:the )?)([A-Z]{{2,8}})\b(?!\.)"
)
_SMALL = frozenset("of for and the in on to &".split())
_ARTICLE = re.compile(r"[Tt]he ")


def introduced(text: str) -> dict[str, Range]:
    """The place of the name in full of each abbreviation."""
    found: dict[str, Range] = {}
    for match in _INTRODUCED.finditer(text):
        start = _start(match[1], match[2])
        if start is not None:
            found.setdefault(match[2], (match.start(1) + start, match.end(1)))
    return found


def _start(words: str, short: str) -> int | None:
    """Where in some words the name begins whose initials are an abbreviation; None if they do not fit."""
    starts = [0, *(match.end() for match in re.finditer(" ", words))]
    for start in starts:
        if _ARTICLE.match(words, start):
            continue
        name = words[start:].split()
        every = "".join(word[0] for word in name).upper()
        main = "".join(word[0] for word in name if word not in _SMALL).upper()
        if short in (every, main):
            return start
    return None
