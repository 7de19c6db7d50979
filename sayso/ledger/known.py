"""What has been read already, asked in bulk before any work is done."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, exists, select

from sayso.ledger.batches import batches
from sayso.ledger.contents import version_of
from sayso.ledger.tables import view_capture, view_extraction
from schemas import Article


def known_versions(connection: Connection, articles: Iterable[Article], engine: str) -> set[str]:
    """Digests of those articles of which a capture of the same version was read by the engine."""
    digests = {version_of(article): article.digest for article in articles}
    query = (
        select(view_capture.c.version)
        .join(view_extraction, view_extraction.c.read_from == view_capture.c.entry)
        .where(view_extraction.c.engine == engine)
    )
    return {
        digests[version]
        for some in batches(digests)
        for version in connection.execute(query.where(view_capture.c.version.in_(some))).scalars()
    }


def known_bytes(connection: Connection, hashes: Iterable[str], engine: str) -> set[str]:
    """Those hashes of which there is a capture, and none without an article that was read by the engine."""
    read = view_capture.alias("read")
    extracted = exists().where(
        read.c.version == view_capture.c.version,
        view_extraction.c.read_from == read.c.entry,
        view_extraction.c.engine == engine,
    )
    seen: set[str] = set()
    unread: set[str] = set()
    for some in batches(hashes):
        query = select(view_capture.c.sha256, extracted).where(view_capture.c.sha256.in_(some))
        for sha256, done in connection.execute(query):
            (seen if done else unread).add(sha256)
    return seen - unread
