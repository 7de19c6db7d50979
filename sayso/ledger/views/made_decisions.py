"""Decisions as they were recorded: by their own id, or the newest of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.store.tables import view_decision
from schemas import Decision

_BEGINNING = re.compile(r"[0-9a-z-]{1,64}")
_AFTER = "{"
"""Sorts after every character of an id."""


def made(connection: Connection, as_of: int, beginning: str, most: int) -> list[tuple[int, Decision]]:
    """At most `most` decisions whose own id begins so, each with its entry."""
    if not _BEGINNING.fullmatch(beginning):
        return []
    ours = view_decision.c.id >= beginning, view_decision.c.id < beginning + _AFTER, view_decision.c.entry <= as_of
    numbers = connection.execute(select(view_decision.c.entry).where(*ours).limit(most)).scalars().all()
    return [_read(connection, number) for number in sorted(numbers)]


def newest_by(connection: Connection, as_of: int, decider: str) -> Iterator[tuple[int, Decision]]:
    """The decisions that this person made, the newest first, each with its entry; read one by one."""
    theirs = view_decision.c.decider == decider, view_decision.c.entry <= as_of
    numbers = connection.execute(select(view_decision.c.entry).where(*theirs).order_by(view_decision.c.entry.desc()))
    return (_read(connection, number) for number in numbers.scalars().all())


def _read(connection: Connection, number: int) -> tuple[int, Decision]:
    content = ContentReader(connection).content(number)
    if not isinstance(content, DecisionContent):
        raise TypeError("expected an entry of a decision")
    return number, content.decision
