"""The list that is kept in memory is the one that would be read anew, whatever happens to the ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from review_world import FRAUD, HALE, filled
from worklist_world import inbox, told

from sayso.desk.correcting import correct
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.item_file import item_file, items
from sayso.desk.open_desk import OpenDesk
from sayso.desk.undoing import undo, undo_together
from sayso.desk.worklist_scope import WorklistScope
from sayso.errors import UsageError
from sayso.present.actions import ACTIONS, NOTE
from sayso.settings import settings

NOON = datetime(2096, 11, 30, 12, tzinfo=UTC)
EVERY = WorklistScope(states=("open", "queried", "answered", "with-lawyer", "closed", "reopened", "misread"))
STATES: list[WorklistScope] = [WorklistScope(), EVERY, WorklistScope(states=("misread",)), WorklistScope(person="lund")]


@pytest.fixture
def desk(home: Path, blank: Path) -> OpenDesk:
    filled(home, blank)
    return OpenDesk(settings())


def listed(desk: OpenDesk, scope: WorklistScope) -> list[Any]:
    with desk.now() as now:
        numbers = now.rows.within(scope, by_deadline=True)
        return [*(one.model_dump() for one in items(now, numbers)), now.rows.asked(scope)]


def claims_of(desk: OpenDesk, sentence: str) -> list[str]:
    with desk.now() as now:
        [row] = [one for one in items(now, now.rows.within(EVERY)) if one.finding.sentence == sentence]
        return [row.finding.id, *(one.id for one in row.finding.claims)]


def decided(desk: OpenDesk, action: str, **known: Any) -> None:
    decide(desk.ledger, claims_of(desk, HALE)[0], Deed(ACTIONS[action], by="Ana Lind", **known))


def another_article(desk: OpenDesk) -> None:
    desk.ledger.append_many([told("Ferry sank", "Tom Berg was drunk when the other ferry sank.", outlet="Other Post")])


def corrected(desk: OpenDesk) -> None:
    correct(desk.ledger, claims_of(desk, FRAUD)[1], "Ben Lund", desk.registry(), by="Ana Lind")


def background_is_misread(desk: OpenDesk) -> None:
    with desk.ledger.snapshot() as snapshot:
        [dossier] = [one for one in snapshot.dossiers() if one.claim.proposition == "The fund is an old one."]
    decide(desk.ledger, dossier.claim.id, Deed(ACTIONS["misread"], by="Ana Lind"))


EVENTS: dict[str, Callable[[OpenDesk], Any]] = {
    "a decision": lambda desk: decided(desk, "misread"),
    "one on a thing that is no item": background_is_misread,
    "a query": lambda desk: decided(desk, "query", to="the clerk"),
    "one with a deadline": lambda desk: decided(desk, "query", to="the clerk", until=NOON),
    "one that is overdue": lambda desk: decided(desk, "query", until=datetime.now(UTC) - timedelta(1)),
    "a closing": lambda desk: decided(desk, "reply-printed"),
    "an undo": lambda desk: (decided(desk, "misread"), undo(desk.ledger, None, by="Ana Lind")),
    "a correction": corrected,
    "an article": another_article,
    "the same articles again": lambda desk: desk.ledger.append_many(inbox()),
}


def test_after_many_decisions_too(desk: OpenDesk) -> None:
    for name in ("one with a deadline", "a decision", "an undo", "one on a thing that is no item", "a closing"):
        EVENTS[name](desk)
        assert [listed(desk, scope) for scope in STATES]
    with OpenDesk(settings()) as anew:
        assert [listed(desk, scope) for scope in STATES] == [listed(anew, scope) for scope in STATES]
    desk.ledger.close()


@pytest.mark.parametrize("name", EVENTS)
def test_what_is_kept_is_what_would_be_read(desk: OpenDesk, name: str) -> None:
    for scope in STATES:
        listed(desk, scope)
    EVENTS[name](desk)
    with OpenDesk(settings()) as anew:
        assert [listed(desk, scope) for scope in STATES] == [listed(anew, scope) for scope in STATES]
    desk.ledger.close()


def test_only_decisions_read_nothing_anew(desk: OpenDesk) -> None:
    with desk.now() as now:
        first = now.rows
    with desk.now() as now:
        assert now.rows is first
    decide(desk.ledger, claims_of(desk, HALE)[0], Deed(NOTE, by="Ana Lind", why="ask again"))
    with desk.now() as now:
        assert now.rows is not first
        assert [row.finding for row in now.rows.rows] == [row.finding for row in first.rows]


@pytest.mark.parametrize("id_", ["", "s-", "c-", "s-00", "zz", "s-" + "0" * 32, "%", "s-\x00"])
def test_an_unknown_item_is_refused(desk: OpenDesk, id_: str) -> None:
    with desk.now() as now, pytest.raises(UsageError, match="expected the id of an item of the worklist"):
        item_file(now, id_)


def test_what_was_decided_together_is_taken_back_together(desk: OpenDesk) -> None:
    decided(desk, "misread", account="token:Ana Lind")
    with desk.ledger.snapshot() as snapshot:
        made = [one for _, one in snapshot.decisions_by("Ana Lind")]
    undone = undo_together(desk.ledger, made[0], by="Di Moe", account="token:Di Moe")
    assert [one.decision.id for one in undone] == [one.id for one in made][::-1]
    with pytest.raises(UsageError, match="taken back already"):
        undo_together(desk.ledger, made[0], by="Di Moe")
