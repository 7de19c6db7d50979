"""`Ledger`: opens, appends, verifies, and hands out snapshots."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from sayso.errors import NoLedgerError, TamperedError
from sayso.ledger.append.captures import Item, append, prepare
from sayso.ledger.append.growth import AppendResult, Growth
from sayso.ledger.append.links_and_decisions import append_decision, append_linking
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import leaves
from sayso.ledger.log.noted_head import Accepted, HeadFile, Noted, current_head, mismatch
from sayso.ledger.log.tree_file import TreeFile, before
from sayso.ledger.log.tree_head import head_of, read_head
from sayso.ledger.snapshot import Snapshot
from sayso.ledger.store.database import Database
from sayso.ledger.store.migrate import HEAD, outdated, revision, upgrade
from sayso.ledger.verify.anchors import Anchor
from sayso.ledger.verify.verification import Verification
from sayso.ledger.verify.verify import verify
from sayso.ledger.views.view_rows import rows_of
from sayso.ledger.views.view_tables import clear_views, write_views
from schemas import (
    Article,
    Capture,
    Decision,
    Extraction,
    Head,
    Linking,
)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_salt() -> str:
    return secrets.token_hex(16)


class Ledger:
    """An open ledger: it appends, verifies, and hands out snapshots, through which everything is read.

    Any number of programs may have it open; each append waits for the one before it.
    """

    def __init__(
        self,
        database: Database,
        actor: str,
        clock: Callable[[], datetime],
        salt: Callable[[], str | None],
        head_file: Path | None,
    ) -> None:
        self._database = database
        self._actor = actor
        self._clock = clock
        self._salt = salt
        self._head_file = HeadFile(head_file)
        self._grown = False

    @classmethod
    def open(
        cls,
        url: str,
        *,
        write: bool = True,
        make: bool = True,
        actor: str = "unknown",
        timeout: float = 60.0,
        clock: Callable[[], datetime] = _now,
        salt: Callable[[], str | None] = _new_salt,
        head_file: Path | None = None,
        ignore_noted: bool = False,
    ) -> Self:
        """Open the ledger at the database `url`; use it as a context manager, or `close` it.

        `write` creates the database where there is none (unless `make` is False), and migrates it; without `write`
        nothing is created or changed, and no permission to write is needed. `actor` is recorded as who appends;
        `timeout` is how many seconds to wait for other writers. `salt` makes the salts of new articles: with one that
        repeats itself, ledgers of the same articles have the same ids. The head is noted in `head_file`; for an SQLite
        ledger, always in a file beside it.

        LedgerError (TamperedError for a damaged file) where it cannot be opened; TamperedError where it does not begin
        with the noted head, unless `ignore_noted`.
        """
        database = Database(url, write=write, make=write and make, timeout=timeout)
        file = database.file
        ledger = cls(database, actor, clock, salt, file.with_name(f"{file.name}.head") if file else head_file)
        try:
            ledger._prepare(write, write and make)
            if not ignore_noted:
                ledger._expect_noted()
        except BaseException:
            database.close()
            raise
        return ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database, with all that was appended moved into its file and the head noted."""
        try:
            if self._grown:
                self._database.settle()
                self._head_file.note(self.head)
        finally:
            self._database.close()

    @property
    def head(self) -> Head:
        """Its size and root now: enough to check later that the ledger still begins with the same entries."""
        with self._database.reading() as connection:
            return current_head(connection)

    @contextmanager
    def snapshot(self, *, as_of: int | None = None) -> Iterator[Snapshot]:
        """The ledger as of entry `as_of` (by default the last), readable while the context lasts."""
        with self._database.reading() as connection:
            yield Snapshot(connection, as_of)

    def append(self, capture: Capture, article: Article, extraction: Extraction | None = None) -> AppendResult:
        """Record a capture, its article and the extraction: all or nothing, and nothing twice.

        The article gets the id that the ledger has for the same text at the same address, or of the same outlet, and a
        new one where there is none; what is read in it gets ids to match. The result has it under this id.

        The extraction may be left out for another capture of an article of which the ledger holds an extraction.
        """
        return self.append_many([(capture, article, extraction)])

    def append_problem(self, capture: Capture) -> AppendResult:
        """Record a capture that could not be read; the same one again adds nothing."""
        return self.append_many([(capture, None, None)])

    def append_many(self, items: Iterable[Item]) -> AppendResult:
        """Record a batch in one transaction: all or nothing, and nothing twice."""
        prepared = [prepare(item, self._salt) for item in items]
        with self._growing() as growth:
            return growth.done(list(append(growth, prepared)))

    def append_linking(self, linking: Linking) -> AppendResult:
        """Record the new links and derivations of a batch, in one entry; without new ones, no entry.

        A link is new where its relation or `one_origin` changed; a derivation, where `earlier` changed, or its
        containment by a twentieth. LedgerError for a claim or an article that the ledger does not hold.
        """
        with self._growing() as growth:
            append_linking(growth, linking)
            return growth.done()

    def decide(self, *decisions: Decision) -> AppendResult:
        """Record decisions of a person, all or nothing; the same decision again adds nothing.

        LedgerError where no claim, statement, link, derivation or engine of the ledger has the id that is judged.
        """
        with self._growing() as growth:
            for decision in decisions:
                append_decision(growth, decision)
            return growth.done()

    def verify(self, expected: Head | None = None, anchors: Sequence[Anchor] = ()) -> Verification:
        """Check everything that the ledger holds, the noted head, the head `expected`, the `anchors`; see `verify`."""
        noted = self._noted()
        with self._database.reading() as connection:
            return verify(connection, noted, expected, self._clock(), anchors)

    @contextmanager
    def tree(self, file: Path) -> Iterator[tuple[TreeFile, Head]]:
        """The whole Merkle tree of now, kept in `file`, and its head; TamperedError where the leaves do not make it.

        A file that is damaged or of other entries is put aside, with `.before` after its name, and made anew.
        """
        with self._database.reading() as connection:
            now, some = read_head(connection), partial(leaves, connection)
            with TreeFile(file) as kept:
                fits = kept.fits(now) and kept.grow(now, some)
            if not fits:
                os.replace(file, before(file))
            with TreeFile(file) as kept:
                if not kept.grow(now, some):
                    raise TamperedError(
                        "the leaves of the entries do not make the head of the ledger; `sayso ledger verify` shows the "
                        "details"
                    )
                yield kept, head_of(now)

    def first_difference(self, file: Path, head: Head) -> int | None:
        """The first of the `head.size` entries whose leaf is not the one that the tree kept in `file` vouches for.

        None where the file does not have the tree of this head, or no leaf differs.
        """
        for place in (file, before(file)):
            if place.exists():
                with TreeFile(place) as kept, self._database.reading() as connection:
                    if kept.size >= head.size and kept.tree(head.size).root.hex() == head.root:
                        return kept.first_difference(head.size, leaves(connection, 0, head.size))
        return None

    def accept_head(self, by: str, why: str) -> Head | None:
        """Note the ledger's head of now in place of a noted head that it does not begin with; the new head.

        None, and no change, where the ledger begins with the noted head.
        """
        noted = self._noted()
        with self._database.reading() as connection:
            head = current_head(connection)
            whole = noted is None or (isinstance(noted, Noted) and mismatch(connection, noted.head) is None)
        if whole:
            return None
        given_up = noted.head if isinstance(noted, Noted) else None
        self._head_file.accept(head, Accepted(head=given_up, by=by, at=self._clock(), why=why))
        return head

    def rebuild(self) -> None:
        """Make the views again from the entries; TamperedError, and no change, where an entry does not verify."""
        with self._database.writing() as connection:
            _rebuild(connection)

    def _prepare(self, write: bool, make: bool) -> None:
        with self._database.reading() as connection:
            found = revision(connection)
        if found == HEAD:
            return
        if found is None and not make:
            raise NoLedgerError(
                f"expected a ledger in {self._database.where}, found an empty database; `sayso run` makes one"
            )
        if found is not None and not write:
            raise outdated(found)
        self._database.keep_journal()
        with self._database.writing() as connection:
            if revision(connection) != HEAD:
                upgrade(connection)
                _rebuild(connection)

    def _noted(self) -> Noted | TamperedError | None:
        try:
            return self._head_file.load()
        except TamperedError as error:
            return error

    def _expect_noted(self) -> None:
        noted = self._head_file.load()  # before the transaction begins: it would not see entries that are noted later
        if noted:
            with self._database.reading() as connection:
                self._head_file.expect(connection, noted)

    @contextmanager
    def _growing(self) -> Iterator[Growth]:
        with self._database.writing() as connection:
            self._head_file.expect(connection, self._head_file.load())
            growth = Growth(connection, self._actor, self._clock())
            yield growth
        self._grown = True
        self._head_file.note(growth.head)


def _rebuild(connection: Connection) -> None:
    clear_views(connection)
    reader = ContentReader(connection)
    for number in range(1, read_head(connection).size + 1):
        write_views(connection, rows_of(number, reader.content(number)))
