"""What linking gives to the worklist, and takes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from installed import registry
from linking_world import GLOBE, link_all, tell

from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.worklist import Shown, alone, worklist
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_view import worklist_view
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS
from sayso.worklist import Item

PLAIN = "Russia and Turkey signed a truce in Ankara on Monday.\n\nRain fell in the hills.\n"


@pytest.fixture
def told(ledger: Ledger, folder: Path) -> Ledger:
    """The truce by an outlet that asked the Kremlin, and by one that names nobody."""
    tell(ledger, "The Daily Globe", GLOBE)
    tell(ledger, "Echo", PLAIN)
    link_all(ledger, folder)
    return ledger


def facts(ledger: Ledger, folder: Path) -> list[Item]:
    with ledger.snapshot() as snapshot, worklist_view(snapshot, folder, registry) as view:
        made = worklist(snapshot, view, WorklistScope(kinds=("linked",)), Shown(), alone)
        return list(made.items)


def test_a_fact_that_several_tell_from_one_origin_is_an_item(told: Ledger, folder: Path) -> None:
    [item] = facts(told, folder)
    assert item.finding.sentence == "Russia and Turkey signed a truce in Ankara on Monday."
    assert item.finding.id.startswith("c-")
    assert item.finding.reasons[0] == "2 outlets tell it."
    assert (item.article.outlet, item.state) == ("The Daily Globe", "open")


def test_a_decision_on_the_fact_settles_it(told: Ledger, folder: Path) -> None:
    [item] = facts(told, folder)
    decide(told, item.finding.id, Deed(ACTIONS["accept"], by="ana", why="the Kremlin's own page"))
    assert facts(told, folder) == []


def test_where_a_link_is_rejected_the_fact_falls_apart(told: Ledger, folder: Path) -> None:
    [item] = facts(told, folder)
    decide(told, item.finding.id, Deed(ACTIONS["reject"], by="ana", why="two truces"))
    assert facts(told, folder) == []


def test_a_third_telling_is_taken_up_when_it_is_linked(told: Ledger, folder: Path) -> None:
    assert len(facts(told, folder)[0].finding.claims) == 2
    tell(told, "Two Coasts", "Russia and Turkey signed a truce in Ankara on Monday.\n\nShares in Tokyo rose.\n")
    link_all(told, folder)
    [item] = facts(told, folder)
    assert (len(item.finding.claims), item.finding.reasons[0]) == (3, "3 outlets tell it.")
