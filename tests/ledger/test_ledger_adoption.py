"""The first engine's reading of an article counts until a person adopts another's; decisions move with the words."""

from __future__ import annotations

import pytest
from factories import make_capture, make_extraction, make_hop, make_statement
from ledger_world import TRUCE, make_decision, make_item, make_link, make_linking

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from schemas import Article, EngineVersion, Extraction

NEW = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)
OLD = EngineVersion(sayso="0.1.0", model="m" * 12, registry="r" * 12)
NEWEST = EngineVersion(sayso="0.3.0", model="m" * 12, registry="r" * 12)


def read_anew(article: Article, bridges: str = "Two bridges were closed", engine: EngineVersion = NEW) -> Extraction:
    """The truce as before, and the bridges in words of another place."""
    said = make_statement(article, "The truce holds", chain=[make_hop(article, "the Kremlin")])
    return make_extraction(article, [said, make_statement(article, bridges)], engine=engine)


def propositions(ledger: Ledger, as_of: int | None = None) -> list[str]:
    with ledger.snapshot(as_of=as_of) as now:
        return [one.claim.proposition for one in now.dossiers()]


@pytest.fixture
def item() -> tuple[Article, list[str]]:
    """An article, and the ids of its two claims as the first engine reads them."""
    _, article, extraction = make_item()
    return article, [claim.id for claim in extraction.claims]


@pytest.fixture
def twice(kept: Ledger, item: tuple[Article, list[str]]) -> Ledger:
    """A ledger in which two engines have read the article; the second finds fewer words of the bridges."""
    article, _ = item
    kept.append(*make_item())
    kept.append(make_capture(article), article, read_anew(article, "bridges were closed"))
    return kept


def test_the_first_reading_counts_until_another_engine_is_adopted(twice: Ledger) -> None:
    before, after = ["The truce holds", "Two bridges were closed"], ["The truce holds", "bridges were closed"]
    assert propositions(twice) == before
    assert twice.decide(make_decision(NEW.id, "accept", 1)).numbers == (4,)
    assert (propositions(twice), propositions(twice, as_of=3)) == (after, before)
    with twice.snapshot() as now:
        assert (now.adopted(), now.at(3).adopted(), now.adoptions(), now.adoptions(4)) == ([3], [2], [4], [])
    twice.decide(make_decision(NEW.id, "reject", 2))
    assert (propositions(twice), propositions(twice, as_of=4)) == (before, after)
    assert twice.verify().findings == ()


def test_an_engines_readings_after_its_adoption_are_not_adopted(kept: Ledger) -> None:
    kept.append(*make_item())
    echo = make_item(outlet="Echo")
    kept.append(*make_item(f"{TRUCE} Wire was there.", outlet="Wire", engine=NEW))
    kept.append(*echo)
    kept.decide(make_decision(NEW.id, "accept"))
    kept.append(echo[0], echo[1], read_anew(echo[1], "bridges were closed"))
    assert "bridges were closed" not in propositions(kept)
    kept.decide(make_decision(NEW.id, "accept", 2))
    assert propositions(kept).count("bridges were closed") == 1


def test_the_engine_adopted_last_counts(twice: Ledger, item: tuple[Article, list[str]]) -> None:
    article, _ = item
    twice.append(make_capture(article), article, read_anew(article, "were closed", NEWEST))
    twice.decide(make_decision(NEW.id, "accept", 1))
    assert "bridges were closed" in propositions(twice)
    twice.decide(make_decision(NEWEST.id, "accept", 2))
    assert "were closed" in propositions(twice)


def test_only_an_engine_that_has_read_something_can_be_adopted(kept: Ledger) -> None:
    kept.append(*make_item())
    with pytest.raises(LedgerError, match="expected the id of a claim"):
        kept.decide(make_decision(NEW.id, "accept"))


def test_unread_by_an_engine_are_articles_whose_adopted_reading_is_anothers(kept: Ledger) -> None:
    first, second = make_item(), make_item(outlet="Echo")
    kept.append(*first)
    kept.append(*second)
    kept.append(*make_item(outlet="Wire", engine=NEW))
    with kept.snapshot() as now:
        assert now.unread_by(NEW.id) == [1, 3]
        assert now.captured(3) == second[:2]
    kept.append(second[0], second[1], read_anew(second[1]))
    with kept.snapshot() as now:
        assert now.unread_by(NEW.id) == [1]
        assert [
            (one.article.outlet, one.before.engine.sayso, one.after.engine.sayso) for one in now.readings(NEW.id)
        ] == [("Echo", "0.1.0", "0.2.0")]
    kept.decide(make_decision(NEW.id, "accept"))
    with kept.snapshot() as now:
        assert (now.unread_by(NEW.id), list(now.readings(NEW.id))) == ([1], [])


