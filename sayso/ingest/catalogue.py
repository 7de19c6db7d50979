"""`articles.csv`: notes about the files of a folder.

Its first line names the columns: `file`, and any of `url`, `outlet`, `published`, `captured`, `story`, `id`, `title`,
`byline`. A row is about the file of that name in the same folder.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import UnreadableError
from sayso.ingest.bounded_read import read_bytes
from sayso.ingest.dates import iso_date, iso_moment
from sayso.ingest.decode import decode
from sayso.ingest.location import About
from sayso.ingest.text_limits import LONGEST, shown, sound

CATALOGUE = "articles.csv"
LARGEST = 10_000_000
"""The most bytes of a catalogue that is read."""

_COLUMNS = ("url", "outlet", "published", "captured", "story", "title", "byline", "id")
_DATES = {"published": iso_date, "captured": iso_moment}
_REPORTED = 20
"""The most problems of a catalogue that are reported one by one."""


@dataclass(frozen=True)
class Catalogue:
    """The notes about each file (by name), and a sentence for each note that cannot be used."""

    notes: dict[str, About] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: Path) -> Catalogue:
        """The notes in `folder`; empty without such a file."""
        try:
            data = read_bytes(str(folder / CATALOGUE), LARGEST)
            if len(data) > LARGEST:
                raise UnreadableError(f"found more than {LARGEST // 10**6} MB")
            return cls._read(decode(data).text, set(os.listdir(folder)))
        except FileNotFoundError:
            return cls()
        except (OSError, UnreadableError) as error:
            return cls(problems=(f"expected notes in {CATALOGUE}, could not read them: {error}",))

    @classmethod
    def _read(cls, text: str, names: Collection[str]) -> Catalogue:
        rows = csv.reader(io.StringIO(text, newline=""), skipinitialspace=True)
        notes: dict[str, About] = {}
        problems: list[str] = []
        columns: Mapping[str, int] | None = None
        for line, row in _rows(rows, problems):
            if columns is None:
                columns = {name: place for place, name in reversed([*enumerate(row)])}
                if "file" not in columns:
                    break
            elif row:
                values = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
                if (name := values.get("file", "")) in names:
                    notes[name] = _about(values)
                    problems += [f"line {line} of {CATALOGUE}: {problem}" for problem in _unusable(values)]
                else:
                    problems.append(f"line {line} of {CATALOGUE}: expected the name of a file, found {shown(name)}")
        if not columns or "file" not in columns:
            problems = [f"expected a column `file` in the first line of {CATALOGUE}, found none"]
        return cls(notes, _shortened(problems))

    def about(self, name: str) -> About:
        """The notes about the file `name`."""
        return self.notes.get(name, About())


def _rows(rows: Iterator[list[str]], problems: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each readable row with the number of its last line; the others are added to `problems`."""
    while True:
        try:
            row = next(rows)
            yield rows.line_num, row  # type: ignore[attr-defined]
        except StopIteration:
            return
        except csv.Error as error:
            line: int = rows.line_num  # type: ignore[attr-defined]
            problems.append(f"expected comma-separated values in {CATALOGUE}, line {line}: {error}")


def _about(values: Mapping[str, str]) -> About:
    known = {name: _usable(name, values.get(name, "")) for name in _COLUMNS}
    return About(key=known.pop("id"), **known)


def _usable(name: str, value: str) -> str | None:
    if name in _DATES:
        return _DATES[name](value)
    return sound(value) or None if len(value) <= LONGEST else None


def _unusable(values: Mapping[str, str]) -> Iterator[str]:
    for name in _COLUMNS:
        value = values.get(name, "")
        if value and _usable(name, value) is None:
            expected = "an ISO 8601 date" if name in _DATES else f"at most {LONGEST} characters"
            yield f"expected {expected} in `{name}`, found {shown(value)}; taken as not known"


def _shortened(problems: list[str]) -> tuple[str, ...]:
    more = len(problems) - _REPORTED
    rest = f"expected lines of {CATALOGUE} without such problems, found {more} more with one; put them right too"
    return (*problems[:_REPORTED], *([rest] if more > 0 else []))
