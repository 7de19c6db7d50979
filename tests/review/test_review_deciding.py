"""What forms do: each decision is in the ledger once, under the account of whoever sent it, and the next item comes."""

from __future__ import annotations

import re

import pytest
from review_world import FRAUD, Visitor, hidden, notice
from starlette.types import ASGIApp

from sayso.desk.open_desk import OpenDesk
from schemas import Decision


def decisions(desk: OpenDesk) -> list[Decision]:
    """Every decision, in the order of the ledger."""
    with desk.ledger.snapshot() as snapshot:
        found = {one.id: (at, one) for by in ("Ana Lind", "Bo Ek", "Di Moe") for at, one in snapshot.decisions_by(by)}
    return [one for _, one in sorted(found.values(), key=lambda pair: pair[0])]


def said(desk: OpenDesk) -> list[tuple[str, str, str | None]]:
    """What was decided, by whom, and with which account."""
    return [(one.outcome or one.judgement, one.by, one.account) for one in decisions(desk)]


def test_a_decision_goes_on_to_the_next_item(desk: OpenDesk, app: ASGIApp) -> None:
    ana = Visitor(app)
    first, second, *_ = ana.items()
    to = ana.decide(first, "misread", why="a play, not a crime")
    assert to.startswith(f"{second}?done=")
    assert said(desk) == [("misread", "Ana Lind", "token:Ana Lind")]
    assert notice(ana.page(to)) == ("Recorded as entry 25: called misread by Ana Lind: a play, not a crime. Undo u")
    assert ana.items()[0] == second


def test_the_last_of_a_list_leads_back_to_it(app: ASGIApp) -> None:
    ana = Visitor(app)
    [only] = ana.items("/?kind=fact")
    to = ana.decide(only, "traced")
    assert to.startswith("/?kind=fact&done=")
    assert "Nothing is left on this list." in ana.page(to)


@pytest.mark.parametrize(
    ("action", "fields"), [("take", {}), ("assign", {"to": "Bo Ek"}), ("note", {"why": "ask the clerk"})]
)
def test_what_settles_nothing_stays_at_the_item(app: ASGIApp, action: str, fields: dict[str, str]) -> None:
    ana = Visitor(app)
    first = ana.items()[0]
    assert ana.decide(first, action, **fields).startswith(f"{first}?done=")


def test_a_form_that_is_sent_twice_counts_once(desk: OpenDesk, app: ASGIApp) -> None:
    ana = Visitor(app)
    form = {**ana.form(ana.items()[0]), "action": "misread"}
    places = [ana.send("/decide", **form).headers["location"] for _ in range(3)]
    assert len({re.search("done=[0-9a-f]+", one)[0] for one in places}) == 1  # type: ignore[index]
    assert len(decisions(desk)) == 1


MISSING = {
    "a reason": ("accept", {}, "needs a reason"),
    "a reference": ("held-on-file", {}, "needs where it is kept"),
    "a name": ("assign", {}, "needs a name"),
    "an outcome that answers nothing": (
        "witnessed",
        {},
        "an outcome that says whether the accused were heard",
    ),
    "a time": ("query", {"until": "soon"}, "expected a time of today"),
    "a past time": ("query", {"until": "2020-01-01"}, "still to come"),
    "a confidential name": ("held-on-file", {"reference": "with Tom Hale"}, "expected no name of a person"),
    "no such action": ("burn", {}, "expected one of the choices"),
}


@pytest.mark.parametrize("name", MISSING)
def test_what_is_missing_is_said_and_what_was_typed_stays(desk: OpenDesk, app: ASGIApp, name: str) -> None:
    action, fields, sentence = MISSING[name]
    ana = Visitor(app)
    sent = ana.send("/decide", **ana.form(ana.items()[0]), action=action, **fields)
    assert (sent.status_code, sentence in sent.text) == (422, True)
    assert all(f'value="{value}"' in sent.text for value in fields.values())
    assert decisions(desk) == []


