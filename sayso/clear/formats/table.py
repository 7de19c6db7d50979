"""A sheet as a table for a spreadsheet, in which the answers are filled in."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.clear.formats.sheet_words import QUESTION, STATE
from sayso.clear.sheet_view import LineView, SheetView
from sayso.present.safe import csv_line

MARK = "\ufeff"
"""The byte order mark by which spreadsheets know UTF-8."""

TOLD = (
    "sheet",
    "version",
    "number",
    "question",
    "grave",
    "paragraph",
    "words",
    "who says so",
    "missing",
    "for",
    "state",
)
ANSWERED = ("answer", "by", "why", "reference", "to", "until")
"""The columns that people fill in."""
COLUMNS = (*TOLD, *ANSWERED)


def table(view: SheetView) -> str:
    """One row a line under `COLUMNS`, in the order of the sheet; RFC 4180, with a byte order mark.

    The columns of answers have those that are given already; `answer` is one of the fixed words that `sayso answer`
    takes.
    """
    rows = [csv_line(COLUMNS), *(csv_line(_row(view, line)) for line in (*view.first, *view.rules, *view.others))]
    return MARK + "".join(rows)


def _row(view: SheetView, line: LineView) -> Iterator[str]:
    yield from (view.name, str(view.version), str(line.number), QUESTION[line.point], "yes" if line.grave else "no")
    yield from (str(line.paragraph), line.words, line.chain, line.missing, line.asks, STATE[line.state])
    if line.open and line.state in ("open", "reopened", "to-do"):
        yield from ("" for _ in ANSWERED)
        return
    yield from (line.answer or "", line.by or "", line.why or "", line.reference or "", line.to or "")
    yield f"{line.until.astimezone():%Y-%m-%dT%H:%M}" if line.until else ""
