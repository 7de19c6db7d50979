"""SQL conditions on claims and extractions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal, or_

from sayso.ledger.log.leaf import stamp
from sayso.ledger.store.tables import entry, view_claim, view_extraction, view_statement
from sayso.ledger.views.view_rows import fold_words


def recorded(since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    """Recorded at `since` or later and before `until`, by the clock: `recorded_at` may be ahead of it."""
    at = func.coalesce(entry.c.clock, entry.c.recorded_at)
    conditions = []
    if since:
        conditions.append(at >= stamp(since))
    if until:
        conditions.append(at < stamp(until))
    return conditions


def with_words(words: str) -> ColumnElement[bool]:
    """The claim's proposition or statement contains these words, ignoring case and spacing."""
    folded = fold_words(words)
    return or_(
        view_claim.c.folded.contains(folded, autoescape=True), view_statement.c.folded.contains(folded, autoescape=True)
    )


def within_words(words: str) -> ColumnElement[bool]:
    """The claim's statement as a whole stands in these words, ignoring case and spacing."""
    folded = fold_words(words)
    return func.replace(literal(folded), view_statement.c.folded, "") != folded


def about(thing: str) -> ColumnElement[bool]:
    """The claim, its statement or its article has this id."""
    return or_(view_claim.c.id == thing, view_statement.c.id == thing, view_extraction.c.article == thing)


def after(since: int) -> ColumnElement[bool]:
    """The extraction is in an entry after `since`."""
    return view_extraction.c.entry > since


def within(entries: Sequence[int]) -> ColumnElement[bool]:
    """The extraction is in one of these entries (at most `batches.MOST`)."""
    return view_extraction.c.entry.in_(entries)


def of_articles(articles: Sequence[str]) -> ColumnElement[bool]:
    """The extraction is of one of these articles (at most `batches.MOST` ids)."""
    return view_extraction.c.article.in_(articles)
