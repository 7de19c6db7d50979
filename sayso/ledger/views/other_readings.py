"""The extractions of another engine, beside the adopted ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.tables import view_capture, view_extraction
from sayso.ledger.views.adopted_readings import extractions
from sayso.ledger.views.read_articles import extraction_content, read_article
from schemas import Article, Capture, Extraction


class Rereading(NamedTuple):
    """An article with its capture, the adopted extraction (`before`) and another engine's (`after`)."""

    capture: Capture
    article: Article
    before: Extraction
    after: Extraction


def readings(connection: Connection, as_of: int, engine: str) -> Iterator[tuple[tuple[int, int], int | None]]:
    """((entry, entry of its article), entry of this engine's) for each adopted extraction of another engine.

    The last is None where this engine has not read that version of the article.
    """
    read = view_capture.alias("read")
    same = select(read.c.version).where(read.c.entry == view_extraction.c.read_from).scalar_subquery()
    newest = (
        select(same, func.max(view_extraction.c.entry))
        .where(view_extraction.c.engine == engine, view_extraction.c.entry <= as_of)
        .group_by(same)
    )
    theirs: dict[str, int] = dict(connection.execute(newest).all())
    columns = select(view_capture.c.entry, view_capture.c.version)
    versions: dict[int, str] = dict(connection.execute(columns).all())
    for number, read_from in extractions(connection, as_of, view_extraction.c.engine != engine):
        yield (number, read_from), theirs.get(versions[read_from])


def reading(reader: ContentReader, before: int, after: int) -> Rereading:
    """The extractions in entries `before` and `after`, with their article."""
    old = read_article(reader, before)
    return Rereading(*old, extraction_content(reader, after).extraction)
