"""The rows of claims and links as a table for a spreadsheet; no cell can become a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.desk.listing import Row
from sayso.present.safe import csv_line

COLUMNS = (
    "kind",
    "id",
    "article",
    "key",
    "file",
    "url",
    "outlet",
    "published",
    "spans",
    "words",
    "proposition",
    "story",
    "cluster",
    "origins",
    "rests_on",
    "a",
    "b",
    "relation",
    "confidence",
    "signals",
    "decision",
    "one_origin",
    "earlier",
)

BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for another encoding."""


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the table, the first with `BOM` and the names of the columns; RFC 4180, lines ending in CRLF."""
    yield BOM + csv_line(COLUMNS)
    for row in rows:
        yield csv_line(_cell(name, row.get(name)) for name in COLUMNS)


def _cell(name: str, value: Any) -> str:
    match name, value:
        case _, None:
            return ""
        case "spans", _:
            return " ".join(f"{start}-{end}" for start, end in value)
        case "words", _:
            return " … ".join(value)
        case "signals", _:
            return " ".join(f"{signal['name']} {signal['score']}: {signal['sentence']}" for signal in value)
        case _, bool():
            return "true" if value else "false"
    return str(value)
