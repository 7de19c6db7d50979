"""The only way in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from sayso.errors import LedgerError, TamperedError
from sayso.ledger.contents import Captured, Content, Draft, Extracted, draft_capture, draft_extraction
from sayso.ledger.head import read_head, write_head
from sayso.ledger.leaf import Part, Stored, moment_of, stamp
from sayso.ledger.rows import read, write
from sayso.ledger.tables import entry, view_capture, view_extraction
from sayso.ledger.views import rows_of, write_views
from schemas import Article, Capture, Extraction

Item = tuple[Capture, Article | None, Extraction | None]
"""A capture with its article and extraction, or with a problem and neither.

An article that the ledger already holds an extraction of may come without one: only its capture is recorded.
"""


@dataclass(frozen=True)
class AppendResult:
    """Numbers of the entries that were new, in order."""

    numbers: tuple[int, ...]

    @property
    def new(self) -> int:
        """How many."""
        return len(self.numbers)


@dataclass(frozen=True)
class Prepared:
    """An item with everything that can be worked out before the append lock is held."""

    capture: Capture
    article: Article | None
    extraction: Extraction | None
    capture_draft: Draft
    version: str | None
    extraction_draft: Callable[[int], Draft] | None


def prepare(item: Item) -> Prepared:
    """Check that the three belong together, and encode them; LedgerError where they do not."""
    capture, article, extraction = item
    if capture.article != (article and article.id):
        raise LedgerError(f"expected the article of capture {capture.file!r}, found {'another' if article else 'none'}")
    if (article is None) != (capture.problem is not None) or (article is None and extraction is not None):
        raise LedgerError(
            f"expected either an article or a problem for capture {capture.file!r}, and no extraction without one"
        )
    draft, version = draft_capture(capture, article)
    finish = None
    if article and extraction:
        if extraction.article != article.id:
            raise LedgerError(f"expected an extraction of {article.id}, found one of {extraction.article}")
        if strays := {claim.statement for claim in extraction.claims} - {one.id for one in extraction.statements}:
            raise LedgerError(f"expected a statement for every claim, found none with the id {min(strays)}")
        finish = draft_extraction(article, extraction)
    return Prepared(capture, article, extraction, draft, version, finish)


def append(connection: Connection, items: Iterable[Prepared], actor: str, now: datetime) -> AppendResult:
    """Add what is new of `items`, inside a transaction that holds the append lock. TamperedError for a cut ledger.

    1. the head and the last entry must agree; 2. what is known already adds nothing; 3. each new entry gets the next
    number and a time not before the last, is written, read back, and 4. shown in the views; 5. the head grows.
    """
    tree = read_head(connection)
    at = _checked_last(connection, tree.size, now)  # 1
    numbers: list[int] = []

    def add(draft: Draft, content: Content) -> None:
        nonlocal tree
        number = tree.size + 1
        parts = {"facts": Part.sealed(draft.facts), "words": Part.sealed(draft.words)}
        stored = Stored(number, draft.kind, at, actor, parts).leafed()
        write(connection, stored)  # 3
        write_views(connection, rows_of(number, content))  # 4
        tree = tree.add(stored.leaf)
        numbers.append(number)

    for item in items:
        if not _has_capture(connection, item):  # 2
            add(item.capture_draft, Captured(item.capture, item.article, item.version))
        _add_extraction(connection, item, add)
    if numbers:
        write_head(connection, tree)  # 5
    return AppendResult(tuple(numbers))


def _add_extraction(connection: Connection, item: Prepared, add: Callable[[Draft, Content], None]) -> None:
    if item.version is None:
        return
    extraction, draft = item.extraction, item.extraction_draft
    read_from = _first_entry_of(connection, item.version)
    engines = _engines_of(connection, item.version)
    if extraction is None or draft is None:
        if not engines:
            raise LedgerError(
                f"expected an extraction with the article of {item.capture.file!r}: the ledger has none yet"
            )
    elif extraction.engine.id not in engines:
        add(draft(read_from), Extracted(extraction, read_from))


def _checked_last(connection: Connection, size: int, now: datetime) -> str:
    """The time to record; TamperedError unless the last entry is number `size`."""
    last = connection.execute(select(func.max(entry.c.number))).scalar_one() or 0
    if last != size:
        raise TamperedError(
            f"the head of the ledger tells of {size} entries, the last is number {last}: nothing is added to a ledger "
            "that was cut; `sayso ledger verify` tells more"
        )
    if not last:
        return stamp(now)
    return stamp(max(now, moment_of(read(connection, last).recorded_at)))


def _has_capture(connection: Connection, item: Prepared) -> bool:
    same = (view_capture.c.id == item.capture.id) & view_capture.c.version.is_not_distinct_from(item.version)
    return connection.execute(select(view_capture.c.entry).where(same).limit(1)).first() is not None


def _first_entry_of(connection: Connection, version: str) -> int:
    query = select(func.min(view_capture.c.entry)).where(view_capture.c.version == version)
    return int(connection.execute(query).scalar_one())


def _engines_of(connection: Connection, version: str) -> set[str]:
    query = (
        select(view_extraction.c.engine)
        .join(view_capture, view_capture.c.entry == view_extraction.c.read_from)
        .where(view_capture.c.version == version)
    )
    return set(connection.execute(query).scalars())
