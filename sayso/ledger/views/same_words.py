"""Decisions under the present id of what they are about."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.ledger.entries.picker import Picker
from sayso.ledger.views.moved_decisions import Moved
from sayso.ledger.views.next_versions import Earlier, Told
from sayso.ledger.views.view_rows import chain_key
from schemas import Decision


class Digests:
    """Puts decisions on the things that have taken the place of others."""

    def __init__(self, connection: Connection, here: Moved) -> None:
        self._picker = Picker(connection, here.chains)
        self._here = here

    def as_if_on(self, thing: str, decision: Decision) -> Decision:
        """The decision as one on this thing, and on what it says, if that was decided about and has not changed."""
        about = self._here.now.get(decision.about, decision.about)
        update = {"about": thing}
        for told, one in self._here.earlier.get(thing, ()):
            if one.told.id == about and one.same and decision.version == self._of(one.told) and self._alike(told, one):
                update["version"] = self._of(told)
        return decision if decision.about == thing else decision.model_copy(update=update)

    def _alike(self, told: Told, one: Earlier) -> bool:
        """Whether both rest on the same by now: a correction may not have found its way."""
        ours, theirs = (self._picker.opened(each.entry).statement(each.statement) for each in (told, one.told))
        return chain_key(ours) == chain_key(theirs)

    def _of(self, told: Told) -> str:
        opened = self._picker.opened(told.entry)
        if told.kind == "claim":
            return opened.claim(told.place, told.statement).digest
        return opened.statement(told.place).digest
