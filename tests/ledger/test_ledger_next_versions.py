"""What was decided of words is decided of the same words in the page's next version; where they changed it is open."""

from __future__ import annotations

from time import process_time

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement
from ledger_world import make_link, make_linking

from sayso.desk.correcting import correct
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.undoing import undo
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS, NOTE
from sayso.present.chain import TERMINAL, chain
from sayso.present.decisions import decided, settled, standing
from sayso.registry import Registry
from schemas import Dossier

PAGE = "https://globe.example/truce"
REGISTRY = Registry.installed()
FIRST = "The truce between both armies holds, the Kremlin told TASS. Forty bridges were closed."
OWN, CLEARED = "Forty bridges were closed", Deed(ACTIONS["common-knowledge"], "ana")


def publish(ledger: Ledger, text: str, url: str | None = PAGE, source: str = "the Kremlin", **known: str) -> str:
    """The article, of which TASS or another says the truce, and the rest is its own; its id."""
    article = make_article(text, url=url, **known)
    words = text.partition(",")[0]
    said = make_statement(article, words, chain=[make_hop(article, source)])
    rest = [make_statement(article, one) for one in text.partition(". ")[2].rstrip(".").split(". ") if one]
    ledger.append(make_capture(article), article, make_extraction(article, [said, *rest]))
    with ledger.snapshot() as now:
        return [one.id for _, one in now.articles()][-1]


def told(ledger: Ledger, article: str) -> dict[str, Dossier]:
    with ledger.snapshot() as now:
        return {one.claim.proposition: one for one in now.about(article)}


NEXT = {
    "the same words": (f"Update: {FIRST[0].lower()}{FIRST[1:]}", OWN, ("closed", True)),
    "moved": (f"{FIRST.partition('. ')[0]}. It rained. {OWN}.", OWN, ("closed", True)),
    "other spacing": (FIRST.replace(OWN, "Forty  bridges were closed"), "Forty  bridges were closed", ("closed", True)),
    "another number": (FIRST.replace("Forty", "Fifty"), "Fifty bridges were closed", ("reopened", False)),
    "other words": (FIRST.replace(OWN, "It rained on the ministry"), "It rained on the ministry", ("open", False)),
}


@pytest.mark.parametrize("name", NEXT)
def test_it_holds_for_the_same_words_and_is_open_where_they_changed(ledger: Ledger, name: str) -> None:
    text, words, expected = NEXT[name]
    first = publish(ledger, FIRST)
    decide(ledger, told(ledger, first)[OWN].claim.id, CLEARED)
    article = publish(ledger, text)
    if words not in told(ledger, article):
        words = next(one for one in told(ledger, article) if " ".join(one.split()) == " ".join(words.split()))
    found = told(ledger, article)[words]
    assert (standing(found).state, settled(found)) == expected
    assert settled(told(ledger, first)[OWN])
    otherwise = () if expected[0] == "open" else ("cleared by ana on common knowledge",)
    changed = " (when it was read otherwise)" if expected[0] == "reopened" else ""
    assert decided(found) == tuple(f"{one}{changed}" for one in otherwise)
    assert ledger.verify().findings == ()


def test_another_source_of_the_same_words_opens_it_again(ledger: Ledger) -> None:
    first = publish(ledger, FIRST)
    truce = "The truce between both armies holds"
    decide(ledger, told(ledger, first)[truce].claim.id, CLEARED)
    article = publish(ledger, FIRST.replace("the Kremlin told", "it told"), source="TASS")
    assert standing(told(ledger, article)[truce]).state == "reopened"


def test_pages_of_other_addresses_and_without_one_are_no_versions(ledger: Ledger) -> None:
    first = publish(ledger, FIRST)
    decide(ledger, told(ledger, first)[OWN].claim.id, CLEARED)
    for number, url in enumerate(("https://globe.example/other", None)):
        article = publish(ledger, f"{FIRST} It rained {number}.", url=url)
        assert decided(told(ledger, article)[OWN]) == ()


def test_an_article_without_an_address_may_be_decided_about_beside_a_page_with_versions(ledger: Ledger) -> None:
    alone, first = publish(ledger, FIRST, url=None), publish(ledger, FIRST)
    for article in (alone, first):
        decide(ledger, told(ledger, article)[OWN].claim.id, CLEARED)
    second = publish(ledger, f"{FIRST} It rained.")
    assert [settled(told(ledger, article)[OWN]) for article in (alone, first, second)] == [True, True, True]


