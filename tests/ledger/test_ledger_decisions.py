"""Decisions of people are recorded beside suggestions of machines; the newest decision counts."""

from __future__ import annotations

import os

import pytest
from ledger_world import make_decision, make_derivation, make_link, make_linking, tell_thrice

from sayso.errors import LedgerError
from sayso.ledger import AppendResult, Ledger
from sayso.present.decisions import LinkDecisions
from schemas import Judgement

TABLES_ANYWHERE = pytest.mark.parametrize(
    "anywhere",
    [
        "sqlite",
        pytest.param(
            "postgresql",
            marks=pytest.mark.skipif(
                "CI" not in os.environ,
                reason="the same rows as on SQLite, which take seconds on a server; runs where CI is set",
            ),
        ),
    ],
    indirect=True,
)
"""For tables: single cases run in each kind of database everywhere."""

STANDS: dict[tuple[Judgement, ...], bool] = {
    (): True,
    ("confirm",): True,
    ("reject",): False,
    ("confirm", "reject"): False,
    ("reject", "reopen"): True,
    ("reject", "confirm"): True,
    ("reject", "reopen", "reject"): False,
}


@TABLES_ANYWHERE
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
    assert parts[1:] == (b'{"version":"v"}', b'{"decision":["I was there"]}')


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


NOT_RULINGS: tuple[Judgement, ...] = ("note", "assign", "query", "answer", "refer", "misread")


@TABLES_ANYWHERE
@pytest.mark.parametrize("judgement", NOT_RULINGS)
def test_what_is_no_ruling_leaves_a_rejection_standing(kept: Ledger, judgement: Judgement) -> None:
    (globe, _, echo, *_), _ = tell_thrice(kept)
    link = make_link(globe, echo)
    kept.append_linking(make_linking([link]))
    kept.decide(make_decision(link.id, "reject", 1), make_decision(link.id, judgement, 2))
    with kept.snapshot() as now:
        assert (now.links_of([globe]), now.judged(), now.dossier(globe).links) == ((), {link.id: "reject"}, ())
    assert not LinkDecisions([make_decision(link.id, judgement, 2)]).rejected(link)


UNDOS: dict[tuple[tuple[Judgement, int | None], ...], bool] = {
    (("reject", None), ("undo", 0)): True,
    (("reject", None), ("undo", 0), ("undo", 1)): False,
    (("reject", None), ("undo", 0), ("undo", 1), ("undo", 2)): True,
    (("reject", None), ("undo", 0), ("undo", 1), ("undo", 0)): True,
    (("reject", None), ("confirm", None), ("undo", 1)): False,
    (("reject", None), ("confirm", None), ("undo", 0)): True,
    (("reject", None), ("reopen", None), ("undo", 1)): False,
    (("reject", None), ("note", None), ("undo", 1)): False,
}


@TABLES_ANYWHERE
@pytest.mark.parametrize("steps", UNDOS, ids=lambda steps: " ".join(f"{name}{of or ''}" for name, of in steps))
def test_an_undo_takes_back_what_counted_and_an_undo_of_it_brings_it_back(
    kept: Ledger, steps: tuple[tuple[Judgement, int | None], ...]
) -> None:
    (globe, _, echo, *_), (first, second, _) = tell_thrice(kept)
    link, derivation = make_link(globe, echo), make_derivation(first, second)
    kept.append_linking(make_linking([link], [derivation]))
    for place, about in enumerate((link.id, derivation.id)):
        for number, (judgement, of) in enumerate(steps):
            undoes = None if of is None else f"decision-{10 * place + of}"
            kept.decide(make_decision(about, judgement, 10 * place + number, undoes=undoes))
    standing = UNDOS[steps]
    with kept.snapshot() as now:
        assert now.links_of([globe]) == now.dossier(globe).links == ((link,) if standing else ())
        assert now.derivations_of([second]) == ((derivation,) if standing else ())
        assert LinkDecisions(now.decisions(link.id)).rejected(link) is not standing
    kept.rebuild()
    assert kept.verify().findings == ()
    with kept.snapshot(as_of=8) as before:
        assert before.links_of([globe]) == ()


def test_only_what_counts_is_taken_back(kept: Ledger) -> None:
    claims, _ = tell_thrice(kept)
    kept.decide(make_decision(claims[0], "reject", 1), make_decision(claims[0], "undo", 2, undoes="decision-1"))
    with pytest.raises(LedgerError, match="expected a decision that counts, found that the one in entry 7 was taken"):
        kept.decide(make_decision(claims[0], "undo", 3, undoes="decision-1"))
    for about, undoes in ((claims[0], "decision-9"), (claims[2], "decision-1")):
        with pytest.raises(LedgerError, match=f"expected a decision on {about} to take back, found '{undoes}'"):
            kept.decide(make_decision(about, "undo", 4, undoes=undoes))
    with kept.snapshot() as now:
        assert (now.as_of, [one.judgement for one in now.decisions(claims[0])]) == (8, ["reject", "undo"])


def test_of_two_who_decide_at_once_both_are_kept_and_the_later_counts(kept: Ledger, anywhere: str) -> None:
    (globe, _, echo, *_), _ = tell_thrice(kept)
    link = make_link(globe, echo)
    kept.append_linking(make_linking([link]))
    with Ledger.open(anywhere, actor="bo") as other, kept.snapshot() as before, other.snapshot() as too:
        assert before.judged() == too.judged() == {}
        kept.decide(make_decision(link.id, "reject", 1))
        other.decide(make_decision(link.id, "confirm", 2, by="bo"))
    with kept.snapshot() as now:
        assert (now.judged(), [one.by for one in now.decisions(link.id)]) == ({link.id: "confirm"}, ["ana", "bo"])


def test_the_decisions_of_one_person_come_newest_first_as_they_were_recorded(kept: Ledger) -> None:
    claims, _ = tell_thrice(kept)
    for number, by in enumerate(("ana", "bo", "ana")):
        kept.decide(make_decision(claims[0], "note", number, by=by))
    with kept.snapshot() as now:
        assert [(entry, one.id) for entry, one in now.decisions_by("ana")] == [(9, "decision-2"), (7, "decision-0")]
        assert [entry for entry, _ in now.decision("decision-1")] == [8]
        assert now.decision("no such") == now.decision("%") == []
