"""A snapshot is one state of the ledger, also while others append."""

from __future__ import annotations

from typing import Any

import pytest
from ledger_world import make_decision, make_item, make_link, make_linking, tell_thrice

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Snapshot

BRIDGES = "New. Two bridges were closed."


def answers(snapshot: Snapshot, claim: str) -> dict[str, Any]:
    """The answers of a snapshot's every method."""
    adopted = snapshot.adopted()
    return {
        "head": snapshot.head,
        "entries": list(snapshot.entries()),
        "last decision": snapshot.last("decision"),
        "dossiers": list(snapshot.dossiers()),
        "found": list(snapshot.find("bridges")),
        "about": list(snapshot.about(claim)),
        "dossier": snapshot.dossier(claim),
        "claim ids": snapshot.claim_ids(claim[:1], 50),
        "things": snapshot.things(claim[:1], 50),
        "version": snapshot.version(claim),
        "published claims": list(snapshot.published_claims([claim])),
        "claims": list(snapshot.claims()),
        "claims in entries": list(snapshot.claims_in(adopted)),
        "articles": list(snapshot.articles()),
        "articles in entries": list(snapshot.articles_in(adopted)),
        "problems": list(snapshot.problems()),
        "known": snapshot.known([make_item(BRIDGES)[1]]),
        "held": list(snapshot.held([make_item(BRIDGES)[0].sha256])),
        "links": snapshot.links_of([claim]),
        "judged": snapshot.judged(),
        "decisions": snapshot.decisions(claim),
        "orphaned": snapshot.orphaned(),
        "adopted": adopted,
        "read articles": list(snapshot.read_articles()),
        "read articles of": list(snapshot.read_articles([make_item(BRIDGES)[1].id])),
    }


@pytest.fixture
def claims(anywhere: str) -> list[str]:
    """The claims of three articles in a ledger, in each kind of database."""
    with Ledger.open(anywhere, actor="desk") as ledger:
        return tell_thrice(ledger)[0]


def grow(url: str, claims: list[str]) -> None:
    """Append an article, a link, and a decision on a claim, over another connection."""
    with Ledger.open(url, actor="night desk") as ledger:
        ledger.append(*make_item(BRIDGES))
        ledger.append_linking(make_linking([make_link(claims[0], claims[2])]))
        ledger.decide(make_decision(claims[0], "confirm"))


def test_appending_does_not_change_an_open_snapshot(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger, ledger.snapshot() as snapshot:
        before = answers(snapshot, claims[0])
        grow(anywhere, claims)
        assert answers(snapshot, claims[0]) == before
        with ledger.snapshot() as now:
            assert now.as_of == snapshot.as_of + 4
            assert {name for name, answer in answers(now, claims[0]).items() if answer != before[name]} >= {
                "head",
                "dossiers",
                "links",
                "known",
                "held",
                "judged",
            }


def test_appending_before_the_first_query_does_not_change_a_snapshot(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger, ledger.snapshot() as snapshot:
        grow(anywhere, claims)
        assert snapshot.head.size == snapshot.as_of
        assert not snapshot.judged()


def test_a_snapshot_as_of_an_entry_answers_as_it_did_then(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger:
        with ledger.snapshot() as then:
            before = answers(then, claims[0])
        grow(anywhere, claims)
        with ledger.snapshot(as_of=then.as_of) as snapshot:
            again = answers(snapshot, claims[0])
            assert snapshot.size == then.as_of + 4
    assert {name for name, answer in again.items() if answer != before[name]} == {"head"}


@pytest.mark.parametrize("as_of", [-1, 10_000])
def test_a_snapshot_as_of_an_unknown_entry_is_refused(anywhere: str, claims: list[str], as_of: int) -> None:
    with (
        Ledger.open(anywhere, write=False) as ledger,
        pytest.raises(LedgerError, match=f"expected the number of an entry, 1 to 6, found {as_of}"),
        ledger.snapshot(as_of=as_of),
    ):
        pass


def test_a_closed_snapshot_cannot_be_read(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger:
        with ledger.snapshot() as snapshot:
            dossiers = snapshot.dossiers()
        with pytest.raises(Exception, match="closed"):
            list(dossiers)
