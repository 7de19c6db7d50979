"""The newest report over a whole ledger: where nothing was recorded since, it need not be made again."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from schemas import Record

FILE = "report.json"
"""In the folder for what is made from the ledger: names the newest report and the state of the ledger it shows."""


class NewestReport(Record):
    """A report over a whole ledger: its file, how many sentences it lists, what it was made of, and its own hash."""

    name: str
    listed: int
    made_of: str
    sha256: str

    @classmethod
    def of(cls, file: Path, listed: int, made_of: str) -> NewestReport:
        """The report in this `file`."""
        return cls(name=file.name, listed=listed, made_of=made_of, sha256=sha256(file.read_bytes()).hexdigest())

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
        held = sha256((reports / Path(noted.name).name).read_bytes()).hexdigest()
    except (OSError, ValueError):  # missing or damaged: the report is made again
        return None
    return noted if (noted.made_of, noted.sha256) == (made_of, held) else None
