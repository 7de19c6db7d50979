"""The places of claims in the article, and strange texts."""

from __future__ import annotations

import time

import pytest
from factories import make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.split import split
from schemas import Article, Claim, Span, Statement

SENTENCE = "Prices, which rose in May, fell in June and, after the war began, rose again."


def claims_of(article: Article, *statements: Statement) -> tuple[Claim, ...]:
    return split(article, parse(article.text, [0]), statements)


def test_a_claim_points_at_its_words_and_at_its_subject() -> None:
    article = make_article("The minister visited Kyiv and signed a treaty.")
    claims = claims_of(article, make_statement(article, article.text))
    assert [[span.words for span in claim.spans] for claim in claims] == [
        ["The minister visited Kyiv"],
        ["The minister", "signed a treaty"],
    ]


def test_a_statement_in_parts_makes_one_claim_over_its_parts() -> None:
    article = make_article("“The bridge,” the mayor said, “is safe.”")
    speaker = make_hop(article, "the mayor", kind="person")
    claims = claims_of(article, make_statement(article, "The bridge", "is safe", chain=[speaker], manner="direct"))
    assert [(claim.proposition, [span.words for span in claim.spans]) for claim in claims] == [
        ("The bridge is safe.", ["The bridge", "is safe"])
    ]


def test_quotation_marks_do_not_break_a_span() -> None:
    article = make_article("The “new quality” of ties is “largely thanks” to Netanyahu.")
    (claim,) = claims_of(article, make_statement(article, article.text))
    assert [span.words for span in claim.spans] == ["The “new quality” of ties is “largely thanks” to Netanyahu"]


def test_a_statement_that_ends_inside_a_word_claims_only_its_own_characters() -> None:
    article = make_article("The government fell yesterday.")
    whole = make_statement(article, article.text)
    cut = whole.model_copy(update={"spans": (Span.of(article.text, 0, 10),)})
    (claim,) = claims_of(article, cut)
    assert ([span.words for span in claim.spans], claim.proposition) == (["The govern"], "The govern.")


def test_each_statement_makes_its_own_claims_in_order() -> None:
    article = make_article("Russia denied the attack. Ukraine blamed Moscow and asked for help.")
    first = make_statement(article, "Russia denied the attack.")
    second = make_statement(article, "Ukraine blamed Moscow and asked for help.")
    claims = claims_of(article, first, second)
    assert [(claim.proposition, claim.statement) for claim in claims] == [
        ("Russia denied the attack.", first.id),
        ("Ukraine blamed Moscow.", second.id),
        ("Ukraine asked for help.", second.id),
    ]


def test_no_two_claims_share_a_place() -> None:
    article = make_article(SENTENCE)
    claims = claims_of(article, make_statement(article, SENTENCE))
    assert len({claim.id for claim in claims}) == len(claims) > 2


def test_without_statements_there_are_no_claims() -> None:
    assert claims_of(make_article("The talks failed.")) == ()


def test_splitting_twice_gives_the_same_claims() -> None:
    article = make_article(SENTENCE)
    statement = make_statement(article, SENTENCE)
    assert claims_of(article, statement) == claims_of(article, statement)


@pytest.mark.parametrize(
    "text",
    [
        "He went and " * 400 + "left.",
        "which, " * 500,
        "a man, a plan, " * 250,
        "the rock that the man who " * 200,
        '"' * 1000,
        "(" * 300 + "no" + ")" * 300,
        "3 צפייה בגלריה נתניהו ופוטין נפגשו " * 50,
        "Он сказал, что, " * 300,
        "🙂 " * 500 + "\x00\x00 no\u202e way",
    ],
    ids=["verbs", "relatives", "appositions", "nested", "quotes", "brackets", "hebrew", "cyrillic", "emoji"],
)
def test_strange_text_costs_no_more_than_its_parse(text: str) -> None:
    article = make_article(text)
    began = time.perf_counter()
    doc = parse(text, [0])
    parsed = time.perf_counter() - began
    claims = split(article, doc, [make_statement(article, text)])
    assert time.perf_counter() - began - parsed < parsed + 0.5
    for claim in claims:
        for span in claim.spans:
            span.check(text)
