"""What clearing a draft finds: who is accused and has answered, and headlines that say more than the body."""

from __future__ import annotations

import pytest

from sayso.clear import overstatements, rights_of_reply
from schemas import Article
from tests.evaluation.clearing_cases import TABLES, cases, read

SILENT = (
    "Marta Silveira accused the landlord Quim Duarte of threatening her children.\n\n"
    "Duarte did not respond to a request for comment sent by email on Tuesday."
)
COFFEE = (
    "Coffee prevents dementia\n\nCoffee may prevent dementia, researchers at the University of Tarn said on Monday."
)


def test_a_pair_says_who_accuses_and_how_a_reply_was_sought() -> None:
    (pair,) = rights_of_reply(Article(text=SILENT), read(SILENT))
    assert (pair.accused, pair.kind, pair.chain[0].name) == ("Quim Duarte", "sought", "Marta Silveira")
    assert [span.words for span in (pair.reply, pair.when, pair.how) if span is not None] == [
        "Duarte did not respond to a request for comment sent by email on Tuesday.",
        "Tuesday",
        "by email",
    ]


KNOWN_WRONG = "“I have known the family for years,” Duarte said.", "absent", False


@pytest.mark.parametrize(
    ("answer", "kind", "denies"),
    [
        ("Duarte denied that he had threatened them.", "printed", True),
        pytest.param(*KNOWN_WRONG, marks=pytest.mark.xfail(strict=True, reason="taken for an answer to it")),
        ("“I never threatened anybody,” Duarte said.", "printed", True),
        ("Duarte did not respond to a request for comment.", "sought", False),
        ("The house has four floors.", "absent", False),
    ],
)
def test_what_is_said_behind_an_accusation_and_denies_nothing_is_told_from_a_denial(
    answer: str, kind: str, denies: bool
) -> None:
    text = f"Marta Silveira accused the landlord Quim Duarte of threatening her children.\n\n{answer}"
    (pair,) = rights_of_reply(Article(text=text), read(text))
    assert (pair.kind, pair.denies) == (kind, denies)


def test_an_overstatement_says_what_the_body_says_instead() -> None:
    (found,) = overstatements(Article(text=COFFEE), read(COFFEE))
    assert (found.kind, found.headline.words) == ("hedge", "Coffee prevents dementia")
    assert found.why == (
        "The body leaves it open: “Coffee may prevent dementia, researchers at the University of Tarn said on Monday.”"
    )


@pytest.mark.parametrize("table", TABLES)
def test_every_span_stands_in_the_draft(table: str) -> None:
    for case in list(cases(table))[::5]:
        extraction = read(case.article.text)
        for pair in rights_of_reply(case.article, extraction):
            for span in (*pair.words, pair.reply, pair.when, pair.how):
                if span is not None:
                    span.check(case.article.text)
        for found in overstatements(case.article, extraction):
            found.headline.check(case.article.text)
            found.body.check(case.article.text)


@pytest.mark.parametrize(
    "text", ["", " ", "A.", "“", "1.2.3 of 4.5.6\n\n1.2.3", "O'Brien's 's\n\nHe denies it.", "\n\n\n"]
)
def test_scraps_have_nothing_to_clear(text: str) -> None:
    article = Article(text=f"The rain fell. {text}")
    extraction = read(article.text)
    assert rights_of_reply(article, extraction) == ()
    assert overstatements(article, extraction) == ()
