"""What exactly a person judges: the newest version of a thing."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from sayso.errors import LedgerError
from sayso.ledger.contents import Extracted
from sayso.ledger.picker import Picker
from sayso.ledger.reader import Reader
from sayso.ledger.tables import view_claim, view_derivation, view_link, view_statement

THINGS = (view_claim, view_statement, view_link, view_derivation)
"""The views of what can be judged."""


def version(connection: Connection, about: str) -> str:
    """The digest of the newest version of the thing with this id; LedgerError where the ledger holds none."""
    for view in THINGS:
        query = select(view.c.entry, view.c.place).where(view.c.id == about).order_by(view.c.entry.desc())
        if found := connection.execute(query).first():
            return _digest(connection, view, *found)
    raise unknown(about)


def unknown(about: str) -> LedgerError:
    """What to say of an id that nothing has."""
    return LedgerError(
        f"expected the id of a claim, a statement, a link or a derivation in the ledger, found {about!r}; check the id"
    )


def _digest(connection: Connection, view: Table, number: int, place: int) -> str:
    picker = Picker(connection)
    if view is view_link:
        return picker.link(number, place).digest
    if view is view_derivation:
        return picker.derivation(number, place).digest
    content = Reader(connection).content(number)
    if not isinstance(content, Extracted):
        raise TypeError(f"expected an extraction in entry {number}")
    extraction = content.extraction
    return (extraction.claims if view is view_claim else extraction.statements)[place].digest
