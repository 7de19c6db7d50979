"""The newest report over all of a ledger: where nothing was recorded since, it need not be made again."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from schemas import Record

FILE = "report.json"
"""In the folder for what is made from the ledger: which report is the newest, and of what state."""


class NewestReport(Record):
    """A report over all of a ledger: its file, how many sentences it lists, what it was made of, and its own hash."""

    name: str
    listed: int
    made_of: str
    sha256: str

    @classmethod
    def of(cls, file: Path, listed: int, made_of: str) -> NewestReport:
        """That in this `file`."""
        return cls(name=file.name, listed=listed, made_of=made_of, sha256=sha256(file.read_bytes()).hexdigest())

    def note(self, folder: Path) -> None:
        """Write it into `folder`, all or nothing."""
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{FILE}.{os.getpid()}.part"
        unfinished.write_text(self.model_dump_json(), "utf-8")
        unfinished.replace(folder / FILE)


def newest_report(folder: Path, reports: Path, made_of: str) -> NewestReport | None:
    """The one noted in `folder`, if it was made of just that and stands in the folder `reports` as it was written."""
    try:
        noted = NewestReport.model_validate_json((folder / FILE).read_bytes())
        held = sha256((reports / Path(noted.name).name).read_bytes()).hexdigest()
    except (OSError, ValueError):  # none, or not to be read: it is made again
        return None
    return noted if (noted.made_of, noted.sha256) == (made_of, held) else None
