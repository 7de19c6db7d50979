"""What one article gives to a worklist: which sentences, in which order, and what the reviewer reads."""

from __future__ import annotations

import pytest
from worklist_world import BRIBES, FRAUD, REGISTRY, Said, Sentence, told, unnamed

from sayso.worklist import ArticleFindings, BrokenRule, SetAside, found, with_broken_rules


def findings(*sentences: Sentence, title: str = "A day in town", **known: object) -> ArticleFindings:
    _, article, extraction = told(title, *sentences, **known)  # type: ignore[arg-type]
    return found(article, extraction, REGISTRY)


def short(made: ArticleFindings) -> list[str]:
    return [f"{one.kind} | {', '.join(one.who)} | {one.sentence}" for one in made.findings]


LISTED: dict[str, tuple[tuple[Sentence, ...], list[str]]] = {
    "an unnamed accuser": ((BRIBES,), [f"accusation | Tom Hale | {BRIBES.sentence}"]),
    "a named accuser, for to repeat is to make": ((FRAUD,), [f"accusation | Ben Lund | {FRAUD.sentence}"]),
    "an accusation in the article's own voice": (
        ("Tom Hale was drunk when he lied about the cheating.",),
        ["accusation | Tom Hale | Tom Hale was drunk when he lied about the cheating."],
    ),
    "a body that is accused": (
        (Said("Joan Pryce said that Baltic Oil Company bribed and deceived them.",
              "Baltic Oil Company bribed and deceived them", "Joan Pryce"),),
        ["accusation | Baltic Oil Company | Joan Pryce said that Baltic Oil Company bribed and deceived them."],
    ),
    "one item for all that is said of one": (
        (BRIBES, "Tom Hale lied to the police.", "The fair opens in May."),
        [f"accusation | Tom Hale | {BRIBES.sentence}"],
    ),
    "two for two": (
        (BRIBES, FRAUD),
        [f"accusation | Tom Hale | {BRIBES.sentence}", f"accusation | Ben Lund | {FRAUD.sentence}"],
    ),
    "an unnamed source alone": (
        (unnamed("A manager said that 300 patients died.", "300 patients died", "A manager"),),
        ["unnamed |  | A manager said that 300 patients died."],
    ),
    "a figure that nobody gives": (
        ("Floods killed nobody but 4,000 sheep drowned.",),
        ["fact |  | Floods killed nobody but 4,000 sheep drowned."],
    ),
    "a conviction is none": (("Tom Hale was convicted of fraud.",), []),
    "nor what a court found": (
        (Said("The court ruled that Tom Hale had stolen.", "Tom Hale had stolen", "The court",
              known={"cue": "ruled"}),), []
    ),
    "nor colour": (("The sun shone on the market.", "It was a long day."), []),
    "nor what a named source says of nobody": (
        (Said("Joan Pryce said that the fair was a success.", "the fair was a success", "Joan Pryce"),), []
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected"), LISTED.values(), ids=LISTED)
def test_listed(sentences: tuple[Sentence, ...], expected: list[str]) -> None:
    assert short(findings(*sentences)) == expected


REASONS: dict[str, tuple[Sentence, list[str]]] = {
    "unnamed": (
        BRIBES,
        [
            "Tom Hale can be identified, and is accused or exposed here (“bribes”).",
            "Tom Hale is accused by what it says.",
            "Only an unnamed source says so: “A council official”.",
        ],
    ),
    "named": (
        FRAUD,
        [
            "Ben Lund can be identified, and is accused or exposed here (“stolen”).",
            "Ben Lund is accused by what it says.",
            "Joan Pryce says so on record; to repeat an accusation is to make it.",
        ],
    ),
    "nobody": (
        "Tom Hale was drunk when he lied.",
        [
            "Tom Hale can be identified, and is accused or exposed here (“drunk, lied”).",
            "No source is given.",
        ],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), REASONS.values(), ids=REASONS)
def test_the_reviewer_reads_why(sentence: Sentence, expected: list[str]) -> None:
    assert list(findings(sentence).findings[0].reasons) == expected


def test_an_accusation_stands_above_whatever_else_weighs_more() -> None:
    made = findings(
        unnamed("A manager said that 300 died.", "300 died", "A manager"), "Tom Hale, they say, is a thief."
    )
    assert [one.kind for one in made.findings] == ["accusation", "unnamed"]


def test_the_rest_is_counted() -> None:
    made = findings("The sun shone.", "The bridge was opened.", captions=["Anna Berg at the fair"])
    assert made.findings == ()
    assert made.aside == SetAside(background=2, passives=1, captions=1)


def test_an_article_without_a_title_is_called_by_its_headline() -> None:
    assert findings("The sun shone.", title="A day in town").title == "A day in town"
    assert findings("The sun shone.", title="A day in town", url="https://a.example/x").title == "A day in town"


def test_an_item_has_the_id_of_a_claim_of_its_sentence_and_its_paragraph_with_the_words_marked() -> None:
    one = findings(BRIBES).findings[0]
    assert one.id.removeprefix("s-") in {claim.id for claim in one.claims}
    assert [(piece.part, piece.words) for piece in one.passage] == [
        ("sentence", "A council official said that "),
        ("finding", "Tom Hale took bribes"),
        ("sentence", "."),
    ]
    assert (one.harm, one.support, one.person) == (3, 1, True)


def test_the_same_article_gives_the_same() -> None:
    assert findings(BRIBES, FRAUD) == findings(BRIBES, FRAUD)


def test_what_breaks_a_rule_is_a_reason_more_or_an_item_of_its_own() -> None:
    _, article, extraction = told("A day in town", BRIBES, "The sun shone on the market.", "It was a long day.")
    given = found(article, extraction, REGISTRY)
    assert with_broken_rules(given, article, extraction, REGISTRY, ()) == given
    sun = article.text.index("The sun")
    broken = [
        BrokenRule(article.text.index(BRIBES.sentence) + 1, "No reply."),
        BrokenRule(sun, "Sun."),
        BrokenRule(0, "1."),
    ]
    made = with_broken_rules(given, article, extraction, REGISTRY, broken)
    assert [(one.kinds, one.sentence, one.reasons[-1], one.score >= 8) for one in made.findings] == [
        (("accusation", "rule"), BRIBES.sentence, "No reply.", True),
        (("rule",), "The sun shone on the market.", "Sun.", True),
        (("rule",), "A day in town", "1.", True),
    ]
