"""The newest version of a thing, which is what a person judges."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from sayso.errors import LedgerError
from sayso.ledger.entries.contents import ExtractionContent
from sayso.ledger.entries.picker import Picker
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.tables import (
    view_claim,
    view_derivation,
    view_extraction,
    view_link,
    view_pair,
    view_statement,
)
from schemas import Extraction

THINGS = (view_claim, view_statement, view_link, view_derivation)
"""The views of what can be judged."""


def version(connection: Connection, as_of: int, about: str) -> str:
    """The digest of the newest version of the thing with this id; LedgerError for an unknown id."""
    for view in THINGS:
        query = select(view.c.entry, view.c.place).where(view.c.id == about, view.c.entry <= as_of)
        if found := connection.execute(query.order_by(view.c.entry.desc())).first():
            return _digest(connection, view, *found)
    query = select(view_extraction.c.entry).where(view_extraction.c.engine == about, view_extraction.c.entry <= as_of)
    if found := connection.execute(query.limit(1)).first():
        return _extraction(connection, found.entry).engine.digest
    query = select(view_pair.c.id).where(view_pair.c.id == about, view_pair.c.entry <= as_of)
    if connection.execute(query.limit(1)).first():
        return about  # two articles never change: their ids are hashes of all that they say
    raise unknown(about)


def unknown(about: str) -> LedgerError:
    """The error for an id that nothing has."""
    return LedgerError(
        f"expected the id of a claim, a statement, a link, a derivation or an engine in the ledger, found {about!r}; "
        "check the id"
    )


def _digest(connection: Connection, view: Table, number: int, place: int) -> str:
    picker = Picker(connection)
    if view is view_link:
        return picker.link(number, place).digest
    if view is view_derivation:
        return picker.derivation(number, place).digest
    extraction = _extraction(connection, number)
    return (extraction.claims if view is view_claim else extraction.statements)[place].digest


def _extraction(connection: Connection, number: int) -> Extraction:
    content = ContentReader(connection).content(number)
    if not isinstance(content, ExtractionContent):
        raise TypeError(f"expected an extraction in entry {number}")
    return content.extraction
