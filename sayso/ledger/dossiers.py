"""Claims with all that is known of them now: a pure fold of the entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection

from sayso.ledger.adopted import Place, places_of
from sayso.ledger.contents import Extracted
from sayso.ledger.picker import Picker
from sayso.ledger.reader import Reader
from sayso.ledger.rows import entry_of, read
from sayso.ledger.standing import LINKS, by_end, decisions, judged, newest
from schemas import Claim, Dossier, Extraction, Segment, Told


def dossiers(connection: Connection, as_of: int, places: list[Place]) -> Iterator[Dossier]:
    """The dossiers of these claims; one extraction at a time is in memory."""
    reader, picker = Reader(connection), Picker(connection)
    for number, chosen in groupby(places, key=itemgetter(0)):
        claims = _claims(reader, as_of, number, [place for _, place, _ in chosen])
        yield from _with_links(connection, picker, as_of, claims)


def told(picker: Picker, places: Iterable[Place]) -> Iterator[Told]:
    """These claims, as linking sees them."""
    return (picker.told(*place) for place in places)


def _claims(reader: Reader, as_of: int, number: int, chosen: list[int]) -> list[Dossier]:
    """The claims at these places of one extraction, without what was linked and decided."""
    stored = read(reader.connection, number)
    content = reader.content_of(stored)
    if not isinstance(content, Extracted):
        raise TypeError(f"expected an extraction in entry {number}")
    source, extraction = reader.captured(content.read_from), content.extraction
    statements = {statement.id: statement for statement in extraction.statements}
    return [
        Dossier.model_validate(
            {
                "as_of": as_of,
                "entry": entry_of(stored),
                "capture": source.capture,
                "article": source.article,
                "engine": extraction.engine,
                "statement": statements[claim.statement],
                "claim": claim,
                "segment": (segment := _segment_of(extraction, claim)),
                "paragraph": extraction.segmentation.paragraphs[segment.paragraph] if segment else None,
            }
        )
        for claim in (extraction.claims[place] for place in chosen)
    ]


def _with_links(connection: Connection, picker: Picker, as_of: int, claims: list[Dossier]) -> Iterator[Dossier]:
    """The same claims with what was linked and decided: links whose other end is in no adopted extraction are out."""
    ids = {one.claim.id for one in claims}
    pairs = newest(connection, as_of, LINKS, ids)
    judgements = judged(connection, as_of, (pair.id for pair in pairs))
    ends = places_of(connection, as_of, {end for pair in pairs for end in (pair.a, pair.b)})
    others = {one.id: one for one in told(picker, ends)}
    made = decisions(connection, as_of, {*ids, *(one.statement.id for one in claims), *(pair.id for pair in pairs)})
    linked = by_end(pairs, ids)
    for one in claims:
        claim = one.claim.id
        kept = [pair for pair in linked[claim] if judgements.get(pair.id) != "reject" and pair.other(claim) in others]
        things = {claim, one.statement.id, *(pair.id for pair in linked[claim])}
        update = {
            "links": tuple(picker.link(pair.entry, pair.place) for pair in kept),
            "others": tuple(others[pair.other(claim)] for pair in kept),
            "decisions": tuple(decision for decision in made if decision.about in things),
        }
        yield one.model_copy(update=update) if any(update.values()) else one


def _segment_of(extraction: Extraction, claim: Claim) -> Segment | None:
    start = claim.spans[0].start
    segments = extraction.segmentation.segments
    return next((one for one in segments if one.span.start <= start < one.span.end), None)
