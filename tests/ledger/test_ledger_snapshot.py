"""A snapshot is one state of the ledger, whoever appends meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from ledger_world import make_decision, make_item, make_link, make_linking, tell_thrice

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Snapshot

BRIDGES = "New. Two bridges were closed."


def answers(snapshot: Snapshot, claim: str) -> dict[str, Any]:
    """What a snapshot says, of everything that it can be asked."""
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


def test_what_is_appended_meanwhile_changes_no_answer(anywhere: str, claims: list[str]) -> None:
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


def test_what_was_appended_before_the_first_question_changes_no_answer(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger, ledger.snapshot() as snapshot:
        grow(anywhere, claims)
        assert snapshot.head.size == snapshot.as_of
        assert not snapshot.judged()


def test_as_of_an_entry_it_answers_as_it_did_then(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger:
        with ledger.snapshot() as then:
            before = answers(then, claims[0])
        grow(anywhere, claims)
        with ledger.snapshot(as_of=then.as_of) as snapshot:
            again = answers(snapshot, claims[0])
            assert snapshot.size == then.as_of + 4
    assert {name for name, answer in again.items() if answer != before[name]} == {"head"}


@pytest.mark.parametrize("as_of", [-1, 10_000])
def test_there_is_none_as_of_an_entry_that_is_not_there(anywhere: str, claims: list[str], as_of: int) -> None:
    with (
        Ledger.open(anywhere, write=False) as ledger,
        pytest.raises(LedgerError, match=f"expected the number of an entry, 1 to 6, found {as_of}"),
        ledger.snapshot(as_of=as_of),
    ):
        pass


def test_it_answers_nothing_once_it_is_closed(anywhere: str, claims: list[str]) -> None:
    with Ledger.open(anywhere, write=False) as ledger:
        with ledger.snapshot() as snapshot:
            dossiers = snapshot.dossiers()
        with pytest.raises(Exception, match="closed"):
            list(dossiers)
