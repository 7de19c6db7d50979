"""Outlet, date and author from an article's first lines."""

from __future__ import annotations

import re

from sayso.ingest.dates import iso_date
from sayso.ingest.location import About

_LINES = 6
_DATE_HEADER = re.compile(r"\s*date:?\s+(\d{4}-\d\d-\d\d)(?=\s|$)", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?:(?:first |last )?published(?:\s+on)?\s*(?::\s*)?)?(.{8,40}?)(?:,?\s+\d\d?[:.]\d\d.{0,12})?", re.IGNORECASE
)
_BYLINE = re.compile(r"by:?\s+(?P<who>[A-Z][^.?!:;]{2,80}(?:\.[^.?!:;]{1,40})*)", re.IGNORECASE)
_STAFF = re.compile(r"(?P<outlet>[A-Z].*\S)\s+(?:News )?Staff", re.DOTALL)
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
        published=dated[1] if dated and iso_date(dated[1]) else next(filter(None, map(_date, lines)), None),
        byline=byline,
        outlet=staff["outlet"] if staff else None,
    )


def _date(line: str) -> str | None:
    found = _DATE_LINE.fullmatch(line)
    return iso_date(found[1]) if found else None


def _byline(line: str) -> str | None:
    found = _BYLINE.fullmatch(line)
    if found is None or line[0] not in "Bb" or len(line.split()) > _MOST_WORDS:
        return None
    who = found["who"].strip()
    capitals = [word for word in who.split() if word[0].isupper()]
    return who if len(capitals) * 2 > len(who.split()) else None
