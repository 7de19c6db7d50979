"""Lines that say whose text an article is, or with whose material it was made."""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.link.copies.lines import Line
from sayso.link.copies.names import outlet, outlets, outlets_within, owner
from sayso.link.copies.notice import Notice, notices
from sayso.registry import Source

LAST_LINES = 4
"""Lines after which a bare name at an article's end may stand: notices and invitations follow it."""

LONGEST = 300
"""Characters of the longest credit line."""

_BEGIN = r"(?:^|(?<=[.!?]\s)|(?<=[.!?][\"”’)]\s)|(?<=[\s—–-])(?=\())[\s(\[—–-]*"
_END = r"[\s.)\]]*$"
_THIS = r"(?:this|the) (?:news )?(?:report|article|story|dispatch|piece|coverage)"
_WITHIN = r"[^.!?]|(?<=\b[A-Z])\.|(?<=\b[A-Z]\w)\.|(?<=\.[A-Z])\."
_CONTRIBUTED = re.compile(
    rf"{_BEGIN}(?P<names>[A-Z](?:{_WITHIN}){{1,220}}?) (?:also )?contributed "
    rf"(?:(?:additional )?reporting\b.{{0,60}}|to {_THIS}(?: from .{{2,60}})?){_END}"
)
_USED = re.compile(
    rf"{_BEGIN}(?:Information|Material|Reporting|Reports|Content)(?: for {_THIS})? (?:from|by) (?P<names>.{{2,100}}?) "
    rf"(?:was|were|is|are|has been|have been) (?:also )?(?:used|included) in {_THIS}{_END}"
)
_MATERIAL = r"(?:inputs?|files?|reporting|reports?|material|information|contributions?|dispatches|wires?)"
_WITH = re.compile(
    rf"{_BEGIN}(?P<all>(?:[Ww]ith|WITH|[Ii]ncludes|[Aa]dditional|[Ff]urther|[Ww]/) "
    rf"(?:(?:additional |agency |wire |further )?{_MATERIAL} (?:from|by|of) )?"
    rf"(?P<names>[^.]{{2,120}}?)(?: (?:inputs?|reports?))?){_END}"
)
_DESK = re.compile(r"[a-z]{2,4}(?:[/,] ?[a-z]{2,4})* [(\[](?P<names>[^()\[\]]{2,60})[)\]]$")
_SYNDICATED = re.compile(
    rf"{_BEGIN}(?:{_THIS} (?:was |is |has been |originally |first |also )*|(?:was )?(?:[Oo]riginally |[Ff]irst ))"
    r"(?:published|appeared|posted|printed|produced|republished|reproduced|auto-?generated|distributed)"
    r"(?: (?:here|with permission))? (?:by|in|on|at|from) (?P<names>.{2,80})$",
    re.IGNORECASE,
)
_REPRINTED = re.compile(
    r"^[(\[]?(?:Republished|Reprinted|Reproduced|Syndicated)(?: with (?:the )?permission)?"
    r" (?:from|by|of) (?P<names>.{2,80})$"
)
_REUTERS = re.compile(
    r"(?:^|(?<=[.!?\"”’)]\s))\(?(?:(?:Additional )?[Rr]eporting|Writing|Compiled|Reported|Written)(?: and [a-z]+)? by "
    r"[^()]{3,500}?[;,.]?\s*\b[Ee]dit(?:ing|ed) by [^()]{3,160}\)?\W*$"
)
_COPYRIGHT = re.compile(
    r"(?:^|(?<=[.!?]\s))(?P<all>(?:(?:(?:©|\([cC]\))\s*)?(?:Copyright|COPYRIGHT)[\s,]*(?:©|\([cC]\))?|©|\([cC]\))\s*(?P<year>\d{4}(?:\s?[-–]\s?\d{2,4})?)?"
    r"[\s,.]*(?P<names>[A-Z].{1,120}))"
)
_SOURCE = re.compile(r"(?:SOURCE|Source|Via|Credit)\s?: ?(?P<names>[^.]{2,60})\.?$")
_BARE = re.compile(r"[—–-]*\s*[(\[]?(?P<names>[A-Z][^()\[\].!?]{1,60})[)\]]?\.?$")
_AFTER_WORDS = re.compile(
    r"(?<=[.!?\"”’]) (?:[(\[](?P<names>[A-Z][^()\[\]]{1,40})[)\]]|[—–-]{1,2} ?(?P<dashed>[A-Z][\w /,-]{1,40}))\.?$"
)
_PICTURE = re.compile(
    r"\b(?:photos?|pictured?|images?|files?|handout|video|screenshot|shown|seen|poses?|left|right)\b|/", re.IGNORECASE
)


