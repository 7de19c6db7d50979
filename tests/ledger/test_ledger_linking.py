"""Links and derivations are recorded where they are new; dossiers are folded from the newest of each pair."""

from __future__ import annotations

from typing import Any

import pytest
from factories import make_article, make_capture, make_claim, make_extraction
from ledger_world import TRUCE, make_decision, make_derivation, make_item, make_link, make_linking, tell_thrice

from sayso.errors import LedgerError
from sayso.ledger import AppendResult, Ledger
from sayso.ledger.views import every_link
from schemas import EngineVersion

OTHER = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)


def test_links_read_back_as_recorded(kept: Ledger) -> None:
    (globe, _, echo, *_), (first, second, _) = tell_thrice(kept)
    link, derivation = make_link(globe, echo, one_origin=True), make_derivation(first, second, earlier=second)
    assert kept.append_linking(make_linking([link], [derivation])) == AppendResult((7,))
    with kept.snapshot() as now:
        assert now.links_of([echo]) == now.links_of([globe, echo]) == (link,)
        assert now.derivations_of([first]) == now.derivations_of([second, first]) == (derivation,)
        assert [now.last("links"), now.last("decision")] == [7, 0]
        assert now.show(7)["linking"]["links"][0]["signals"][0]["sentence"] == "Both say “The truce holds”."
    assert kept.verify().findings == ()


def test_the_words_of_signals_stand_apart_from_the_facts(ledger: Ledger) -> None:
    claims, _ = tell_thrice(ledger)
    ledger.append_linking(make_linking([make_link(claims[0], claims[2])]))
    with ledger._database.reading() as connection:
        facts, words = connection.exec_driver_sql("SELECT facts, words FROM entry WHERE number = 7").one()
    assert b"truce" not in facts
    assert words == b'{"linking":["Both say \xe2\x80\x9cThe truce holds\xe2\x80\x9d."]}'


LINKS: dict[str, tuple[dict[str, Any], bool]] = {
    "the same": ({}, False),
    "the same from the other end": ({"turned": True}, False),
    "surer": ({"confidence": 0.99}, False),
    "other signals": ({"signals": ()}, False),
    "another relation": ({"relation": "corroborates"}, True),
    "known to have one origin": ({"one_origin": True}, True),
    "known to have two": ({"one_origin": False}, True),
}


@pytest.mark.parametrize("change", LINKS)
def test_a_link_is_recorded_again_where_its_relation_or_origin_changed(kept: Ledger, change: str) -> None:
    claims, _ = tell_thrice(kept)
    known, new = LINKS[change]
    ends = (claims[2], claims[0]) if known.get("turned") else (claims[0], claims[2])
    first = make_link(claims[0], claims[2])
    again = make_link(*ends, **{name: value for name, value in known.items() if name != "turned"})
    kept.append_linking(make_linking([first]))
    assert kept.append_linking(make_linking([again])).new == new
    assert kept.append_linking(make_linking([again])).new == 0
    with kept.snapshot() as now:
        assert now.links_of([claims[0]]) == ((again if new else first),)


DERIVATIONS: dict[str, tuple[dict[str, Any], bool]] = {
    "the same": ({}, False),
    "hardly more text": ({"containment": 0.749}, False),
    "noticeably more": ({"containment": 0.75}, True),
    "noticeably less": ({"containment": 0.65}, True),
    "which came first": ({"earlier": "first"}, True),
}


@pytest.mark.parametrize("change", DERIVATIONS)
def test_a_derivation_is_recorded_again_where_its_direction_or_extent_changed(kept: Ledger, change: str) -> None:
    _, (first, second, _) = tell_thrice(kept)
    known, new = DERIVATIONS[change]
    known = {name: first if value == "first" else value for name, value in known.items()}
    before, again = make_derivation(first, second), make_derivation(first, second, **known)
    kept.append_linking(make_linking((), [before]))
    assert kept.append_linking(make_linking((), [again])).new == new
    assert kept.append_linking(make_linking((), [again])).new == 0
    with kept.snapshot() as now:
        assert now.derivations_of([second]) == ((again if new else before),)


