"""The newest report over a whole ledger: where nothing was recorded since, it need not be made again."""

from __future__ import annotations

import os
from pathlib import Path

from schemas import Record

FILE = "report.json"
"""In the folder for what is made from the ledger: names the newest report and the state of the ledger it shows."""


class NewestReport(Record):
    """A report over a whole ledger: its file, how many sentences it lists, and what it was made of.

    `size` and `changed` (nanoseconds) are the file's: a hash would confirm a guess of its words when they are removed.
    """

    name: str
    listed: int
    made_of: str
    size: int
    changed: int

    @classmethod
    def of(cls, file: Path, listed: int, made_of: str) -> NewestReport:
        """The report in this `file`."""
        held = file.stat()
        return cls(name=file.name, listed=listed, made_of=made_of, size=held.st_size, changed=held.st_mtime_ns)

    def note(self, folder: Path) -> None:
        """Write it into `folder`, all or nothing."""
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{FILE}.{os.getpid()}.part"
        unfinished.write_text(self.model_dump_json(), "utf-8")
        unfinished.replace(folder / FILE)


def newest_report(folder: Path, reports: Path, made_of: str) -> NewestReport | None:
    """The report noted in `folder`, if it was made of `made_of` and its file in `reports` is unchanged; else None."""
    try:
        noted = NewestReport.model_validate_json((folder / FILE).read_bytes())
        same = noted == NewestReport.of(reports / Path(noted.name).name, noted.listed, made_of)
    except (OSError, ValueError):  # missing or damaged: the report is made again
        return None
    return noted if same else None
