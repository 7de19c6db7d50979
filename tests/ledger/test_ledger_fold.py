"""Dossiers are a fold of the entries."""

from collections.abc import Callable

import pytest
from factories import make_article, make_capture, make_claim, make_extraction, make_statement

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from schemas import Article, Capture, EngineVersion, Extraction

OTHER = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)
NewItem = Callable[..., tuple[Capture, Article, Extraction]]


def test_the_first_engine_stays_the_adopted_one(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item()
    ledger.append(capture, article, extraction)
    with ledger.snapshot() as now:
        before = [dossier.claim for dossier in now.dossiers()]
    ledger.append(capture, article, make_extraction(article, engine=OTHER))
    with ledger.snapshot() as now:
        assert [dossier.claim for dossier in now.dossiers()] == before
        assert {dossier.as_of for dossier in now.dossiers()} == {3}


def test_the_last_extraction_of_an_engine_counts_and_earlier_ones_can_be_read(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item(url="https://globe.example/1")
    ledger.append(capture, article, extraction)
    ledger.append(capture, article.model_copy(update={"title": "Truce"}), extraction)
    with ledger.snapshot() as now:
        assert {(one.as_of, one.entry.number, one.article.title) for one in now.dossiers()} == {(4, 4, "Truce")}
    with ledger.snapshot(as_of=3) as now:
        assert {(one.as_of, one.entry.number, one.article.title) for one in now.dossiers()} == {(3, 2, None)}
    with ledger.snapshot(as_of=1) as now:
        assert list(now.dossiers()) == []


FOUND = {
    "two BRIDGES": ["Two bridges were closed"],
    "  bridges \n were": ["Two bridges were closed"],
    "STRASSE": ["The Straße is shut"],
    "TRUCE": ["The truce holds"],
    "100%": ["Votes: 100% counted"],
    "1__%": [],
    "no such words": [],
}


@pytest.mark.parametrize("words", FOUND)
def test_words_are_found_in_any_case_and_however_spaced(ledger: Ledger, item: NewItem, words: str) -> None:
    article = make_article("The Straße is shut. Votes: 100% counted.")
    statements = [make_statement(article, one) for one in ("The Straße is shut", "Votes: 100% counted")]
    ledger.append_many([item(), (make_capture(article), article, make_extraction(article, statements))])
    with ledger.snapshot() as now:
        assert [dossier.claim.proposition for dossier in now.find(words)] == FOUND[words]


def test_a_claim_is_found_by_the_words_of_its_statement(ledger: Ledger) -> None:
    article = make_article("Rain fell and roads flooded.")
    statement = make_statement(article, "Rain fell and roads flooded")
    claims = [make_claim(article, statement, "Rain fell"), make_claim(article, statement, "roads flooded")]
    ledger.append(make_capture(article), article, make_extraction(article, [statement], claims=claims))
    with ledger.snapshot() as now:
        assert [one.claim for one in now.find("fell and roads")] == claims
        assert [one.claim for one in now.about(statement.id)] == claims
        assert [one.claim for one in now.about(claims[1].id)] == claims[1:]
        assert [one.claim for one in now.about(article.id)] == claims


def test_looking_for_nothing_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="expected words to look for, found none"), ledger.snapshot() as now:
        list(now.find(" \n"))


def test_views_can_be_made_again(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        with ledger.snapshot() as now:
            before = list(now.dossiers())
        ledger.rebuild()
        with ledger.snapshot() as now:
            assert list(now.dossiers()) == before
        assert ledger.verify().ok


def test_show_joins_words_and_facts(filled: str) -> None:
    with Ledger.open(filled, write=False) as ledger:
        with ledger.snapshot() as now:
            shown = now.show(2)
        statement = shown["extraction"]["statements"][0]
        assert (shown["number"], shown["kind"], shown["actor"], shown["read_from"]) == (2, "extraction", "desk", 1)
        assert list(shown["parts"]) == ["facts", "words"]
        assert statement["spans"] == [{"start": 0, "end": 15, "words": "The truce holds"}]
        with ledger.snapshot() as now:
            assert now.show(3)["capture"]["problem"] == "expected text, found an empty file"
            assert now.show(3)["article"] is None
        with (
            pytest.raises(LedgerError, match="expected the number of an entry, 1 to 5, found 6"),
            ledger.snapshot() as now,
        ):
            now.show(6)