def test_only_new_links_of_a_batch_are_recorded_and_the_last_of_a_pair_counts(kept: Ledger) -> None:
    (globe, _, echo, _, wire, _), _ = tell_thrice(kept)
    known, changed = make_link(globe, echo), make_link(echo, globe, relation="conflicts")
    kept.append_linking(make_linking([known]))
    new = make_link(globe, wire)
    assert kept.append_linking(make_linking([known, new])).new == 1
    with kept.snapshot() as now:
        assert [one["b"] for one in now.show(8)["linking"]["links"]] == [wire]
    kept.append_linking(make_linking([known, changed]))
    with kept.snapshot() as now:
        assert now.links_of([globe]) == (new, changed)


def test_links_between_unknown_claims_are_refused(kept: Ledger) -> None:
    claims, articles = tell_thrice(kept)
    good = make_link(claims[0], claims[2])
    wrong = {
        "expected a claim that the ledger holds at each end, found the unknown id 'nobody'": make_linking(
            [good, make_link(claims[0], "nobody")]
        ),
        "expected an article that the ledger holds at each end, found the unknown id 'no page'": make_linking(
            [good], [make_derivation(articles[0], "no page")]
        ),
    }
    for sentence, linking in wrong.items():
        with pytest.raises(LedgerError, match=sentence):
            kept.append_linking(linking)
    with kept.snapshot() as now:
        assert len(list(now.entries())) == 6


def test_a_dossier_knows_its_links_their_other_ends_and_the_decisions(kept: Ledger) -> None:
    (globe, bridges, echo, _, wire, _), _ = tell_thrice(kept)
    links = [make_link(globe, echo), make_link(wire, globe, relation="conflicts")]
    kept.append_linking(make_linking(links))
    decision = make_decision(links[1].id, "confirm")
    kept.decide(decision)
    with kept.snapshot() as now:
        dossier = now.dossier(globe)
    assert dossier.links == tuple(links)
    with kept.snapshot() as now:
        assert dossier.others == tuple(now.published_claims([echo, wire]))
    assert [other.publication.outlet for other in dossier.others] == ["Echo", "Wire"]
    assert (dossier.decisions, dossier.origins) == ((decision,), None)
    with kept.snapshot() as now:
        assert [len(one.links) for one in now.dossiers()] == [2, 0, 1, 0, 1, 0]
        assert [one.links for one in now.about(bridges)] == [()]
    with (
        pytest.raises(LedgerError, match="expected the id of a claim in the ledger, found 'nobody'"),
        kept.snapshot() as now,
    ):
        now.dossier("nobody")


def test_a_link_to_a_claim_that_is_no_longer_adopted_is_left_out(kept: Ledger) -> None:
    capture, article, extraction = make_item(url="https://globe.example/1")
    kept.append(capture, article, extraction)
    kept.append(*make_item(outlet="Echo"))
    with kept.snapshot() as now:
        (globe, _, echo, _) = [told.id for _, told in now.claims()]
    kept.append_linking(make_linking([make_link(globe, echo)]))
    reread = extraction.model_copy(update={"claims": extraction.claims[1:]})
    kept.append(capture, article.model_copy(update={"title": "Two bridges"}), reread)
    with kept.snapshot() as now:
        assert now.dossier(echo).links == ()
        assert list(now.links()) == []
    with kept.snapshot(as_of=5) as now:
        assert [{link.a, link.b} for link in now.links()] == [{globe, echo}]
        assert [one.links != () for one in now.dossiers()] == [True, False, True, False]
    with kept.snapshot() as now:
        assert list(now.published_claims([globe])) == []
    with kept.snapshot(as_of=5) as now:
        assert [one.id for one in now.published_claims([globe])] == [globe]


