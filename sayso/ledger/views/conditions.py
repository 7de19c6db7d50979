"""Conditions on what is asked of the views."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_

from sayso.ledger.log.leaf import stamp
from sayso.ledger.store.tables import entry, view_claim, view_extraction, view_statement
from sayso.ledger.views.view_rows import fold_words


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
