"""Decisions of people are recorded beside suggestions of machines; the newest decision counts."""

from __future__ import annotations

import pytest
from ledger_world import make_decision, make_derivation, make_link, make_linking, tell_thrice

from sayso.errors import LedgerError
from sayso.ledger import AppendResult, Ledger
from schemas import Judgement

STANDS: dict[tuple[Judgement, ...], bool] = {
    (): True,
    ("confirm",): True,
    ("reject",): False,
    ("confirm", "reject"): False,
    ("reject", "reopen"): True,
    ("reject", "confirm"): True,
    ("reject", "reopen", "reject"): False,
}


@pytest.mark.parametrize("judgements", STANDS, ids=" ".join)
def test_a_link_stands_unless_the_newest_decision_rejects_it(kept: Ledger, judgements: tuple[Judgement, ...]) -> None:
    (globe, _, echo, *_), (first, second, _) = tell_thrice(kept)
    link, derivation = make_link(globe, echo), make_derivation(first, second)
    kept.append_linking(make_linking([link], [derivation]))
    for number, judgement in enumerate(judgements):
        kept.decide(make_decision(link.id, judgement, 2 * number))
        kept.decide(make_decision(derivation.id, judgement, 2 * number + 1))
    standing = STANDS[judgements]
    with kept.snapshot() as now:
        assert now.links_of([globe]) == now.dossier(echo).links == ((link,) if standing else ())
        assert now.derivations_of([second]) == ((derivation,) if standing else ())
        assert now.links_of([globe], rejected=True) == (link,)
        assert [one.judgement for one in now.dossier(globe).decisions] == list(judgements)
        assert now.judged().get(link.id) == (judgements[-1] if judgements else None)


def test_a_decision_stays_when_the_pair_is_linked_again(kept: Ledger) -> None:
    (globe, _, echo, *_), _ = tell_thrice(kept)
    kept.append_linking(make_linking([make_link(globe, echo)]))
    kept.decide(make_decision(make_link(globe, echo).id))
    kept.append_linking(make_linking([make_link(echo, globe, relation="conflicts")]))
    with kept.snapshot() as now:
        assert now.links_of([globe]) == ()
    with kept.snapshot(as_of=7) as now:
        assert [one.relation for one in now.links_of([globe])] == ["repeats"]


def test_everything_with_an_id_can_be_judged(kept: Ledger) -> None:
    (globe, _, echo, *_), (first, second, _) = tell_thrice(kept)
    kept.append_linking(make_linking([make_link(globe, echo)], [make_derivation(first, second)]))
    with kept.snapshot() as now:
        dossier = now.dossier(globe)
    things = [dossier.claim, dossier.statement, make_link(globe, echo), make_derivation(first, second)]
    with kept.snapshot() as now:
        assert [now.version(one.id) for one in things] == [one.digest for one in things]
    decisions = [make_decision(one.id, "confirm", number) for number, one in enumerate(things)]
    assert [kept.decide(one).numbers for one in decisions] == [(8,), (9,), (10,), (11,)]
    with kept.snapshot() as now:
        assert now.dossier(globe).decisions == tuple(decisions[:3])
        assert now.decisions(things[3].id) == (decisions[3],)
        assert now.show(8)["decision"]["why"] == "They speak of “two” bridges."
    assert kept.verify().findings == ()


def test_the_reason_is_stored_as_a_note_apart_from_words_of_articles(ledger: Ledger) -> None:
    claims, _ = tell_thrice(ledger)
    ledger.decide(make_decision(claims[0], why="I was there"))
    with ledger._database.reading() as connection:
        parts = connection.exec_driver_sql("SELECT facts, words, note FROM entry WHERE number = 7").one()
    assert b"I was there" not in parts[0]
    assert parts[1:] == (None, b'{"decision":["I was there"]}')


def test_a_decision_about_an_unknown_id_is_refused(kept: Ledger) -> None:
    claims, _ = tell_thrice(kept)
    unknown = make_link(claims[0], claims[2]).id
    refused = "expected the id of a claim, a statement, a link, a derivation or an engine in the"
    with pytest.raises(LedgerError, match=refused):
        kept.decide(make_decision(unknown))
    with kept.snapshot() as now:
        with pytest.raises(LedgerError, match=refused):
            now.version(unknown)
        assert len(list(now.entries())) == 6


def test_a_decision_is_recorded_once_and_its_id_is_its_own(kept: Ledger) -> None:
    claims, _ = tell_thrice(kept)
    decision = make_decision(claims[0])
    assert kept.decide(decision) == AppendResult((7,))
    assert kept.decide(decision) == AppendResult(())
    with pytest.raises(LedgerError, match="expected a decision with an id of its own, found that entry 7 has"):
        kept.decide(make_decision(claims[0], why="Another reason."))