def test_a_chain_is_corrected_and_counts(desk: OpenDesk, app: ASGIApp) -> None:
    ana = Visitor(app)
    item = ana.items()[1]
    form = ana.form(item, "correct")
    wrong = ana.send("/decide", **form, chain="Vladimir Putin")
    assert (wrong.status_code, "expected words of the article" in wrong.text) == (422, True)
    sent = ana.send("/decide", **ana.form(item, "correct"), chain="Ben Lund", why="he confessed")
    assert (sent.status_code, sent.headers["location"].startswith(f"{item}?done=")) == (303, True)
    assert said(desk) == [("correct", "Ana Lind", "token:Ana Lind")]
    page = ana.page(sent.headers["location"])
    assert "corrected by a person; it was read as: Joan Pryce" in page


def test_two_who_decide_at_once_both_keep_their_word_and_are_told(desk: OpenDesk, app: ASGIApp) -> None:
    ana, bo = Visitor(app), Visitor(app, "token-of-bo")
    item = ana.items()[0]
    hers, his = ana.form(item), bo.form(item)
    ana.send("/decide", **hers, action="reply-printed")
    to = bo.send("/decide", **his, action="misread").headers["location"]
    assert said(desk) == [
        ("reply-printed", "Ana Lind", "token:Ana Lind"),
        ("misread", "Bo Ek", "token:Bo Ek"),
    ]
    told = notice(bo.page(to))
    assert "Somebody else decided on it while you had it open: cleared by Ana Lind on the reply that is printed" in told
    assert "Both are in the record, and the newest counts." in told


def test_a_decision_is_taken_back_whole_and_only_ones_own(desk: OpenDesk, app: ASGIApp) -> None:
    ana, bo, di = Visitor(app), Visitor(app, "token-of-bo"), Visitor(app, "token-of-di")
    item = ana.items()[0]
    ana.decide(item, "misread")
    [decision] = decisions(desk)
    back = {"decision": decision.id, "page": "item", "id": decision.id}
    assert "value=" + f'"{decision.id}"' not in bo.page(item)
    assert bo.send("/undo", **back).status_code == 403
    undone = ana.send("/undo", **{**back, "id": item.rpartition("/")[2]})
    assert undone.headers["location"].startswith(f"{item}?done=")
    assert ana.items()[0] == item
    again = ana.send("/undo", **back)
    assert (again.status_code, "taken back already" in again.text) == (422, True)
    bo.decide(item, "misread")
    assert di.send("/undo", **{**back, "decision": decisions(desk)[-1].id}).status_code == 303
    assert [one[:2] for one in said(desk)] == [
        ("misread", "Ana Lind"), ("undo", "Ana Lind"), ("misread", "Bo Ek"), ("undo", "Di Moe"),
    ]  # fmt: skip


def test_a_reader_reads(desk: OpenDesk, app: ASGIApp) -> None:
    cy, ana = Visitor(app, "token-of-cy"), Visitor(app)
    item = cy.items()[0]
    assert '<form class="decide"' not in cy.page(item)
    assert cy.send("/decide", **ana.form(item), action="misread").status_code == 403
    assert decisions(desk) == []


def test_what_a_decision_changed_is_on_the_next_page_whoever_made_it(app: ASGIApp) -> None:
    ana, bo = Visitor(app), Visitor(app, "token-of-bo")
    before = bo.items()
    ana.decide(before[0], "misread")
    assert bo.items() == before[1:]
    assert bo.items("/?state=misread") == [f"{before[0]}?state=misread"]
    assert FRAUD in bo.page("/")


def test_a_form_by_mouse_alone_has_all_it_needs(app: ASGIApp) -> None:
    ana = Visitor(app)
    page = ana.page(ana.items()[0])
    forms = re.findall(r'<form [^>]*method="post".*?</form>', page, re.DOTALL)
    assert forms
    assert all("<button" in form and hidden(form)["id"] for form in forms)
