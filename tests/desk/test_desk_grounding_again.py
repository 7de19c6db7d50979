"""A corrected chain counts at once: in links, in origins, in the report, and in what other programs get."""

from __future__ import annotations

from pathlib import Path

import pytest
from installed import registry
from linking_world import link_all, tell

from sayso.desk.correcting import correct
from sayso.desk.linking import origins_of
from sayso.desk.listing import link_rows
from sayso.desk.undoing import undo
from sayso.ledger import Ledger

TRUCE = "truce"
ECHO = """\
The Kremlin spokesman Dmitry Peskov said that the truce between Turkey and Russia was signed in Ankara on Monday.

Ann Smith of the Red Cross was there.
"""


@pytest.fixture
def told(ledger: Ledger, folder: Path) -> Ledger:
    """The truce by two outlets that asked the Kremlin; the second names another person besides."""
    tell(ledger, "The Daily Globe")
    tell(ledger, "Echo", ECHO, "2022-08-10")
    link_all(ledger, folder)
    return ledger


def counted(ledger: Ledger) -> tuple[bool | None, bool | None, int, list[str]]:
    """Of the two truces: `one_origin` of their link, the same as other programs get it, and their origins."""
    with ledger.snapshot() as now:
        claims = sorted(one.id for _, one in now.claims() if TRUCE in one.claim.proposition)
        [link] = now.links_of(claims)
        [row] = link_rows(now, now.adopted())
        origins = origins_of(now, claims[0], registry)
        return link.one_origin, row["one_origin"], origins.independent, sorted(origins.speakers)


def test_a_corrected_chain_counts_at_once_and_an_undone_one_no_longer(told: Ledger, folder: Path) -> None:
    machine = (True, True, 1, ["Dmitry Peskov"])
    assert counted(told) == machine
    with told.snapshot() as now:
        [echo] = [one.claim.id for one in now.dossiers() if one.article.outlet == "Echo" and one.links]
    before = told.head.size
    correct(told, echo, "Ann Smith", registry, by="ana")
    assert told.head.size == before + 2
    corrected = (False, False, 2, ["Ann Smith", "Dmitry Peskov"])
    assert counted(told) == corrected
    link_all(told, folder)
    assert counted(told) == corrected
    undo(told, None, by="ana", registry=registry)
    assert counted(told) == machine
    link_all(told, folder)
    assert counted(told) == machine
    assert told.verify().findings == ()


def test_what_is_not_linked_gets_no_entry_more(ledger: Ledger) -> None:
    tell(ledger, "Echo", ECHO)
    with ledger.snapshot() as now:
        [truce] = [one.claim.id for one in now.dossiers() if TRUCE in one.claim.proposition]
    before = ledger.head.size
    correct(ledger, truce, "Ann Smith", registry, by="ana")
    assert ledger.head.size == before + 1
