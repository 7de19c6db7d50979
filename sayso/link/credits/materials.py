"""Lines that credit a part of an article: "AP contributed to this report"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sayso.link.credits.notice import Notice, notices
from sayso.link.credits.outlet_names import outlets, outlets_within
from sayso.link.credits.text_lines import TextLine
from sayso.registry import Registry, Source

LONGEST = 300
"""Characters of the longest credit line."""

BEGIN = r"(?:^|(?<=[.!?]\s)|(?<=[.!?][\"”’)]\s)|(?<=[\s—–-])(?=\())[\s(\[—–-]{0,40}+"
"""Where a credit may begin: on a line of its own, or after a sentence."""

THIS = r"(?:this|the) (?:news )?(?:report|article|story|dispatch|piece|coverage)"
_END = r"(?<![\s.)\]])[\s.)\]]*$"
_WITHIN = r"[^.!?]|(?<=\b[A-Z])\.|(?<=\b[A-Z]\w)\."
_MATERIAL = r"(?:inputs?|files?|reporting|reports?|material|information|contributions?|dispatches|wires?)"


class _Way(NamedTuple):
    """A wording, letters that every match contains (a quick first test), and how its names are read."""

    hint: str
    wording: re.Pattern[str]
    named: Callable[[str, Registry], list[Source]]


_WAYS = (
    _Way(
        "contributed",
        re.compile(
            rf"{BEGIN}(?P<names>[A-Z](?:{_WITHIN}){{1,220}}?) (?:also )?contributed "
            rf"(?:(?:additional )?reporting\b.{{0,60}}|to {THIS}(?: from .{{2,60}})?){_END}"
        ),
        outlets_within,
    ),
    _Way(
        "ed in th",
        re.compile(
            rf"{BEGIN}(?:Information|Material|Reporting|Reports|Content)(?: for {THIS})? (?:from|by) "
            rf"(?P<names>.{{2,100}}?) (?:was|were|is|are|ha\w+ been) (?:also )?(?:used|included) in {THIS}{_END}"
        ),
        outlets_within,
    ),
    _Way(
        " ",
        re.compile(
            rf"{BEGIN}(?:[Ww]ith|WITH|[Ii]ncludes|[Aa]dditional|[Ff]urther|[Ww]/) "
            rf"(?:(?:additional |agency |wire |further )?{_MATERIAL} (?:from|by|of) )?"
            rf"(?P<names>[^.]{{2,120}}?)(?: (?:inputs?|reports?))?{_END}"
        ),
        outlets,
    ),
    _Way(" (", re.compile(r"^[a-z]{2,4}(?:[/,] ?[a-z]{2,4})* [(\[](?P<names>[^()\[\]]{2,60})[)\]]$"), outlets),
)


def material(line: TextLine, registry: Registry) -> list[Notice]:
    """Notices for a part: "AP contributed to this report", "(with AFP)", "Additional reporting by Reuters"."""
    begin = max(0, len(line.words) - LONGEST)
    for hint, wording, named in _WAYS:
        found = wording.search(line.words, begin) if hint in line.words else None
        sources = named(found["names"], registry) if found else []
        if found and sources:
            return notices(sources, "credit-line", "part", line.without_dashes(found))
    return []
