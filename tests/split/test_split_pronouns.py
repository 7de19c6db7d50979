"""Pronouns are replaced by names where that is sure, and stay where it is not."""

from __future__ import annotations

from typing import Any

import pytest
from factories import find, make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.split import split
from schemas import Article, Resolution, Statement


def propositions(article: Article, *statements: Statement) -> list[str]:
    claims = split(article, parse(article.text, [0]), statements)
    return [claim.proposition for claim in claims]


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("I visited Kyiv and met the mayor", ["Anna Berg visited Kyiv.", "Anna Berg met the mayor."]),
        ("I will resign", ["Anna Berg will resign."]),
        ("I am ready", ["Anna Berg is ready."]),
        ("I have signed the law", ["Anna Berg has signed the law."]),
        ("I hope for peace", ["I hope for peace."]),
        ("I met my brother", ["I met my brother."]),
        ("We regard you as a friend", ["We regard you as a friend."]),
    ],
)
def test_i_in_a_quotation_is_its_speaker_where_the_verb_allows(quotation: str, expected: list[str]) -> None:
    article = make_article(f'"{quotation}," Anna Berg said.')
    speaker = make_hop(article, "Anna Berg", kind="person")
    assert propositions(article, make_statement(article, quotation, chain=[speaker], manner="direct")) == expected


@pytest.mark.parametrize(
    "origin",
    [
        {"anonymous": True, "kind": "person"},
        {"kind": "organisation"},
        {"kind": "person", "name": None},
    ],
    ids=["unnamed", "an organisation", "not known"],
)
def test_i_stays_where_no_single_named_person_speaks(origin: dict[str, Any]) -> None:
    article = make_article('"I visited Kyiv," the delegate said.')
    speaker = make_hop(article, "the delegate", **origin)
    statement = make_statement(article, "I visited Kyiv", chain=[speaker], manner="direct")
    assert propositions(article, statement) == ["I visited Kyiv."]


def test_he_in_reported_speech_is_the_speaker() -> None:
    article = make_article("Putin said that he welcomed the visit and signed a treaty.")
    speaker = make_hop(article, "Putin", name="Vladimir Putin", kind="person")
    words = "that he welcomed the visit and signed a treaty"
    assert propositions(article, make_statement(article, words, chain=[speaker], manner="indirect")) == [
        "Vladimir Putin welcomed the visit.",
        "Vladimir Putin signed a treaty.",
    ]


def test_he_stays_where_another_person_is_named_before() -> None:
    article = make_article("Putin told Naftali Bennett that he welcomed the visit.")
    speaker = make_hop(article, "Putin", kind="person")
    statement = make_statement(article, "that he welcomed the visit", chain=[speaker], manner="indirect")
    assert propositions(article, statement) == ["He welcomed the visit."]


def test_he_stays_where_the_speaker_is_a_doubtful_pronoun() -> None:
    article = make_article("Putin met Bennett. He said he welcomed the visit.")
    doubt = Resolution(mention=find(article, "Putin"), confidence=0.5)
    speaker = make_hop(article, "He", name="Putin", kind="person", resolved_from=doubt)
    statement = make_statement(article, "he welcomed the visit", chain=[speaker], manner="indirect")
    assert propositions(article, statement) == ["He welcomed the visit."]


def test_he_after_a_sentence_about_one_person_is_that_person() -> None:
    article = make_article("Avigdor Liberman was born in Moldova. He immigrated to Israel in 1978.")
    statement = make_statement(article, "He immigrated to Israel in 1978.")
    assert propositions(article, statement) == ["Avigdor Liberman immigrated to Israel in 1978."]


@pytest.mark.parametrize(
    "before", ["Avigdor Liberman met Isaac Herzog. ", "Reporters met Avigdor Liberman. ", "Avigdor Liberman won.\n\n"]
)
def test_he_stays_where_the_sentence_before_is_ambiguous(before: str) -> None:
    article = make_article(f"{before}He immigrated to Israel in 1978.")
    statement = make_statement(article, "He immigrated to Israel in 1978.")
    assert propositions(article, statement) == ["He immigrated to Israel in 1978."]
