"""Lines that only say when, or where and when: "Updated 3 hours ago", "Sella, 7 April 2024"."""

from __future__ import annotations

import re

LONGEST = 160
"""The most characters of such a line."""

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
ISO = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LONG = (
    rf"(?:{MONTH} {_DAY}(?:,? (?:19|20)\d\d)?|{_DAY} {MONTH}(?:,? (?:19|20)\d\d)?"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}/\d\d?/\d\d?)"
)
_ZONE = r"(?: ?\(?(?:[A-Z]{2,5}|local time)\b(?:[+-]\d\d?(?::?\d\d)?)?\)?)"
_CLOCK = rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{{1,2}} ?[ap]\.?m\b\.?|\d{{4}}(?= ?GMT)){_ZONE}?"
_DATE = rf"(?:{_WEEKDAY},? )?(?:{ISO}|{_LONG})"
_AGO = (
    r"(?:about |over )?(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|a few) ?"
    r"(?:s|m|h|d|w|secs?|mins?|hrs?|second|minute|hour|day|week|month|year)s? ago"
)
_LABEL = (
    r"(?:(?:first |last |originally |article |story |page )?"
    r"(?:published|updated?|posted|modified|amended|edited|filed|date|created|uploaded|last (?:update|change)d?)"
    r"(?: (?:on|at|by))? ?[:.]? ?)"
)
_DAYS = r"(?:just now|today|yesterday|this (?:morning|afternoon|evening)|tonight)"
_AND = r"(?:,? ?(?:(?:at|on|-|–|—|\||•|·|/) ?)?)"
_STAMP = rf"(?:{_DATE}(?:{_AND}{_CLOCK})?|{_CLOCK}(?:{_AND}(?:{_DATE}|{_DAYS}))?|{_AGO}|just now)"
_TIME = rf"(?:{_LABEL}?{_STAMP}|{_LABEL}{_DAYS}(?:{_AND}{_CLOCK})?)"
_ONE = re.compile(rf"\W*{_TIME}\W*", re.IGNORECASE)
_NEXT = re.compile(
    r"(?<=[\w.])(?<!last)(?<!first)(?<!nally)(?<!ticle)(?<!story)(?<!page)[ ,;()]{1,3}"
    rf"(?={_LABEL}(?:{_STAMP}|{_DAYS}))",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][\w.'’-]*+(?:(?:, ?| )[A-Z][\w.'’-]*+){0,4}"
_AGENCY = r"(?: \([A-Z][\w./& -]{1,40}\))?"
_MONTH_DAY = rf"(?:{ISO}|{MONTH} {_DAY}(?:,? (?:19|20)\d\d)?|{_DAY} {MONTH}(?:,? (?:19|20)\d\d)?)"
_PLACED = re.compile(
    rf"(?:(?i:dateline|place and date):? )?{_PLACE}{_AGENCY}"
    rf"(?:,? (?:[-–—] ?)?(?i:(?:{_WEEKDAY},? )?{_MONTH_DAY}(?:{_AND}{_CLOCK})?)|, (?i:{_WEEKDAY})){_AGENCY}\.?"
)
_NUMBER = re.compile(r"\W*\d{1,2}[.:]\d\d\W*")
_WHEN = re.compile(
    rf"\W*(?:{_LABEL}|original post ?(?:at|on)? ?),? ?(?:{_STAMP}|{_DAYS}) ?[:—–-] (?=\S)", re.IGNORECASE
)


def is_time(part: str) -> bool:
    """Whether `part` of a line only says when, once or several times."""
    part = " ".join(part.split()) if len(part) <= LONGEST else ""
    if not any(sign.isdigit() or sign in "goawty" for sign in part):
        return False
    return not _NUMBER.fullmatch(part) and all(_ONE.fullmatch(time) for time in _NEXT.split(part))


def is_placed_time(line: str) -> bool:
    """Whether `line` only says where and when: "Sella, 7 April 2024", "SELLA, April 7 (Reuters)"."""
    return len(line) <= LONGEST and _PLACED.fullmatch(" ".join(line.split())) is not None


def stamp_end(line: str) -> int:
    """The number of characters of the time that begins `line` ("Update at 2:49 p.m.: "); 0 without one."""
    found = _WHEN.match(line[:LONGEST])
    return found.end() if found else 0
