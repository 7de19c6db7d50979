"""The lines before an article's first words: datelines and bylines."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)"
_ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LONG = rf"(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+{_MONTH},?\s+\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
_TIME = r"(?:,?\s*(?:at\s+|-\s*|\|\s*)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)"
_LABEL = r"(?:(?:first |last )?(?:published|updated|posted|modified|date)(?:\s*(?:on|at))?\s*(?::\s*)?)"
_DATE_LINE = re.compile(rf"{_LABEL}?{_WEEKDAY}?(?:{_ISO}|{_LONG}){_TIME}?\W*", re.IGNORECASE)
_DATE_PREFIX = re.compile(rf"date:?\s+{_ISO}(?=\s|$)", re.IGNORECASE)

_PLACE = r"[A-Z](?:[A-Z.'’]|-(?!-{0,3}\s)|/(?![A-Z][A-Z.'’-]*[a-z]))++(?:[ /,]+[A-Z][A-Za-z.'’-]*){0,5}"
_AGENCY = r"\((?:[A-Z][\w./ &-]{1,40})\)"
_DASH = r"(?:—|–|--|-)"
_SIGNED_OR_DATED = re.compile(r"\(|\d")
_WIRE = re.compile(
    rf"(?:{_PLACE}(?:,\s*{_MONTH}\s*\d{{1,2}})?\s*(?:\.\s*)?(?:{_AGENCY}\s*)?{_DASH}{{1,2}}\s+"
    rf"|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){{0,4}}(?:,\s*{_MONTH}\s*\d{{1,2}})?\s*{_AGENCY}\s*{_DASH}{{1,2}}\s+"
    rf"|{_AGENCY}\s*{_DASH}{{1,2}}\s+)(?=\S)"
)
_NAME = r"(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|el|la|of|the|for|and|&)"
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by)(?:\s*:)?\s+[A-Z@]\S*(?:,{{0,2}}\s+{_NAME}){{0,11}},?"
    r"(?:\s+(?:staff|[Rr]eporters?|[Cc]orrespondents?|[Ww]riters?|editor))?"
)
_THANKS = re.compile(r".{2,200}\bcontributed (?:reporting|to this (?:report|article|story))\b.{0,60}", re.DOTALL)
_SIGNED = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},\s+(?:Staff Writer|Special to .{2,40}|.{0,30}Correspondent)"
)


def is_date_line(line: str) -> bool:
    """Whether `line` is only a date: "Updated: 9 August 2022, 14:05 GMT"."""
    return _DATE_LINE.fullmatch(line) is not None


def dateline_end(line: str, first: bool) -> int:
    """The number of characters of the dateline that begins `line` ("MOSCOW, Aug 9 (TASS) - "); 0 without one.

    A place alone ("BRUSSELS - ") is a dateline only among the `first` lines; further down, capitals are a heading.
    """
    found = _DATE_PREFIX.match(line) or _WIRE.match(line)
    if found is None or not (first or _SIGNED_OR_DATED.search(found[0])):
        return 0
    return found.end()


def is_byline(line: str) -> bool:
    """Whether `line` only names who wrote the article."""
    if len(line) > 300:
        return False
    if _THANKS.fullmatch(line):
        return True
    return line[-1] not in ".?!:" and bool(_BYLINE.fullmatch(line) or _SIGNED.fullmatch(line))
