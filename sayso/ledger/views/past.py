"""What was recorded of a page, a claim or a link, entry by entry, however it counts today: nothing is folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, or_, select

from sayso.ledger.entries.decision_content import DecisionContent
from sayso.ledger.entries.picker import Picker
from sayso.ledger.entries.reader import ContentReader
from sayso.ledger.log.entry_rows import entry_of, read
from sayso.ledger.store.batches import batches
from sayso.ledger.store.tables import (
    view_capture,
    view_claim,
    view_decision,
    view_derivation,
    view_extraction,
    view_link,
    view_statement,
)
from sayso.ledger.views.ids import begins
from sayso.ledger.views.whole_readings import WholeReading, whole_readings
from schemas import Article, Capture, Decision, Derivation, LedgerEntry, Link


class Past:
    """What the entries up to `as_of` say; only those that are asked for are decoded."""

    def __init__(self, connection: Connection, as_of: int) -> None:
        self._connection = connection
        self._as_of = as_of
        self._picker = Picker(connection)

    def entry(self, number: int) -> LedgerEntry:
        """Entry `number`: when it was recorded, and by whom."""
        return entry_of(read(self._connection, number))

    def articles(self, beginning: str, most: int = 2) -> list[str]:
        """At most `most` ids of articles that begin with `beginning`, sorted."""
        column = view_extraction.c.article
        query = select(column).distinct().where(*begins(column, beginning), view_extraction.c.entry <= self._as_of)
        return list(self._connection.execute(query.order_by(column).limit(most)).scalars())

    def articles_of(self, things: Iterable[str]) -> list[str]:
        """The articles (ids) that have these claims or statements, in any reading."""
        found: set[str] = set()
        for view in (view_claim, view_statement):
            columns = select(view_extraction.c.article).join(view, view.c.entry == view_extraction.c.entry)
            found.update(self._each(columns.where(view.c.entry <= self._as_of), view.c.id, things))
        return sorted(found)

    def captures(self, articles: Iterable[str]) -> Iterator[tuple[int, Capture, Article]]:
        """Every capture of these articles (ids), in order, with its entry."""
        query = select(view_capture.c.entry).where(view_capture.c.entry <= self._as_of)
        for number in sorted(self._each(query, view_capture.c.article, articles)):
            yield number, *self._picker.captured(number)

    def readings(self, articles: Iterable[str]) -> Iterator[WholeReading]:
        """Every reading of these articles (ids), in order, as the engine read it."""
        query = select(view_extraction.c.entry).where(view_extraction.c.entry <= self._as_of)
        return whole_readings(self._connection, sorted(self._each(query, view_extraction.c.article, articles)))

    def links(self, claims: Iterable[str]) -> Iterator[tuple[int, Link]]:
        """Every version of every link that has one of these claims (ids) at an end, in order, with its entry."""
        return ((number, self._picker.link(number, place)) for number, place in self._pairs(view_link, claims))

    def derivations(self, articles: Iterable[str]) -> Iterator[tuple[int, Derivation]]:
        """Every version of every derivation of one of these articles (ids), in order, with its entry."""
        found = self._pairs(view_derivation, articles)
        return ((number, self._picker.derivation(number, place)) for number, place in found)

    def decisions(self, things: Iterable[str]) -> list[tuple[int, Decision]]:
        """Every decision about the things with these ids, as it was made, in order, with its entry."""
        query = select(view_decision.c.entry).where(view_decision.c.entry <= self._as_of)
        numbers = sorted(set(self._each(query, view_decision.c.about, things)))
        reader = ContentReader(self._connection)
        contents = ((number, reader.content(number)) for number in numbers)
        return [(number, one.decision) for number, one in contents if isinstance(one, DecisionContent)]

    def _pairs(self, view: Table, ends: Iterable[str]) -> list[tuple[int, int]]:
        query = select(view.c.entry, view.c.place).where(view.c.entry <= self._as_of)
        rows = {
            (number, place)
            for some in batches(ends)
            for number, place in self._connection.execute(query.where(or_(view.c.a.in_(some), view.c.b.in_(some))))
        }
        return sorted(rows)

    def _each(self, query: Select[Any], of: Column[str], ids: Iterable[str]) -> list[Any]:
        found: list[Any] = []
        for some in batches(ids):
            found += self._connection.execute(query.where(of.in_(some))).scalars()
        return found