def test_a_decision_finds_its_words_again_by_their_place(twice: Ledger, item: tuple[Article, list[str]]) -> None:
    _, (truce, bridges) = item
    for number, claim in enumerate((truce, bridges)):
        twice.decide(make_decision(claim, "confirm", number))
    with twice.snapshot() as now:
        assert now.orphaned(NEW.id) == ()
    twice.decide(make_decision(NEW.id, "accept", 2))
    with twice.snapshot() as now:
        found = [[one.id for one in dossier.decisions] for dossier in now.dossiers()]
    assert found == [["decision-0"], ["decision-1"]]
    with twice.snapshot() as now:
        (new,) = [one.claim.id for one in now.dossiers() if one.claim.proposition == "bridges were closed"]
        assert (now.judged()[new], [one.about for one in now.decisions(new)]) == ("confirm", [new])
    twice.decide(make_decision(new, "reject", 3))
    with twice.snapshot() as now:
        assert (now.judged()[new], bridges in now.judged()) == ("reject", False)


def test_a_decision_finds_a_listed_source_that_is_called_otherwise(kept: Ledger) -> None:
    capture, article, _ = make_item()
    for name, words, engine in (("Kremlin", "The truce holds", OLD), ("the Kremlin", "truce holds", NEW)):
        hop = make_hop(article, "the Kremlin", name=name, registry="kremlin")
        said = make_statement(article, words, chain=[hop])
        kept.append(capture, article, make_extraction(article, [said], engine=engine))
        if engine is OLD:
            kept.decide(make_decision(said.id, "confirm"))
    with kept.snapshot() as now:
        assert now.orphaned(NEW.id) == ()


def test_a_rejected_link_stays_rejected_between_the_same_words(kept: Ledger) -> None:
    echo = make_item(outlet="Echo")
    kept.append(*make_item())
    kept.append(*echo)
    with kept.snapshot() as now:
        (_, globe), (_, theirs) = ([one.id for one in now.claims_in([number])] for number in (2, 4))
    link = make_link(globe, theirs)
    kept.append_linking(make_linking([link]))
    kept.decide(make_decision(link.id, "reject"))
    kept.append(echo[0], echo[1], read_anew(echo[1], "bridges were closed"))
    kept.decide(make_decision(NEW.id, "accept", 2))
    with kept.snapshot() as now:
        (_, new) = (one.id for one in now.claims_in([7]))
    kept.append_linking(make_linking([make_link(globe, new)]))
    with kept.snapshot() as now:
        assert (now.links_of([new]), len(now.links_of([new], rejected=True))) == ((), 1)
        assert now.judged()[make_link(globe, new).id] == "reject"


def test_a_decision_is_orphaned_where_its_words_are_no_longer_read_or_have_another_chain(kept: Ledger) -> None:
    capture, article, extraction = make_item()
    kept.append(capture, article, extraction)
    (truce, bridges), (said, own) = extraction.claims, extraction.statements
    for number, thing in enumerate((truce.id, bridges.id, said.id, own.id)):
        kept.decide(make_decision(thing, "confirm", number))
    other = make_statement(article, "The truce holds")  # nobody says so any more
    kept.append(capture, article, make_extraction(article, [other, make_statement(article, "closed")], engine=NEW))
    expected = {bridges.id, said.id, own.id}
    with kept.snapshot() as now:
        assert {one.about for one in now.orphaned(NEW.id)} == expected
        assert now.orphaned() == ()
    kept.decide(make_decision(NEW.id, "accept", 9))
    with kept.snapshot() as now:
        assert {one.about for one in now.orphaned()} == expected
        assert [[one.about for one in dossier.decisions] for dossier in now.dossiers()] == [[truce.id], []]


def test_an_adoption_is_undone_and_brought_back(twice: Ledger) -> None:
    before, after = ["The truce holds", "Two bridges were closed"], ["The truce holds", "bridges were closed"]
    twice.decide(make_decision(NEW.id, "accept", 1))
    twice.decide(make_decision(NEW.id, "undo", 2, undoes="decision-1"))
    assert (propositions(twice), propositions(twice, as_of=4)) == (before, after)
    twice.decide(make_decision(NEW.id, "undo", 3, undoes="decision-2"))
    assert propositions(twice) == after
    with twice.snapshot() as now:
        assert (now.adopted(), now.adoptions()) == ([3], [4, 5, 6])
    twice.decide(make_decision(NEW.id, "note", 4))
    assert propositions(twice) == after


def test_what_was_taken_back_is_not_orphaned(twice: Ledger, item: tuple[Article, list[str]]) -> None:
    _, extraction = item[0], make_item()[2]
    own = extraction.statements[1].id
    twice.append(make_capture(item[0]), item[0], read_anew(item[0], "closed", NEWEST))
    twice.decide(make_decision(own, "accept", 1), make_decision(own, "undo", 2, undoes="decision-1"))
    with twice.snapshot() as now:
        assert now.orphaned(NEWEST.id) == ()
    twice.decide(make_decision(own, "undo", 3, undoes="decision-2"))
    with twice.snapshot() as now:
        assert [one.id for one in now.orphaned(NEWEST.id)] == ["decision-1"]