def credit_line(line: Line) -> list[Notice]:
    """The sources that this line, or the end of it, credits."""
    for reader in (_made_with, _of_reuters, _syndicated, _rights, _at_the_end):
        found = reader(line)
        if found:
            return found
    return []


def _made_with(line: Line) -> list[Notice]:
    """A part: "AP contributed to this report", "(with AFP)", "Additional reporting by Reuters"."""
    ways: tuple[tuple[re.Pattern[str], Callable[[str], list[Source]]], ...] = (
        (_CONTRIBUTED, outlets_within),
        (_USED, outlets_within),
        (_WITH, outlets),
        (_DESK, outlets),
    )
    begin = max(0, len(line.words) - LONGEST)
    for pattern, named in ways:
        found = pattern.search(line.words, begin)
        sources = named(found["names"]) if found else []
        if found and sources:
            return notices(sources, "credit-line", "part", _trimmed(line, found))
    return []


def _of_reuters(line: Line) -> list[Notice]:
    """Reuters names reporters and editors at the end, and nobody else does it so."""
    found = _REUTERS.search(line.words)
    source = outlet("Reuters") if found else None
    return notices([source], "credit-line", "whole", _trimmed(line, found)) if found and source else []


def _syndicated(line: Line) -> list[Notice]:
    """The whole: "This article was originally published by The Guardian"."""
    begin = max(0, len(line.words) - LONGEST)
    found = _SYNDICATED.search(line.words, begin) or _REPRINTED.search(line.words)
    source = owner(found["names"]) if found else None
    return notices([source], "credit-line", "whole", _trimmed(line, found)) if found and source else []


def _rights(line: Line) -> list[Notice]:
    """The whole: "© 2022 Agence France-Presse"; without a year it may be a picture's."""
    found = _COPYRIGHT.search(line.words, max(0, len(line.words) - LONGEST))
    if found is None or not (found["year"] or re.search(r"\b(?:19|20)\d\d\b|[Aa]ll [Rr]ights", found["names"])):
        return []
    source = owner(found["names"])
    return notices([source], "credit-line", "whole", _trimmed(line, found)) if source else []


def _at_the_end(line: Line) -> list[Notice]:
    """A name, or a list of names, that ends the article: on a line of its own, or behind its last words."""
    if line.after > LAST_LINES:
        return []
    found = (_SOURCE.fullmatch(line.words) or _BARE.fullmatch(line.words)) if line.before else None
    sources = outlets(found["names"]) if found else []
    if found is None or not sources:
        found = None if _PICTURE.search(line.words) else _AFTER_WORDS.search(line.words)
        sources = outlets(found["names"] or found["dashed"]) if found else []
    agencies = [one for one in sources if one.kind == "news_agency"]
    if found is None or len(agencies) < len(sources) or not sources:
        return []
    return notices(agencies, "credit-line", "whole", _trimmed(line, found))


def _trimmed(line: Line, found: re.Match[str]) -> tuple[int, int]:
    """Where a match stands without dashes and space around it."""
    start, end = line.at(found)
    words = found[0]
    return start + len(words) - len(words.lstrip(" —–-\t")), end - len(words) + len(words.rstrip())
