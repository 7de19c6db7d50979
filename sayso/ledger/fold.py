"""What is known now: a pure fold of the entries.

Of an article that several engines have read, the extraction of the first engine stays the adopted one; of several
extractions by that engine (the article was captured again with, say, another title), the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Subquery, and_, func, or_, select

from sayso.ledger.contents import Extracted
from sayso.ledger.leaf import stamp
from sayso.ledger.reader import Reader
from sayso.ledger.rows import entry_of, read
from sayso.ledger.tables import entry, view_capture, view_claim, view_extraction, view_statement
from sayso.ledger.views import fold_words
from schemas import Capture, Claim, Dossier, Extraction, Segment

Place = tuple[int, int]
"""Entry, and the claim's place in its extraction."""


def places(connection: Connection, as_of: int, *conditions: ColumnElement[bool]) -> list[Place]:
    """The claims of adopted extractions up to entry `as_of` for which the conditions hold, in the ledger's order."""
    adopted = _adopted(as_of)
    query = (
        select(view_claim.c.entry, view_claim.c.place)
        .join(adopted, adopted.c.entry == view_claim.c.entry)
        .join(entry, entry.c.number == view_claim.c.entry)
        .join(view_extraction, view_extraction.c.entry == view_claim.c.entry)
        .join(
            view_statement,
            and_(view_statement.c.entry == view_claim.c.entry, view_statement.c.place == view_claim.c.statement),
        )
        .where(*conditions)
        .order_by(view_claim.c.entry, view_claim.c.place)
    )
    return [(number, place) for number, place in connection.execute(query)]


def dossiers(connection: Connection, as_of: int, places: list[Place]) -> Iterator[Dossier]:
    """The dossiers of these claims; one extraction at a time is in memory."""
    reader = Reader(connection)
    wanted: dict[int, list[int]] = {}
    for number, place in places:
        wanted.setdefault(number, []).append(place)
    for number, chosen in wanted.items():
        yield from _dossiers_of(connection, reader, as_of, number, chosen)


def problems(connection: Connection, conditions: list[ColumnElement[bool]]) -> Iterator[Capture]:
    """The captures without an article, in the ledger's order."""
    reader = Reader(connection)
    query = (
        select(view_capture.c.entry)
        .join(entry, entry.c.number == view_capture.c.entry)
        .where(view_capture.c.article.is_(None), *conditions)
        .order_by(view_capture.c.entry)
    )
    for number in connection.execute(query).scalars().all():
        yield reader.captured(number).capture


def recorded(since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    """Recorded at `since` or later, and before `until`."""
    conditions = []
    if since:
        conditions.append(entry.c.recorded_at >= stamp(since))
    if until:
        conditions.append(entry.c.recorded_at < stamp(until))
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


def _adopted(as_of: int) -> Subquery:
    known = view_extraction.alias("known")
    first = (
        select(known.c.article, func.min(known.c.entry).label("entry"))
        .where(known.c.entry <= as_of)
        .group_by(known.c.article)
        .subquery("first")
    )
    by_first, later = view_extraction.alias("by_first"), view_extraction.alias("later")
    return (
        select(func.max(later.c.entry).label("entry"))
        .join(by_first, and_(by_first.c.article == later.c.article, by_first.c.engine == later.c.engine))
        .join(first, first.c.entry == by_first.c.entry)
        .where(later.c.entry <= as_of)
        .group_by(later.c.article)
        .subquery("adopted")
    )


def _dossiers_of(
    connection: Connection, reader: Reader, as_of: int, number: int, chosen: list[int]
) -> Iterator[Dossier]:
    stored = read(connection, number)
    content = reader.content_of(stored)
    if not isinstance(content, Extracted):
        raise TypeError(f"expected an extraction in entry {number}")
    source, extraction = reader.captured(content.read_from), content.extraction
    statements = {statement.id: statement for statement in extraction.statements}
    for place in chosen:
        claim = extraction.claims[place]
        segment = _segment_of(extraction, claim)
        yield Dossier.model_validate(
            {
                "as_of": as_of,
                "entry": entry_of(stored),
                "capture": source.capture,
                "article": source.article,
                "engine": extraction.engine,
                "statement": statements[claim.statement],
                "claim": claim,
                "segment": segment,
                "paragraph": extraction.segmentation.paragraphs[segment.paragraph] if segment else None,
            }
        )


def _segment_of(extraction: Extraction, claim: Claim) -> Segment | None:
    start = claim.spans[0].start
    segments = extraction.segmentation.segments
    return next((one for one in segments if one.span.start <= start < one.span.end), None)
