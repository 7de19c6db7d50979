"""`articles.csv`: what somebody noted about the files of a folder.

Its first line names the columns: `file`, and any of `url`, `outlet`, `published`, `captured`, `story`, `id`, `title`,
`byline`. A row is about the file of that name in the same folder.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import UnreadableError
from sayso.ingest.dates import iso_date, iso_moment
from sayso.ingest.decode import decode
from sayso.ingest.source import About

CATALOGUE = "articles.csv"
_COLUMNS = ("url", "outlet", "published", "captured", "story", "title", "byline")


@dataclass(frozen=True)
class Catalogue:
    """What is noted about each file (by its name), and a sentence for each note that cannot be used."""

    notes: dict[str, About] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, folder: Path) -> Catalogue:
        """The notes in `folder`; none where it has no such file."""
        try:
            text = decode((folder / CATALOGUE).read_bytes()).text
        except FileNotFoundError:
            return cls()
        except (OSError, UnreadableError) as error:
            return cls(problems=(f"expected notes in {CATALOGUE}, could not read them: {error}",))
        return cls._read(folder, text)

    @classmethod
    def _read(cls, folder: Path, text: str) -> Catalogue:
        rows = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
        notes: dict[str, About] = {}
        problems: list[str] = []
        try:
            if "file" not in (rows.fieldnames or ()):
                return cls(problems=(f"expected a column `file` in the first line of {CATALOGUE}, found none",))
            for row in rows:
                name = (row["file"] or "").strip()
                if not (folder / name).is_file():
                    problems.append(f"line {rows.line_num} of {CATALOGUE}: expected the name of a file, found {name!r}")
                    continue
                notes[name] = _about(row)
                problems += [f"line {rows.line_num} of {CATALOGUE}: {problem}" for problem in _bad_dates(row)]
        except csv.Error as error:
            problems.append(f"expected comma-separated values in {CATALOGUE}, line {rows.line_num}: {error}")
        return cls(notes, tuple(problems))

    def about(self, name: str) -> About:
        """What is noted about the file `name`."""
        return self.notes.get(name, About())


def _about(row: dict[str, str]) -> About:
    values = {name: (row.get(name) or "").strip() or None for name in _COLUMNS}
    values["published"] = iso_date(values["published"])
    values["captured"] = iso_moment(values["captured"])
    return About(key=(row.get("id") or "").strip() or None, **values)


def _bad_dates(row: dict[str, str]) -> list[str]:
    bad = []
    for name, read in (("published", iso_date), ("captured", iso_moment)):
        value = (row.get(name) or "").strip()
        if value and read(value) is None:
            bad.append(f"expected an ISO 8601 date in `{name}`, found {value!r}; taken as not known")
    return bad
