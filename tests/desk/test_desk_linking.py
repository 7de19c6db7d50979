"""What is new is linked with all that the ledger holds, once, and in whatever portions."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from linking_world import GLOBE, TEXTS, link_all, linked, tell

from sayso.ledger import Ledger
from schemas import Derivation

TRUCE = {("repeats", True, "Echo | The Daily Globe"), ("repeats", True, "The Daily Globe | Echo")}


def kinds(ledger: Ledger) -> list[str]:
    with ledger.snapshot() as now:
        return [entry.kind for entry in now.entries()]


def test_what_is_new_is_linked_with_what_was_there(ledger: Ledger, folder: Path) -> None:
    for outlet in TEXTS:
        tell(ledger, outlet)
        assert link_all(ledger, folder) == []
    assert linked(ledger) == TRUCE
    assert kinds(ledger) == [*["capture", "extraction"] * 2, "links", "capture", "extraction"]
    assert ledger.verify().findings == ()


def test_linking_again_records_nothing(ledger: Ledger, folder: Path) -> None:
    for outlet in TEXTS:
        tell(ledger, outlet)
    link_all(ledger, folder)
    before = kinds(ledger)
    link_all(ledger, folder)
    link_all(ledger, folder, again=True)
    assert kinds(ledger) == before


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids=" ".join)
def test_the_links_are_the_same_in_any_order_and_portion(ledger: Ledger, folder: Path, order: tuple[str, ...]) -> None:
    for outlet in order:
        tell(ledger, outlet)
    link_all(ledger, folder, at_once=1 + order.index("Wire"))
    assert linked(ledger) == TRUCE


def edges(found: tuple[Derivation, ...], names: dict[str, str]) -> list[tuple[str, str, str | None]]:
    return sorted((*sorted((names[one.a], names[one.b])), names.get(one.earlier or "")) for one in found)


def test_a_reprint_is_derived_from_the_earlier_article_and_repeats_all_its_claims(ledger: Ledger, folder: Path) -> None:
    tell(ledger, "The Daily Globe")
    tell(ledger, "Echo", f"{GLOBE} Echo was there.", published="2022-08-10")
    link_all(ledger, folder)
    with ledger.snapshot() as now:
        names = {article.id: article.outlet or "" for _, article in now.articles()}
        assert edges(now.derivations_of(names), names) == [("Echo", "The Daily Globe", "The Daily Globe")]
    assert [one_origin for _, one_origin, _ in linked(ledger)] == [True] * len(linked(ledger)) != []


def test_an_article_that_is_captured_again_with_a_title_adds_no_links(ledger: Ledger, folder: Path) -> None:
    for outlet in ("The Daily Globe", "Echo"):
        tell(ledger, outlet)
    link_all(ledger, folder)
    tell(ledger, "Echo", title="Truce holds")
    assert link_all(ledger, folder) == []
    assert linked(ledger) == TRUCE
    assert kinds(ledger)[4:] == ["links", "capture", "extraction"]
