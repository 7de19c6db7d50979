"""What claims that say the same rest on, as links and decisions tell it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from factories import NOON
from installed import registry
from linking_world import GLOBE, TEXTS, TRUCE, link_all, tell

from sayso.desk.linking import cluster_of, origins_of, with_origins
from sayso.ledger import Ledger
from schemas import Decision, Judgement, Link


@pytest.fixture
def told(ledger: Ledger, folder: Path) -> Ledger:
    """The truce by two outlets that asked the Kremlin, and by a third that copied the first."""
    for outlet in TEXTS:
        tell(ledger, outlet)
    tell(ledger, "Reprint", f"{GLOBE} So we read.", published="2022-08-10")
    link_all(ledger, folder)
    return ledger


def truces(ledger: Ledger) -> dict[str, str]:
    """The claims of the truce by the outlets that make them."""
    with ledger.snapshot() as now:
        return {
            told.publication.outlet or "": told.id
            for _, told in now.claims()
            if told.claim.proposition.startswith(TRUCE)
        }


def decide(ledger: Ledger, links: Iterable[Link], judgement: Judgement) -> None:
    for number, link in enumerate(links):
        facts = {"id": f"{judgement}-{number}", "version": link.digest, "why": "So it is.", "by": "ana", "at": NOON}
        ledger.decide(Decision.model_validate({**facts, "about": link.id, "judgement": judgement}))


def test_a_cluster_is_followed_over_all_its_links(told: Ledger) -> None:
    claims = truces(told)
    assert sorted(claims) == ["Echo", "Reprint", "The Daily Globe"]
    for claim in claims.values():
        with told.snapshot() as now:
            assert cluster_of(now, claim) == tuple(sorted(claims.values()))
    with told.snapshot() as now:
        alone = next(one.id for _, one in now.claims() if one.publication.outlet == "Wire")
        assert cluster_of(now, alone) == (alone,)
    with told.snapshot(as_of=8) as now:
        assert cluster_of(now, claims["Echo"]) == (claims["Echo"],)


def test_three_pages_on_one_say_so_have_one_origin(told: Ledger) -> None:
    with told.snapshot() as now:
        found = origins_of(now, truces(told)["Reprint"], registry)
    assert (found.claims, found.independent, found.speakers) == (
        tuple(sorted(truces(told).values())),
        1,
        ("Dmitry Peskov",),
    )


def test_dossiers_with_links_get_the_origins_of_their_cluster_and_the_others_none(told: Ledger) -> None:
    with told.snapshot() as now:
        dossiers = {
            (one.claim.proposition, one.article.outlet): one.origins
            for one in with_origins(now, now.dossiers(), registry)
        }
    without = [key for key, origins in dossiers.items() if origins is None]
    assert without == [
        ("Rain fell in the hills.", "Echo"),
        ("Shares in Tokyo rose.", "Wire"),
        ("So we read.", "Reprint"),
    ]
    assert {origins.claims for (words, _), origins in dossiers.items() if origins and words.startswith(TRUCE)} == {
        tuple(sorted(truces(told).values()))
    }


def test_a_rejected_claim_leaves_the_cluster_and_comes_back_when_that_is_reopened(told: Ledger) -> None:
    claims = truces(told)
    echo, rest = claims["Echo"], tuple(sorted(claim for outlet, claim in claims.items() if outlet != "Echo"))
    with told.snapshot() as now:
        links = now.links_of([echo])
        before = now.dossier(echo).as_of
    decide(told, links, "reject")
    with told.snapshot() as now:
        assert (cluster_of(now, echo), cluster_of(now, rest[0])) == ((echo,), rest)
        assert [one.origins for one in with_origins(now, [now.dossier(echo)], registry)] == [None]
    with told.snapshot(as_of=before) as now:
        assert cluster_of(now, echo) == tuple(sorted(claims.values()))
    decide(told, links, "reopen")
    with told.snapshot() as now:
        assert cluster_of(now, echo) == tuple(sorted(claims.values()))


def test_a_rejected_pair_is_not_merged_again_through_a_third(told: Ledger) -> None:
    claims = truces(told)
    pair = {claims["Echo"], claims["The Daily Globe"]}
    with told.snapshot() as now:
        links = [link for link in now.links_of(pair) if {link.a, link.b} == pair]
    decide(told, links, "reject")
    with told.snapshot() as now:
        clusters = {cluster_of(now, claim) for claim in claims.values()}
    assert [pair <= set(cluster) for cluster in clusters] == [False, False]
    assert sorted(claim for cluster in clusters for claim in cluster) == sorted(claims.values())