def test_versions_by_a_supplied_id_are_followed_and_earlier_ones_are_not(ledger: Ledger) -> None:
    first = publish(ledger, FIRST, url=None, key="a-1")
    second = publish(ledger, f"{FIRST} It rained.", url=None, key="a-1")
    decide(ledger, told(ledger, second)[OWN].claim.id, CLEARED)
    assert (settled(told(ledger, second)[OWN]), decided(told(ledger, first)[OWN])) == (True, ())


def test_words_that_come_back_are_cleared_again_and_a_later_decision_stays_with_its_version(ledger: Ledger) -> None:
    first = publish(ledger, FIRST)
    decide(ledger, told(ledger, first)[OWN].claim.id, CLEARED)
    changed = publish(ledger, FIRST.replace("Forty", "Fifty"))
    back = publish(ledger, f"{FIRST} It rained.")
    assert settled(told(ledger, back)[OWN])
    decide(ledger, told(ledger, changed)["Fifty bridges were closed"].claim.id, Deed(NOTE, "bo", "wrong number"))
    assert [one.judgement for one in told(ledger, first)[OWN].decisions] == ["close"]
    for _ in range(2):  # the note, then the clearance
        undo(ledger, told(ledger, back)[OWN].claim.id, by="bo")
    assert not settled(told(ledger, first)[OWN])


def test_a_correction_follows_the_same_words_with_its_mentions(ledger: Ledger) -> None:
    first = publish(ledger, FIRST)
    truce = "The truce between both armies holds"
    correct(ledger, told(ledger, first)[truce].claim.id, "Kremlin via TASS", REGISTRY, by="ana")
    decide(ledger, told(ledger, first)[truce].claim.id, CLEARED)
    article = publish(ledger, f"{FIRST} It rained.")
    found = told(ledger, article)[truce]
    assert (chain(found.statement, TERMINAL), settled(found)) == ("the Kremlin via TASS", True)
    mentions = [hop.mention for hop in found.statement.chain if hop.mention]
    assert [found.article.text[one.start : one.end] for one in mentions] == ["Kremlin", "TASS"]
    with ledger.snapshot() as now:
        assert now.corrections() == {3: [2, 6]}


GONE = {
    "the words changed": (FIRST.replace("holds", "held"), "The truce between both armies held"),
    "a source is gone": (FIRST.replace(" told TASS", " said"), "The truce between both armies holds"),
}


@pytest.mark.parametrize("name", GONE)
def test_a_correction_that_no_longer_fits_is_told_and_the_machines_reading_counts(ledger: Ledger, name: str) -> None:
    text, words = GONE[name]
    first = publish(ledger, FIRST)
    claim = told(ledger, first)["The truce between both armies holds"].claim.id
    correct(ledger, claim, "Kremlin via TASS", REGISTRY, by="ana")
    decide(ledger, claim, CLEARED)
    found = told(ledger, publish(ledger, text))[words]
    assert (chain(found.statement, TERMINAL), standing(found).state) == ("the Kremlin", "reopened")
    assert decided(found) == (
        "reading corrected by ana to “the Kremlin via TASS” (no longer fits: the words have changed)",
        "cleared by ana on common knowledge (when it was read otherwise)",
    )


def test_a_rejected_link_stays_rejected_in_the_next_version(ledger: Ledger) -> None:
    first, other = publish(ledger, FIRST), publish(ledger, FIRST, url="https://echo.example", outlet="Echo")
    ends = [told(ledger, one)[OWN].claim.id for one in (first, other)]
    ledger.append_linking(make_linking([make_link(*ends)]))
    decide(ledger, make_link(*ends).id, Deed(ACTIONS["reject"], "ana", "no"))
    new = told(ledger, publish(ledger, f"{FIRST} It rained."))[OWN].claim.id
    ledger.append_linking(make_linking([make_link(new, ends[1])]))
    with ledger.snapshot() as now:
        assert (now.links_of([new]), len(now.links_of([new], rejected=True))) == ((), 1)
        assert now.judged()[make_link(new, ends[1]).id] == "reject"


def test_many_versions_cost_in_proportion(ledger: Ledger) -> None:
    def cost(number: int) -> float:
        page = f"https://globe.example/{number}"
        for version in range(number):
            article = publish(ledger, f"{FIRST} It rained {version} times.", url=page)
            decide(ledger, told(ledger, article)[OWN].claim.id, Deed(NOTE, "ana", "seen"))
        begun = process_time()
        with ledger.snapshot() as now:
            assert len(now.decided()) >= number
        return process_time() - begun

    few, many = cost(5), cost(20)
    assert many < 20 * few
