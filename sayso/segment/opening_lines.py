"""The lines before an article's first words: datelines and bylines."""

from __future__ import annotations

import re

from sayso.segment.time_lines import ISO, MONTH, stamp_end

_DATE_PREFIX = re.compile(rf"date:?\s+{ISO}(?=\s|$)", re.IGNORECASE)

_PLACE = r"[A-Z](?:[A-Z.'’]|-(?!-{0,3}\s)|/(?![A-Z][A-Z.'’-]*[a-z]))++(?:[ /,]+[A-Z][A-Za-z.'’-]*){0,5}"
_AGENCY = r"\((?:[A-Z][\w./ &-]{1,40})\)"
_DASH = r"(?:—|–|--|-)"
_SIGNED_OR_DATED = re.compile(r"\(|\d")
_NAME = r"(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|el|la|of|the|for|and|&|in|at)"
_NAMES = rf"(?:the )?[A-Z@][\w.'’-]*(?:,?\s+{_NAME}){{0,11}}"
_WIRE = re.compile(
    rf"(?:By {_NAMES}\s+(?={_PLACE}.{{0,40}}{_AGENCY}))?"
    rf"(?:{_PLACE}(?:,\s*{MONTH}\s*\d{{1,2}})?\s*(?:\.\s*)?(?:{_AGENCY}\s*)?(?:{_DASH}{{1,2}}(?:\s+|$)|—(?=[A-Z“\"]))"
    rf"|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){{0,4}}(?:,\s*{MONTH}\s*\d{{1,2}})?\s*{_AGENCY}\s*{_DASH}{{1,2}}\s+"
    rf"|{_AGENCY}\s*{_DASH}{{1,2}}\s+)(?=\S|$)"
)
_BY = (
    r"(?:(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Ww]ords|[Ss]tory|[Tt]ext|[Aa]nalysis|[Uu]ploaded|[Pp]hotograph(?:s|y)|"
    r"[Pp]ublished) [Bb]y|By|BY|by)"
)
_BYLINE = re.compile(
    rf"{_BY}(?:\s*:)?\s+[A-Z@]\S*(?:,{{0,2}}\s+{_NAME}){{0,14}},?"
    r"(?:\s+(?:staff|[Rr]eporters?|[Cc]orrespondents?|[Ww]riters?|editor))?"
)
_THANKS = re.compile(
    r".{2,200}\bcontributed (?:reporting|to this (?:report|article|story|post))\b.{0,60}"
    rf"|(?:[Ww]ith|[Ff]rom) (?:additional )?(?:reports?|reporting|files) (?:from|by) {_NAMES}\.?"
    r"|(?:With|From) (?:News Wire Services|(?:[Ss]taff|[Ww]ire|[Aa]gency) [Rr]eports|(?:[Nn]ews )?[Aa]gencies)\.?"
    rf"|[Aa]dditional [Rr]eporting(?: by|:) {_NAMES}\.?"
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}} reported from {_NAMES}\."
    rf"(?: .{{4,60}} contributed (?:from {_NAMES}|to this report)\.)?",
    re.DOTALL,
)
_SIGNED = re.compile(
    r"(?:Analysis: )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},\s+(?:Staff Writer|Special to .{2,40}|.{0,30}Correspondent|"
    r".{0,30}(?:Editor|Reporter)|(?:BBC|CNN|NBC|ABC|CBS|Sky|Fox) News)"
)


def dateline_end(line: str, first: bool) -> int:
    """The number of characters of the dateline that begins `line` ("MOSCOW, Aug 9 (TASS) - "); 0 without one.

    A place alone ("BRUSSELS - ") is a dateline only among the `first` lines; further down, capitals are a heading.
    """
    found = _DATE_PREFIX.match(line) or _WIRE.match(line)
    if found is None or not (first or _SIGNED_OR_DATED.search(found[0])):
        return stamp_end(line)
    return found.end()


def is_byline(line: str) -> bool:
    """Whether `line` only names who wrote the article."""
    if len(line) > 300:
        return False
    if _THANKS.fullmatch(line):
        return True
    return line[-1] not in ".?!:" and bool(_BYLINE.fullmatch(line) or _SIGNED.fullmatch(line))
