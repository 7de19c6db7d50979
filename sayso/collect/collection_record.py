"""What is known of the feeds and pages that were fetched: a file beside the ledger, which can be deleted.

Without it, everything is fetched again once; nothing that is in the ledger depends on it.
"""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Literal, TypeVar

from pydantic import AwareDatetime, ValidationError

from sayso.collect.fetcher import Validators
from sayso.errors import UsageError
from schemas import Record

RESTS_AFTER = 30
"""Failures in a row after which a feed is not fetched any more, until somebody names it."""

GIVEN_UP_AFTER = 8
"""Failures in a row after which a page is not fetched any more, until somebody names it."""

FULL = timedelta(days=1)
"""After so long a feed is fetched whole: some say that nothing changed when it did."""

_FIRST, _LONGEST = timedelta(minutes=5), timedelta(hours=12)
NAME = "collected.db"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS known
    (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, address TEXT NOT NULL, waits INTEGER NOT NULL, said TEXT NOT NULL,
    UNIQUE (kind, address));
CREATE INDEX IF NOT EXISTS waiting ON known (kind, waits) WHERE waits;
"""


class KnownAddress(Record):
    """An address: what it gave last, and how often in a row it gave nothing (`problem` says why)."""

    address: str
    etag: str | None = None
    modified: str | None = None
    fetched: AwareDatetime | None = None
    failures: int = 0
    problem: str | None = None
    next: AwareDatetime | None = None

    @property
    def validators(self) -> Validators:
        """What to ask with, whether there is something new."""
        return Validators(self.etag, self.modified)


class KnownFeed(KnownAddress):
    """A feed; `full` is when it was last fetched whole."""

    title: str | None = None
    full: AwareDatetime | None = None

    @property
    def rests(self) -> bool:
        """Whether it is left alone until somebody names it."""
        return self.failures >= RESTS_AFTER


class KnownPage(KnownAddress):
    """A page, from a feed or named; `waits` to be fetched. `work` is the address of its article."""

    waits: bool = False
    feed: str | None = None
    outlet: str | None = None
    marker: str | None = None
    source: str | None = None
    source_url: str | None = None
    work: str | None = None


class KnownWork(Record):
    """An article: the hash and the length of its newest text, and the file that it was saved as."""

    address: str
    text: str
    characters: int
    file: str


K = TypeVar("K", KnownFeed, KnownPage, KnownWork)
Kind = Literal["feed", "page", "work"]
_KINDS: dict[type[Record], Kind] = {KnownFeed: "feed", KnownPage: "page", KnownWork: "work"}


def failed(known: K, problem: str, now: datetime, wait: float | None = None) -> K:
    """The same after another failure: the next time is later each time, and no sooner than the server asks for."""
    failures = known.failures + 1 if not isinstance(known, KnownWork) else 0
    pause = min(_FIRST * 2 ** min(failures - 1, 10), _LONGEST)
    later = now + max(pause, timedelta(seconds=wait or 0))
    return known.model_copy(update={"failures": failures, "problem": problem, "next": later})


class CollectionRecord:
    """The record at `file`, open; everything is written at once, so that a run that is stopped loses nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, cls: type[K], address: str) -> K | None:
        """What is known of an address; None for nothing."""
        found = self._connection.execute(
            "SELECT said FROM known WHERE kind = ? AND address = ?", (_KINDS[cls], address)
        ).fetchone()
        return _read(cls, found[0]) if found else None

    def keep(self, known: KnownFeed | KnownPage | KnownWork) -> None:
        """Write it, over what was known."""
        waits = isinstance(known, KnownPage) and known.waits
        row = (_KINDS[type(known)], known.address, waits, known.model_dump_json(exclude_defaults=True))
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO known (kind, address, waits, said) VALUES (?, ?, ?, ?)", row
            )

    def feeds(self) -> list[KnownFeed]:
        """All feeds, by address."""
        rows = self._connection.execute("SELECT said FROM known WHERE kind = 'feed' ORDER BY address").fetchall()
        return [feed for (said,) in rows if (feed := _read(KnownFeed, said))]

    def waiting(self) -> list[KnownPage]:
        """The pages that are still to be fetched; those that were noted last come first."""
        rows = self._connection.execute(
            "SELECT said FROM known WHERE kind = 'page' AND waits ORDER BY number DESC"
        ).fetchall()
        return [page for (said,) in rows if (page := _read(KnownPage, said))]


@contextmanager
def collection_record(folder: Path, *, write: bool = True) -> Iterator[CollectionRecord]:
    """The record in `folder`, made if necessary; UsageError where it is damaged, or another process collects now."""
    file = folder / NAME
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with (folder / "collecting.lock").open("w") as lock, closing(sqlite3.connect(file)) as connection:
            if write:
                _lock(lock)
            connection.executescript(f"PRAGMA journal_mode=WAL; {_SCHEMA}")
            yield CollectionRecord(connection)
    except sqlite3.Error as error:
        raise UsageError(
            f"expected to open what is known of feeds in {str(file)!r}, could not ({error}); delete the file, and "
            "everything is fetched again"
        ) from None


def _lock(file: IO[str]) -> None:
    """Held until the file is closed; UsageError where another process holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise UsageError("expected to collect alone, found another `sayso collect` at work; wait for its end") from None


def _read(cls: type[K], said: str) -> K | None:
    try:
        return cls.model_validate_json(said)
    except ValidationError:
        return None  # of another version: fetched again
