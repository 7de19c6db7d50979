"""The network of pairs, and what is judged by it."""

from __future__ import annotations

import pytest
from factories import make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.pairs import judge
from sayso.link.pairs.pair_network import read_together
from sayso.link.recorded_relation import related
from sayso.registry import Registry
from sayso.split import split
from schemas import Publication, PublishedClaim

MET = "The finance minister met the owners of the port of Ravno on Tuesday"
ALIKE = "On Tuesday the owners of Ravno port were received by the finance minister"
OTHER = "The finance minister presented the budget for the coming year"


def said(words: str, outlet: str, who: str = "Anna Holt") -> PublishedClaim:
    article = make_article(f"{words}, {who} said.", outlet=outlet, url=f"https://{outlet}.example/{len(words)}")
    statement = make_statement(article, words, chain=(make_hop(article, who, kind="person"),))
    claim = split(article, parse(article.text, [0]), [statement])[0]
    return PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))


def relation(one: str, other: str, meaning: float = 0.8) -> str | None:
    return related(said(one, "globe"), said(other, "post", "Ben Ilic"), meaning, Registry.installed()).relation


def test_a_fact_in_other_words_is_nearer_than_another_fact_about_the_same_person() -> None:
    assert read_together(MET, ALIKE).joined > 0 > read_together(MET, OTHER).joined


def test_the_order_of_the_claims_does_not_matter() -> None:
    assert read_together(MET, OTHER) == read_together(OTHER, MET)


@pytest.mark.parametrize("text", ["", " ", "\ud800 was seen", "word " * 500, "\U0001f6a2" * 80, "\x00"])
def test_any_text_can_be_read(text: str) -> None:
    assert all(abs(odds) < 100 for odds in read_together(text, MET))


def test_another_fact_of_the_same_story_is_not_linked() -> None:
    assert relation(MET, OTHER) is None


def test_the_same_fact_in_other_words_by_another_speaker_corroborates() -> None:
    assert relation(MET, ALIKE) == "corroborates"


def test_another_measure_in_the_same_words_is_another_fact() -> None:
    one, other = "The march of the farmers to Ravno went on for 12 kilometres", "12 hours"
    assert relation(one, one.replace("12 kilometres", other), 0.95) not in {"repeats", "corroborates"}


def test_words_that_say_nothing_share_no_fact() -> None:
    pair = ClaimPair(
        said("You are welcome", "globe"), said("You are welcome, all of you", "post"), Registry.installed()
    )
    assert judge(pair, 0.95).joined == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The union called a strike at the mill", "The union called off a strike at the mine"),
        ("Nobody was hurt in the fire at the depot", "Three cars were damaged in the fire at the depot"),
        ("The council will vote on the bridge in May", "The council voted on the budget in March"),
        ("Police searched two flats in Lund", "Police searched the harbour of Malmo"),
        ("The bank lowered its rate", "The bank expects growth of two percent"),
    ],
)
def test_no_conflict_is_made_of_two_facts_that_can_both_be_true(one: str, other: str) -> None:
    assert relation(one, other, 0.7) not in ("conflicts", "denies")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "12 people were killed in the fire in Lviv",
            "At least 30 people were killed in the fire in Lviv",
            "conflicts",
        ),
        ("The mayor of Ravno was arrested on Monday", "The mayor of Ravno was not arrested on Monday", "conflicts"),
        ("The mine at Kirm employs 400 people", "The mine at Kirm employs 900 people", "conflicts"),
        ("The bill passed with 61 votes", "The bill passed with 16 votes", "conflicts"),
        ("Two doctors left the clinic at Orm", "Seven doctors left the clinic at Orm", "conflicts"),
        ("The watch will cost $499 in London", "The watch will cost $500 in London", "no conflict"),
        ("Nearly 300 houses burnt down in Tal", "298 houses burnt down in Tal", "no conflict"),
        ("No one was told of the leak at Brod", "The owners were not told of the leak at Brod", "no conflict"),
        ("The army was not aware of flights over Sala", "The US was not aware of any flights over Sala", "no conflict"),
        ("At least 10 people died in the flood at Inn", "12 people died in the flood at Inn", "no conflict"),
    ],
)
def test_nearly_the_same_words_are_at_odds_by_a_figure_or_a_negation_alone(one: str, other: str, expected: str) -> None:
    found = relation(one, other, 0.9)
    assert found == expected if expected == "conflicts" else found in (None, "repeats", "corroborates")
