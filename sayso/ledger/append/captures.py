"""Appends captures with their articles and extractions.

An article keeps the id that the ledger has for it. A new one gets a random salt, and with it an id from which nobody
can tell its text. Which of the two it is, is decided while the append lock is held: of two programs that read a new
article at the same time, the second takes over the id that the first gave it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.errors import UnfitError
from sayso.ledger.append.growth import Captured, Growth
from sayso.ledger.entries.contents import CaptureContent, ExtractionContent, draft_capture, draft_extraction
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_parts import EntryDraft
from sayso.ledger.store.tables import view_capture, view_extraction
from schemas import Article, Capture, Extraction

Item = tuple[Capture, Article | None, Extraction | None]
"""A capture with its article and extraction, or with a problem and neither.

Where the ledger already holds an extraction of the article, the item may come without one: only its capture is
recorded.
"""


@dataclass(frozen=True)
class Prepared:
    """An item, checked and encoded as far as that is possible before the append lock is held."""

    capture: Capture
    article: Article | None
    extraction: Extraction | None
    capture_draft: EntryDraft
    version: str | None
    extraction_draft: Callable[[int], EntryDraft] | None


def prepare(item: Item, salt: Callable[[], str | None]) -> Prepared:
    """The item, checked and encoded; an article without a salt gets one.

    UnfitError where capture, article and extraction do not belong together.
    """
    capture, article, extraction = item
    if capture.article != (article and article.id):
        raise UnfitError(f"expected the article of capture {capture.file!r}, found {'another' if article else 'none'}")
    if (article is None) != (capture.problem is not None) or (article is None and extraction is not None):
        raise UnfitError(
            f"expected either an article or a problem for capture {capture.file!r}, and no extraction without one"
        )
    if article and extraction:
        if extraction.article != article.id:
            raise UnfitError(f"expected an extraction of {article.id}, found one of {extraction.article}")
        statements = {statement.id for statement in extraction.statements}
        if strays := {claim.statement for claim in extraction.claims} - statements:
            raise UnfitError(f"expected a statement for every claim, found none with the id {min(strays)}")
    return _encoded(_salted(item, salt()) if article and article.salt is None else item)


def _salted(item: Item, salt: str | None) -> Item:
    """The item with this salt in its article; the ids of all that is read in it follow."""
    capture, article, extraction = item
    if article is None:
        return item
    named = article.salted(salt)
    return capture.model_copy(update={"article": named.id}), named, extraction and extraction.of(named.id)


def _encoded(item: Item) -> Prepared:
    capture, article, extraction = item
    draft, version = draft_capture(capture, article)
    return Prepared(*item, draft, version, draft_extraction(article, extraction) if article and extraction else None)


def append(growth: Growth, items: Iterable[Prepared]) -> Iterator[Captured]:
    """Add those of `items` that the ledger does not hold yet; yields each as the ledger knows it."""
    for prepared in items:
        item = _as_held(growth.connection, prepared)
        if not _has_capture(growth.connection, item):
            growth.add(item.capture_draft, CaptureContent(item.capture, item.article, item.version))
        _add_extraction(growth, item)
        yield Captured(item.capture, item.article)


def _as_held(connection: Connection, item: Prepared) -> Prepared:
    """The item under the id by which the ledger knows its article, where it does."""
    article = item.article
    if article is None:
        return item
    same = select(view_capture.c.entry, view_capture.c.article).where(view_capture.c.identity == article.identity)
    first = connection.execute(same.order_by(view_capture.c.entry).limit(1)).one_or_none()
    if first is None or first.article == article.id:
        return item
    held = ContentReader(connection).captured(first.entry).article
    salt = held.salt if held else None
    return _encoded(_salted((item.capture, article, item.extraction), salt))


def _add_extraction(growth: Growth, item: Prepared) -> None:
    if item.version is None:
        return
    extraction, draft = item.extraction, item.extraction_draft
    read_from = _first_entry_of(growth.connection, item.version)
    engines = _engines_of(growth.connection, item.version)
    if extraction is None or draft is None:
        if not engines:
            raise UnfitError(
                f"expected an extraction with the article of {item.capture.file!r}: the ledger has none yet"
            )
    elif extraction.engine.id not in engines:
        growth.add(draft(read_from), ExtractionContent(extraction, read_from))


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