def test_claims_and_articles_come_in_order_after_a_given_entry(kept: Ledger) -> None:
    claims, articles = tell_thrice(kept)
    kept.append(*make_item(f"{TRUCE} Echo was there.", outlet="Echo", engine=OTHER))
    with kept.snapshot() as now:
        assert [(number, told.id) for number, told in now.claims()] == list(
            zip([2, 2, 4, 4, 6, 6], claims, strict=True)
        )
        assert [number for number, _ in now.claims(since=2)] == [4, 4, 6, 6]
    with kept.snapshot(as_of=5) as now:
        assert [number for number, _ in now.claims(since=2)] == [4, 4]
        assert now.adopted() == [2, 4]
    with kept.snapshot() as now:
        assert [(number, one.id) for number, one in now.articles(since=2)] == [(4, articles[1]), (6, articles[2])]
        assert (now.adopted(), now.adopted(4), now.at(3).adopted()) == ([2, 4, 6], [6], [2])
        assert [told.id for told in now.claims_in([6, 2, 7])] == [*claims[:2], *claims[4:]]
        assert [one.id for one in now.articles_in([6, 7])] == [articles[2]]
        assert [one.id for one in now.articles_of([articles[2], "no page", articles[0]])] == [articles[0], articles[2]]
        assert [told.id for told in now.published_claims([claims[5], claims[0], claims[5], "nobody"])] == [
            claims[0],
            claims[5],
        ]


def test_claims_come_with_their_statement_and_publication(kept: Ledger) -> None:
    article = make_article(TRUCE, title="Truce", published="2022-08-09", url="https://globe.example/1")
    _, _, extraction = make_item(url="https://globe.example/1")
    kept.append(make_capture(article), article, make_extraction(article, extraction.statements))
    with kept.snapshot() as now:
        dossiers = list(now.dossiers())
        assert [told for _, told in now.claims()] == [one.published_claim for one in dossiers]
        assert list(now.published_claims(one.claim.id for one in dossiers)) == [one.published_claim for one in dossiers]


def test_any_number_of_claims_can_be_asked_for(kept: Ledger) -> None:
    (globe, _, echo, *_), _ = tell_thrice(kept)
    link = make_link(globe, echo)
    kept.append_linking(make_linking([link]))
    ids = [*(f"{number:032}" for number in range(1200)), echo]
    with kept.snapshot() as now:
        assert now.links_of(ids) == (link,)
        assert [told.id for told in now.published_claims(ids)] == [echo]


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_every_link_comes_once_in_its_newest_version_and_in_order(
    kept: Ledger, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(every_link, "MOST", at_once)
    (globe, _, echo, _, wire, _), _ = tell_thrice(kept)
    first, second, third = make_link(globe, echo), make_link(echo, wire), make_link(globe, wire)
    kept.append_linking(make_linking([first, second, third]))
    changed = make_link(globe, echo, relation="conflicts")
    kept.append_linking(make_linking([changed]))
    kept.decide(make_decision(third.id))
    with kept.snapshot() as now:
        entries = now.adopted()
        assert list(now.links()) == list(now.links(entries)) == [second, third, changed]
        assert list(now.links(entries[:1])) == [third, changed]
        assert list(now.links([])) == []
    with kept.snapshot(as_of=7) as now:
        assert list(now.links()) == [first, second, third]


def test_a_link_of_claims_that_share_words_is_left_out(kept: Ledger) -> None:
    capture, article, extraction = make_item()
    whole, bridges = extraction.claims
    part = make_claim(article, extraction.statements[0], "The truce")
    kept.append(capture, article, extraction.model_copy(update={"claims": (whole, part, bridges)}))
    apart = make_link(whole.id, bridges.id)
    kept.append_linking(make_linking([make_link(whole.id, part.id), apart]))
    with kept.snapshot() as now:
        assert list(now.links()) == [apart]
