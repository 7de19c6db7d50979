"""Abbreviations that an article introduces: "the Air Safety Board (ASB)", "the Air Board, or AB"."""

from __future__ import annotations

import re

from sayso.attribute.places import Range

_SHORT = re.compile(r"(?: \(|, or (?:the )?)([A-Z]{2,8})\b(?!\.)")
_NAME = re.compile(r"[A-Z][\w’'&-]*")
_SMALL = frozenset("of for and the in on to &".split())
_LONGEST = 160
"""Characters of a name."""


def introduced(text: str) -> dict[str, Range]:
    """The place of the name in full of each abbreviation."""
    found: dict[str, Range] = {}
    for match in _SHORT.finditer(text):
        start = _start(text, match.start(), match[1])
        if start is not None:
            found.setdefault(match[1], (start, match.start()))
    return found


def _start(text: str, end: int, short: str) -> int | None:
    """Where the name begins that ends at `end` and whose initials are an abbreviation; None if none fits."""
    words: list[str] = []
    starts: list[int] = []
    at = end
    while at > max(0, end - _LONGEST):
        first = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
        word = text[first:at]
        if not _NAME.fullmatch(word) and word not in _SMALL:
            break
        words.insert(0, word)
        starts.insert(0, first)
        at = first - 1
        if text[at : at + 1] != " ":
            break
    for number, start in enumerate(starts):
        name = words[number:]
        if len(name) < 2 or not name[0][0].isupper() or name[0] == "The":
            continue
        every = "".join(word[0] for word in name).upper()
        main = "".join(word[0] for word in name if word not in _SMALL).upper()
        if short in (every, main):
            return start
    return None
