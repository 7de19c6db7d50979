"""The network of pairs, and what is judged by it."""

from __future__ import annotations

import pytest
from factories import make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.link.compare.claim_pair import ClaimPair
from sayso.link.pairs import judge
from sayso.link.pairs.network import related
from sayso.link.related import related as relation_of
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
    return relation_of(said(one, "globe"), said(other, "post", "Ben Ilic"), meaning, Registry.installed()).relation


def test_a_fact_in_other_words_is_nearer_than_another_fact_about_the_same_person() -> None:
    assert related(MET, ALIKE).joined > 0 > related(MET, OTHER).joined


def test_the_order_of_the_claims_does_not_matter() -> None:
    assert related(MET, OTHER) == related(OTHER, MET)


@pytest.mark.parametrize("text", ["", " ", "\ud800 was seen", "word " * 500, "\U0001f6a2" * 80, "\x00"])
def test_any_text_can_be_read(text: str) -> None:
    assert all(abs(odds) < 100 for odds in related(text, MET))


def test_another_fact_of_the_same_story_is_not_linked() -> None:
    assert relation(MET, OTHER) is None


def test_the_same_fact_in_other_words_by_another_speaker_corroborates() -> None:
    assert relation(MET, ALIKE) == "corroborates"


def test_words_that_say_nothing_share_no_fact() -> None:
    pair = ClaimPair(said("You are welcome", "globe"), said("You are welcome, all of you", "post"), Registry.installed())
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
