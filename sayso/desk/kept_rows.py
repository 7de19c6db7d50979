"""The items of a list in order, with the answers to questions that were asked of it: decisions change few of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NamedTuple

from sayso.desk.counting_sources import SourcedArticle
from sayso.desk.worklist_items import Row
from sayso.desk.worklist_rows import FindingRow
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_states import question
from sayso.worklist import Finding

REMEMBERED = 32
"""Questions whose answers are remembered."""
_NEVER = datetime.max.replace(tzinfo=UTC)


class Asked(NamedTuple):
    """The numbers of the rows that are asked for, ascending, how many accuse somebody, and which have a deadline."""

    numbers: tuple[int, ...]
    accusations: int
    due: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class KeptRows:
    """Every item as of entry `as_of`, what comes first first; `by_claim`: the numbers of the rows of each claim.

    Confirmed conflicts, which are links, are those of the claim "". `others`: the findings of the rows that the view
    does not have, of sentences that people called misread. `sourcing`: what the statements of every article rest on.
    """

    as_of: int
    registry: str
    rows: tuple[Row, ...]
    by_claim: dict[str, list[int]]
    others: dict[FindingRow, Finding]
    sourcing: tuple[SourcedArticle, ...] = ()
    _asked: dict[WorklistScope, Asked] = field(default_factory=dict)

    def asked(self, scope: WorklistScope) -> Asked:
        """What is asked for; UsageError for an outlet that no article is of."""
        found = self._asked.get(scope)
        if found is None:
            found = _asked(scope, self.rows)
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            self._asked[scope] = found
        return found

    def within(self, scope: WorklistScope, *, by_deadline: bool = False) -> tuple[int, ...]:
        """The numbers of the rows that are asked for, in order; `by_deadline`: what is due first."""
        found = self.asked(scope)
        if not by_deadline or not found.due:
            return found.numbers
        due = {*found.due}
        first = sorted(found.due, key=lambda number: self.rows[number].state.until or _NEVER)
        return (*first, *(number for number in found.numbers if number not in due))

    def overdue(self, scope: WorklistScope, now: datetime) -> int:
        """How many of those that are asked for are overdue."""
        return sum(self.rows[number].overdue(now) for number in self.asked(scope).due)

    def questions(self, things: Iterable[str]) -> set[str]:
        """The questions that the items with these claims (ids) ask."""
        return {question(self.rows[at].finding) for thing in things for at in self.by_claim.get(thing, ())}

    def decided(self, as_of: int, changes: Mapping[int, Row]) -> KeptRows:
        """The same as of a later entry, with other rows in the places of some: as many, and in the same order."""
        rows = list(self.rows)
        for number, row in changes.items():
            rows[number] = row
        asked = {scope: _moved(scope, found, changes) for scope, found in dict(self._asked).items()}
        return replace(self, as_of=as_of, rows=tuple(rows), _asked=asked)


def _asked(scope: WorklistScope, rows: tuple[Row, ...]) -> Asked:
    articles = {row.article.entry: row.article for row in rows}
    scope.check_outlet(articles.values())
    taken = {entry for entry, article in articles.items() if scope.takes_article(article)}
    numbers = tuple(at for at, row in enumerate(rows) if row.article.entry in taken and _takes(scope, row))
    return Asked(
        numbers,
        sum(_accuses(rows[number]) for number in numbers),
        tuple(number for number in numbers if rows[number].state.until),
    )


def _moved(scope: WorklistScope, found: Asked, changes: Mapping[int, Row]) -> Asked:
    """What is asked for after these rows have changed their states."""
    numbers, accusations, due = found.numbers, found.accusations, {*found.due} - changes.keys()
    for number, row in changes.items():
        at = bisect_left(numbers, number)
        was = numbers[at : at + 1] == (number,)
        taken = _takes(scope, row) and scope.takes_article(row.article)
        if taken != was:
            numbers = (*numbers[:at], *((number,) if taken else ()), *numbers[at + was :])
            accusations += _accuses(row) * (1 if taken else -1)
        if taken and row.state.until:
            due.add(number)
    return Asked(numbers, accusations, tuple(sorted(due)))


def _takes(scope: WorklistScope, row: Row) -> bool:
    return scope.takes_state(row.state) and scope.takes(row.finding, row.state) and not scope.is_background(row.finding)


def _accuses(row: Row) -> bool:
    return row.finding.kinds.startswith("accusation")
