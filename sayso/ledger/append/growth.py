"""`Growth`: entries appended one after another in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from sayso.errors import TamperedError
from sayso.ledger.entries.contents import Content
from sayso.ledger.log.entry_parts import EntryDraft
from sayso.ledger.log.entry_rows import read, write
from sayso.ledger.log.leaf import Part, Stored, moment_of, stamp
from sayso.ledger.log.tree_head import head_of, read_head, write_head
from sayso.ledger.store.tables import entry
from sayso.ledger.views.bounds import expect_within
from sayso.ledger.views.view_rows import rows_of
from sayso.ledger.views.view_tables import write_views
from schemas import Article, Capture, Head


class Captured(NamedTuple):
    """A capture and its article (None without one), as the ledger knows them."""

    capture: Capture
    article: Article | None


@dataclass(frozen=True)
class AppendResult:
    """`numbers` of the entries that were new, in order; `captured`: all that was to be recorded, new or not.

    An article's id may differ from the one it came with: see `append.captures`.
    """

    numbers: tuple[int, ...]
    captured: tuple[Captured, ...] = field(default=(), compare=False)

    @property
    def new(self) -> int:
        """How many."""
        return len(self.numbers)


class Growth:
    """Adds entries inside a transaction that holds the append lock.

    1. the head and the last entry must agree, else TamperedError; 2. each new entry gets the next number, the clock's
    time and a `recorded_at` not before the last entry's, is written and read back; 3. its rows go into the views;
    4. `done` writes the new head.
    """

    def __init__(self, connection: Connection, actor: str, now: datetime) -> None:
        self.connection = connection
        self._actor = actor
        self._tree = read_head(connection)
        self._at = _checked_last(connection, self._tree.size, now)  # 1
        self._clock = stamp(now)
        self._numbers: list[int] = []

    def add(self, draft: EntryDraft, content: Content) -> None:
        """Add an entry; `content` is what the draft encodes."""
        number = self._tree.size + 1
        parts = {name: Part.sealed(data) for name, data in draft.parts.items()}
        stored = Stored(number, draft.kind, self._at, self._clock, self._actor, parts).leafed()
        write(self.connection, stored)  # 2
        write_views(self.connection, rows_of(number, content))  # 3
        self._tree = self._tree.add(stored.leaf)
        self._numbers.append(number)

    @property
    def head(self) -> Head:
        """The head after this transaction commits."""
        return head_of(self._tree)

    def done(self, captured: Iterable[Captured] = ()) -> AppendResult:
        """Write the head; returns the numbers of the entries that were added, and what was `captured`."""
        if self._numbers:
            write_head(self.connection, self._tree)  # 4
        return AppendResult(tuple(self._numbers), tuple(captured))


def _checked_last(connection: Connection, size: int, now: datetime) -> str:
    """The next entry's `recorded_at`; TamperedError unless the last entry is number `size`."""
    last = connection.execute(select(func.max(entry.c.number))).scalar_one() or 0
    if last != size:
        raise TamperedError(
            f"the head of the ledger counts {size} entries, the last is number {last}: nothing is added to a ledger "
            "that was cut; `sayso ledger verify` shows the details"
        )
    expect_within(connection)
    if not last:
        return stamp(now)
    return stamp(max(now, moment_of(read(connection, last).recorded_at)))
