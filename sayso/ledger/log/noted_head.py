"""The head noted in a file outside of the database, so that a ledger that lost its last entries is detected.

After each append the head is written to a small file: beside an SQLite file (`ledger.db.head`), or where the caller
keeps it for a server's database. Opening the ledger checks that the noted entries are still there. A shorter copy that
was restored is accepted only explicitly (`accept`), which stays on record in the file.
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
    """A noted head (None: it could not be read) that a person gave up: who, when and why."""

    head: Head | None
    by: str
    at: AwareDatetime
    why: str


class Noted(Record):
    """The file's content: the head as of the last append, and the heads that were given up."""

    head: Head
    accepted: tuple[Accepted, ...] = ()


class HeadFile:
    """The file at `path` in which the head is noted; with None, no head is noted."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._lock = Lock()

    def load(self) -> Noted | None:
        """The file's content; None without a file. TamperedError where it is damaged."""
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
        """Raise TamperedError unless the ledger begins with the head that was noted before this transaction began."""
        if noted and (why := mismatch(connection, noted.head)):
            raise TamperedError(f"{why}; {WHAT_TO_DO}")

    def note(self, head: Head) -> None:
        """Note `head`, unless a head of the same or a larger size is noted already."""
        with self._lock:
            noted = self.load()
            if noted is None or noted.head.size < head.size:
                self._save(Noted(head=head, accepted=noted.accepted if noted else ()))

    def accept(self, head: Head, accepted: Accepted) -> None:
        """Note `head` in place of any other; the head that is given up stays on record as `accepted`."""
        try:
            before = self.load()
        except TamperedError:
            before = None
        self._save(Noted(head=head, accepted=(*(before.accepted if before else ()), accepted)))

    def _save(self, noted: Noted) -> None:
        """Replace the file atomically, readable for its owner only."""
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


def mismatch(connection: Connection, head: Head) -> str | None:
    """Why the ledger does not begin with the entries of `head`, which has its peaks; None where it does."""
    now, noted = read_head(connection), tree_of(head)
    if now.size < head.size:
        return f"expected the {head.size} entries that the noted head counts, found {now.size}: the rest is gone"
    if noted is None or noted.extend(leaves(connection, head.size, now.size)).root != now.root:
        return f"expected the {head.size} entries that the noted head counts, found others in their place"
    return None


def current_head(connection: Connection) -> Head:
    """The ledger's head as of this transaction."""
    return head_of(read_head(connection))
