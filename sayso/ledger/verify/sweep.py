"""Checks every entry; a damaged entry does not stop the check of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from sayso.errors import TamperedError
from sayso.ledger.entries.contents import CaptureContent
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import Row, faults, row, rows_after, typed
from sayso.ledger.log.leaf import Stored
from sayso.ledger.log.merkle import MerkleTree
from sayso.ledger.store.failures import UNREADABLE, cause
from sayso.ledger.verify.capture import capture_faults
from sayso.ledger.verify.clock import Clock
from sayso.ledger.views.view_rows import rows_of
from sayso.ledger.views.view_tables import disagreeing

BATCH = 50
REBUILD = "`sayso ledger rebuild` makes it again"


@dataclass
class Sweep:
    """One pass over the entries, in order. `size` is the number of entries according to the head.

    Afterwards `tree` is over the stored leaves, `roots` has its root at each of the sizes `marks`, `last` is the number
    of the last entry, and `clock` has checked all entries.
    """

    connection: Connection
    size: int
    marks: frozenset[int]
    clock: Clock
    tree: MerkleTree = field(default_factory=MerkleTree)
    roots: dict[int, str] = field(default_factory=dict)
    last: int = 0
    rows: int = 0
    _last_time: str = ""

    def findings(self) -> Iterator[str]:
        """A sentence for each entry that is missing, unreadable, changed, out of order, or disagrees with a view."""
        reader = ContentReader(self.connection)
        self._mark()
        for number, found in self._each():
            if type(number) is not int:  # in a forged table without a primary key
                yield f"An entry has {number!r} in place of a number."
                continue
            if number > self.last + 1:
                yield missing(self.last + 1, number - 1)
            elif number <= self.last:
                yield f"Entry {number} is there more than once."
            self.rows += 1
            self.last = max(self.last, number)
            if isinstance(found, str):
                yield f"Entry {number} cannot be read: {found}."
            else:
                yield from (f"Entry {number}: {fault}." for fault in self._faults(found, reader))

    def _mark(self) -> None:
        if self.tree.size in self.marks:
            self.roots[self.tree.size] = self.tree.root.hex()

    def _each(self) -> Iterator[tuple[int, Row | str]]:
        """Every entry's number, with its row or why it cannot be read. Single look-ups go no further than `size`."""
        after = 0
        while True:
            try:
                rows = rows_after(self.connection, after, BATCH)
            except UNREADABLE as error:
                if after >= self.size:
                    yield after + 1, cause(error)
                    return
                yield from self._singly(after + 1, min(after + BATCH, self.size))
                after = min(after + BATCH, self.size)
                continue
            if not rows:
                return
            yield from ((found[0], found) for found in rows)
            after = rows[-1][0]

    def _singly(self, first: int, last: int) -> Iterator[tuple[int, Row | str]]:
        for number in range(first, last + 1):
            try:
                found = row(self.connection, number)
            except UNREADABLE as error:
                yield number, cause(error)
            else:
                if found is not None:
                    yield number, found

    def _faults(self, found: Row, reader: ContentReader) -> Iterator[str]:
        try:
            stored = typed(found)
        except ValueError as error:
            yield str(error)
            return
        self.tree = self.tree.add(stored.leaf)
        self._mark()
        wrong = faults(stored)
        if stored.recorded_at < self._last_time:
            wrong.append("it was recorded before the entry that it follows")
        self._last_time = max(self._last_time, stored.recorded_at)
        if not wrong:
            self.clock.see(stored)
        yield from wrong or self._content_faults(stored, reader)

    def _content_faults(self, stored: Stored, reader: ContentReader) -> Iterator[str]:
        try:
            content = reader.content_of(stored)
            rows = rows_of(stored.number, content)
        except TamperedError as error:
            yield str(error).removeprefix(f"entry {stored.number}: ")
            return
        if isinstance(content, CaptureContent):
            yield from capture_faults(content)
        try:
            views = disagreeing(self.connection, stored.number, rows)
        except UNREADABLE as error:
            yield f"a view of it cannot be read ({cause(error)}); {REBUILD}"
            return
        yield from (f"{view} does not agree with it; {REBUILD}" for view in views)


def missing(first: int, last: int) -> str:
    """The sentence for missing entries `first` to `last`."""
    return f"Entry {first} is missing." if first == last else f"Entries {first} to {last} are missing."
