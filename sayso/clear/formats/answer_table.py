"""The answers that people filled in, read back from a table: also as spreadsheets save it, in their own way."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from sayso.clear.formats.table import ANSWERED
from sayso.errors import UsageError

LARGEST = 5_000_000
"""The most bytes of a table."""
_NEEDED = ("number", "answer")
_MARKS = (";", ",", "\t")
_CALCULATES = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class AnswerRow(NamedTuple):
    """One row with an answer: its number in the file (the heading is 1), and what its cells say, "" for nothing."""

    row: int
    sheet: str
    version: str
    number: str
    answer: str
    by: str
    why: str
    reference: str
    to: str
    until: str


def rows(data: bytes) -> list[AnswerRow]:
    """The rows with an answer; `UsageError` for anything that is not a table with the columns `number` and `answer`.

    UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252; comma, semicolon or tab between cells.
    """
    if len(data) > LARGEST:
        raise UsageError(
            f"expected a table of at most {LARGEST // 10**6} MB, found a larger one; is it the right file?"
        )
    text = _decoded(data)
    first = text.splitlines()[0] if text.strip() else ""
    mark = max(_MARKS, key=first.count)
    try:
        cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise UsageError(f"expected a table (CSV), found one that cannot be read: {error}; save it again") from None
    heading = [name.strip().casefold() for name in cells[0]] if cells else []
    if missing := [name for name in _NEEDED if name not in heading]:
        raise UsageError(
            f"expected a table with the columns number and answer, found none called {' or '.join(missing)}; "
            "`sayso clear DRAFT --format csv` makes one"
        )
    return list(_rows(heading, cells[1:]))


def _rows(heading: list[str], cells: list[list[str]]) -> Iterator[AnswerRow]:
    for number, row in enumerate(cells, start=2):
        said = dict(zip(heading, (_typed(cell) for cell in row), strict=False))
        if any(said.get(name) for name in ANSWERED):
            yield AnswerRow(number, *(said.get(name, "") for name in ("sheet", "version", "number", *ANSWERED)))


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _typed(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from calculating it."""
    said = cell.strip()
    return said[1:] if said.startswith("'") and said[1:].lstrip().startswith(_CALCULATES) else said
