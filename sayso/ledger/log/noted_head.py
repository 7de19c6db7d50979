"""The head as it is noted outside of the database, so that a ledger that lost its end says so.

After each append the head goes into a small file: beside an SQLite file (`ledger.db.head`), or where the caller keeps
it for a server's database. Who opens the ledger expects the noted entries still to be there. A restored copy that is
shorter is taken as it is only by an explicit word (`accept`), which stays on record in the file.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp
from threading import Lock

from pydantic import AwareDatetime
from sqlalchemy import Connection

from sayso.errors import LedgerError, TamperedError
from sayso.ledger.log.entry_rows import leaves
from sayso.ledger.log.tree_head import head_of, read_head, tree_of
from schemas import Head
from schemas.record import Record

WHAT_TO_DO = (
    "`sayso ledger verify` shows the details; if you restored an older copy on purpose, continue from it with "
    "`sayso ledger accept-head`"
)


class Accepted(Record):
    """A noted head (None: one that could not be read) that somebody gave up: who, when and why."""

    head: Head | None
    by: str
    at: AwareDatetime
    why: str


class Noted(Record):
    """What the file holds: the head as of the last append, and the heads that were given up."""

    head: Head
    accepted: tuple[Accepted, ...] = ()


class Notes:
    """The file at `path`; None where no head is noted anywhere."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lock = Lock()

    def load(self) -> Noted | None:
        """What it holds; None where there is none. TamperedError where it is damaged."""
        if self.path is None:
            return None
        try:
            noted = Noted.model_validate_json(self.path.read_bytes())
            if tree_of(noted.head) is None:
                raise ValueError("size, root and peaks do not fit together")
        except FileNotFoundError:
            return None
        except ValueError:
            raise TamperedError(
                f"the head that was noted in {self.path} is damaged, so nobody knows whether the ledger is whole; "
                f"{WHAT_TO_DO}"
            ) from None
        except OSError as error:
            raise LedgerError(f"expected to read {self.path}, could not: {error.strerror}") from error
        return noted

    def expect(self, connection: Connection, noted: Noted | None) -> None:
        """TamperedError unless the ledger still begins with what was noted before this transaction began."""
        if noted and (why := missing(connection, noted.head)):
            raise TamperedError(f"{why}; {WHAT_TO_DO}")

    def note(self, head: Head) -> None:
        """Note `head`, unless as much or more is noted already."""
        with self._lock:
            noted = self.load()
            if noted is None or noted.head.size < head.size:
                self._save(Noted(head=head, accepted=noted.accepted if noted else ()))

    def accept(self, head: Head, accepted: Accepted) -> None:
        """Note `head` whatever was noted; what is given up so stays on record."""
        try:
            before = self.load()
        except TamperedError:
            before = None
        self._save(Noted(head=head, accepted=(*(before.accepted if before else ()), accepted)))

    def _save(self, noted: Noted) -> None:
        """All or nothing, for nobody else to read."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            begun, name = mkstemp(dir=self.path.parent, prefix=f"{self.path.name}.", suffix=".part")
            with open(begun, "wb") as file:
                file.write(noted.model_dump_json().encode())
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self.path)
        except OSError as error:
            raise LedgerError(
                f"the entries were recorded, but the head could not be noted in {self.path} ({error.strerror}); "
                "make room or give permission, and run again"
            ) from error


def missing(connection: Connection, head: Head) -> str | None:
    """What to say where the ledger does not begin with the entries of `head`, which has its peaks."""
    now, noted = read_head(connection), tree_of(head)
    if now.size < head.size:
        return f"expected the {head.size} entries that the noted head counts, found {now.size}: the rest is gone"
    if noted is None or noted.extend(leaves(connection, head.size, now.size)).root != now.root:
        return f"expected the {head.size} entries that the noted head counts, found others in their place"
    return None


def current(connection: Connection) -> Head:
    """The ledger's head now."""
    return head_of(read_head(connection))
