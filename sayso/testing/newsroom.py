"""A small newsroom: a folder of articles, and the ledger that they are read into."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from sayso.desk.extracting import extract
from sayso.desk.recalling import recalled
from sayso.desk.recording import Recorder
from sayso.engine import Engine
from sayso.ingest import locate, read
from sayso.ledger import Ledger
from sayso.testing.feature_files import different
from schemas import Capture


class Newsroom:
    """Traces articles into a ledger as `sayso trace` does, one after the other and without a server."""

    def __init__(self, folder: Path, record: Path, engine: Engine) -> None:
        """`folder` and the file `record` are made; `engine` reads."""
        folder.mkdir(parents=True, exist_ok=True)
        record.parent.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._record = record
        self._engine = engine
        self._added = 0

    def put(self, file: Path) -> None:
        """Copy an article into the folder."""
        shutil.copy(file, self._folder)

    def put_bytes(self, name: str, content: bytes) -> None:
        """Write a file into the folder."""
        (self._folder / name).write_bytes(content)

    def trace(self) -> None:
        """Read new articles of the folder into the record; those that cannot be read, with the reason."""
        with self._open() as ledger:
            before = ledger.head.size
            recorder = Recorder(ledger, read, partial(extract, self._engine), lambda: self._engine.id)
            with ledger.snapshot() as snapshot:
                known = list(recalled(snapshot, locate([self._folder]).articles, recorder.reader))
            for location, outcome in known:
                if outcome is None:
                    recorder.record(location)
            self._added = ledger.head.size - before

    def tamper(self, number: int) -> None:
        """Change one byte of the content of entry `number`, leaving the database's own guard as it was."""
        with closing(sqlite3.connect(self._record)) as database, database:
            (guard,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'entry_update'").fetchone()
            row = database.execute("SELECT facts FROM entry WHERE number = ?", (number,)).fetchone()
            if row is None:
                raise different(f"an entry {number} to change", "none", self._where)
            changed = bytes([row[0][0] ^ 1]) + row[0][1:]
            database.execute("DROP TRIGGER entry_update")
            database.execute("UPDATE entry SET facts = ? WHERE number = ?", (changed, number))
            database.execute(guard)

    def expect_added(self, count: int) -> None:
        """How many entries the last tracing added."""
        if self._added != count:
            raise different(f"{count} new entries", str(self._added), self._where)

    def expect_intact(self) -> None:
        """The record verifies."""
        with self._open() as ledger:
            findings = ledger.verify().findings
        if findings:
            raise different("the record intact", findings[0], self._where)

    def expect_broken(self, number: int) -> None:
        """The check names entry `number`, and no other."""
        with self._open() as ledger:
            findings = ledger.verify().findings
        if not findings or not all(re.search(rf"\bentry {number}\b", finding, re.IGNORECASE) for finding in findings):
            raise different(f"the record broken at entry {number}", "; ".join(findings) or "it intact", self._where)

    def expect_claims(self, name: str) -> None:
        """The record holds claims that were captured from the file `name`."""
        with self._open() as ledger, ledger.snapshot() as snapshot:
            files = {_file(dossier.capture) for dossier in snapshot.dossiers()}
        if name not in files:
            raise different(f"claims of {name}", f"claims of {', '.join(sorted(files)) or 'nothing'}", self._where)

    def expect_problem(self, name: str) -> None:
        """The record holds the reason why the file `name` could not be read."""
        with self._open() as ledger, ledger.snapshot() as snapshot:
            problems = {_file(capture): capture.problem for capture in snapshot.problems()}
        if not problems.get(name):
            raise different(f"the reason why {name} could not be read", f"reasons for {sorted(problems)}", self._where)

    def _open(self) -> Ledger:
        return Ledger.open(f"sqlite:///{self._record}", actor="feature")

    @property
    def _where(self) -> str:
        return f"in {self._record}"


def _file(capture: Capture) -> str:
    """The name of the file, without the line of one of several articles in it."""
    return re.sub(r":\d+$", "", Path(capture.file).name)
