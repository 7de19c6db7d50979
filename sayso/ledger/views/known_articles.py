"""Which articles and files the ledger knows already, queried in bulk before any work is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, exists, func, select

from sayso.ledger.entries.contents import version_of
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import view_capture, view_extraction
from schemas import Article, Capture, hash_of


class HeldCapture(NamedTuple):
    """A capture in the ledger, its article (None without one), and whether an engine has read this version of it."""

    capture: Capture
    article: Article | None
    read: bool


def known_versions(connection: Connection, as_of: int, articles: Iterable[Article], engine: str | None) -> set[str]:
    """Digests of the articles of which the engine (None: any engine) has read a capture of the same version."""
    digests = {version_of(article): article.digest for article in articles}
    query = select(view_capture.c.version).join(view_extraction, view_extraction.c.read_from == view_capture.c.entry)
    query = query.where(view_extraction.c.entry <= as_of)
    if engine is not None:
        query = query.where(view_extraction.c.engine == engine)
    return {
        digests[version]
        for some in batches(digests)
        for version in connection.execute(query.where(view_capture.c.version.in_(some))).scalars()
    }


def first_read(connection: Connection, as_of: int, articles: Iterable[str]) -> dict[str, int]:
    """The entry in which each of these articles (ids) was first read, by any engine."""
    query = select(view_extraction.c.article, func.min(view_extraction.c.entry)).where(view_extraction.c.entry <= as_of)
    return {
        article: number
        for some in batches(articles)
        for article, number in connection.execute(
            query.where(view_extraction.c.article.in_(some)).group_by(view_extraction.c.article)
        )
    }


def held(connection: Connection, as_of: int, hashes: Iterable[str]) -> Iterator[HeldCapture]:
    """The captures of bytes with these SHA-256 hashes; captures of one hash are in the ledger's order."""
    reader, first = ContentReader(connection), view_capture.alias("first")
    was_read = exists().where(
        first.c.version == view_capture.c.version,
        view_extraction.c.read_from == first.c.entry,
        view_extraction.c.entry <= as_of,
    )
    for some in batches(hashes):
        query = select(view_capture.c.entry, was_read).where(
            view_capture.c.sha256.in_(some), view_capture.c.entry <= as_of
        )
        for number, done in connection.execute(query.order_by(view_capture.c.entry)).all():
            content = reader.captured(number)
            yield HeldCapture(content.capture, content.article, bool(done))


def versions_of(connection: Connection, as_of: int, works: Iterable[str]) -> list[str]:
    """The articles (ids) that are versions of these pages (`Article.work`), in the order in which they came."""
    columns = select(func.min(view_capture.c.entry), view_capture.c.article).group_by(view_capture.c.article)
    query = columns.where(view_capture.c.article.is_not(None), view_capture.c.entry <= as_of)
    rows = [
        (entry, article)
        for some in batches(hash_of("work", work) for work in works)
        for entry, article in connection.execute(query.where(view_capture.c.work.in_(some)))
    ]
    return [article for _, article in sorted(rows)]
