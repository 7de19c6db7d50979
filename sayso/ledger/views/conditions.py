"""What is asked of the ledger: conditions, and the captures that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from sayso.ledger.entries.reader import Reader
from sayso.ledger.log.leaf import stamp
from sayso.ledger.store.tables import entry, view_capture, view_claim, view_extraction, view_statement
from sayso.ledger.views.rows import fold_words
from schemas import Capture, EntryKind

NOTHING = sha256(b"").hexdigest()
"""The hash of a capture of which no bytes could be had: it stands for any number of files."""


def problems(connection: Connection, conditions: list[ColumnElement[bool]]) -> Iterator[Capture]:
    """The captures without an article, in the ledger's order; of the same bytes what was recorded last counts."""
    reader, later = Reader(connection), view_capture.alias("later")
    outdone = exists().where(
        later.c.sha256 == view_capture.c.sha256, later.c.sha256 != NOTHING, later.c.entry > view_capture.c.entry
    )
    query = (
        select(view_capture.c.entry)
        .join(entry, entry.c.number == view_capture.c.entry)
        .where(view_capture.c.article.is_(None), ~outdone, *conditions)
        .order_by(view_capture.c.entry)
    )
    told: set[tuple[str, str | None]] = set()
    for number in connection.execute(query).scalars().all():
        capture = reader.captured(number).capture
        if (same := (capture.sha256, capture.problem)) not in told:
            told.add(same)
            yield capture


def last(connection: Connection, kind: EntryKind) -> int:
    """The number of the last entry of this kind; 0 where there is none."""
    query = select(entry.c.number).where(entry.c.kind == kind).order_by(entry.c.number.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none() or 0


def recorded(since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    """Recorded at `since` or later, and before `until`, by what the clock said: the ordered time may be ahead of it."""
    at = func.coalesce(entry.c.clock, entry.c.recorded_at)
    conditions = []
    if since:
        conditions.append(at >= stamp(since))
    if until:
        conditions.append(at < stamp(until))
    return conditions


def with_words(words: str) -> ColumnElement[bool]:
    """Whose proposition or statement holds these words, in any case and however spaced."""
    folded = fold_words(words)
    return or_(
        view_claim.c.folded.contains(folded, autoescape=True), view_statement.c.folded.contains(folded, autoescape=True)
    )


def about(thing: str) -> ColumnElement[bool]:
    """Of the article, statement or claim with this id."""
    return or_(view_claim.c.id == thing, view_statement.c.id == thing, view_extraction.c.article == thing)


def after(since: int) -> ColumnElement[bool]:
    """Of extractions after entry `since`."""
    return view_extraction.c.entry > since


def within(entries: Sequence[int]) -> ColumnElement[bool]:
    """Of the extractions in these entries, `batches.MOST` at most."""
    return view_extraction.c.entry.in_(entries)


def of_articles(articles: Sequence[str]) -> ColumnElement[bool]:
    """Of the articles with these ids, `batches.MOST` at most."""
    return view_extraction.c.article.in_(articles)
