"""Outlet, date and author from an article's first lines."""

from __future__ import annotations

import re

from sayso.ingest.dates import iso_date
from sayso.ingest.location import About

_LINES = 6
_DATE_HEADER = re.compile(r"\s*date:?\s+(\d{4}-\d\d-\d\d)(?=\s|$)", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?P<label>(?:(?:first |last |originally )?(?P<kind>published|posted|updated?|modified|amended)|date)"
    r"(?:\s+on)?\s*(?:[:–—-]\s*)?)?(?:\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?,\s+)?(?P<date>.{8,40}?)"
    r"(?:,?(?: at)?\s+\d\d?[:.]\d\d.{0,12})?",
    re.IGNORECASE,
)
_CHANGED = ("update", "modif", "amend")
_BETWEEN = re.compile(
    r"[|•·]|(?<=\s)[/–—](?=\s)|(?<=\d)\s(?=(?:last |first )?(?:updated|published)\b)|(?<=[A-Z]{3})\s-\s"
)
_BYLINE = re.compile(r"by:?\s+(?P<who>[A-Z][^.?!:;]{2,80}(?:\.[^.?!:;]{1,40})*)", re.IGNORECASE)
_STAFF = re.compile(r"(?P<outlet>[A-Z].*\S)\s+(?:News )?Staff", re.DOTALL)
_OFFICE = re.compile(r",\s[^,]{0,60}\b(?:reporter|correspondent|editor|writer|columnist|staff|desk)$", re.IGNORECASE)
"""What a writer is, after the name."""
_MOST_WORDS = 12


def header(text: str) -> About:
    """Outlet, date and byline, each from a line at the beginning of `text` that holds nothing else; else None.

    "date 2022-08-09" may have words after it; "By World Israel News Staff" names the outlet, "By A. Writer" does not.
    """
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_LINES]
    dated = _DATE_HEADER.match(text)
    byline = next((who for line in lines if (who := _byline(line))), None)
    staff = _STAFF.fullmatch(byline or "")
    return About(
        published=dated[1] if dated and iso_date(dated[1]) else _date(lines),
        byline=byline,
        outlet=staff["outlet"] if staff else None,
    )


def _date(lines: list[str]) -> str | None:
    """The date that a line, or a part of it, is; that of a change only where no other is there."""
    parts = [part for line in lines for part in _BETWEEN.split(line)]
    dates = [
        (found["kind"] or "", date)
        for part in parts
        if (found := _DATE_LINE.fullmatch(part.strip())) and (date := iso_date(found["date"]))
    ]
    return next((date for kind, date in sorted(dates, key=lambda each: each[0].lower().startswith(_CHANGED))), None)


def _byline(line: str) -> str | None:
    found = _BYLINE.fullmatch(line)
    if found is None or line[0] not in "Bb" or len(line.split()) > _MOST_WORDS:
        return None
    who = found["who"].strip()
    name = _OFFICE.sub("", who)
    capitals = [word for word in name.split() if word[0].isupper()]
    return who if len(capitals) * 2 > len(name.split()) else None
