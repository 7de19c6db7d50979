"""Steps about a whole article, and the standing rules that are made of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.engine import Engine
from sayso.testing.article_reading import ArticleReading, Readings
from sayso.testing.spec_folder import spec_folder, standing_rules

Read = Callable[..., ArticleReading]

ACCUSED = "Marta Silveira accused the landlord Quim Duarte of threatening her children.\n\n"
UNNAMED = "The mine will close, an official said on condition of anonymity. The pit is flooded, sources told Reuters."


@pytest.fixture(scope="module")
def read() -> Read:
    readings = Readings(Engine())
    return lambda text, outlet=None: readings.published("a.txt", text, outlet, None)


STEPS: dict[str, tuple[str, str, list[str]]] = {
    "a reply that is printed": (
        ACCUSED + "Duarte denied that he had threatened them.",
        "for everyone accused, their reply is printed, or when and how it was sought",
        [],
    ),
    "a reply that was sought, when and how": (
        ACCUSED + "Duarte did not respond to a request for comment sent by email on Tuesday.",
        "their reply is printed, or when and how it was sought",
        [],
    ),
    "a reply that was sought, nobody knows when": (
        ACCUSED + "Duarte did not respond to a request for comment.",
        "their reply is printed, or when and how it was sought.",
        [
            "expected a reply of Quim Duarte to “the landlord Quim Duarte of threatening her children”, or when "
            "and how it was sought, found “Duarte did not respond to a request for comment.” without when, "
            "in a.txt, paragraph 2, line 3, characters 78 to 126"
        ],
    ),
    "no reply": (
        ACCUSED + "The house has four floors.",
        "their reply is printed, or when and how it was sought",
        [
            "expected a reply of Quim Duarte to “the landlord Quim Duarte of threatening her children”, or when "
            "and how it was sought, found neither, in a.txt, paragraph 1, line 1, characters 23 to 75"
        ],
    ),
    "an accuser with a name": (ACCUSED, "each accusation has a named source", []),
    "an accuser without a name": (
        "A neighbour accused the landlord Quim Duarte of threatening her children.",
        "each accusation has a named source",
        [
            "expected a named source of “the landlord Quim Duarte of threatening her children”, "
            'found an unnamed "neighbour", in a.txt, paragraph 1, line 1, characters 20 to 72'
        ],
    ),
    "no accuser": (
        "The landlord Quim Duarte allegedly threatened the children.",
        "each accusation has a source",
        [
            "expected a source of “The landlord Quim Duarte allegedly threatened the children.”, "
            "found no source given, in a.txt, paragraph 1, line 1, characters 0 to 59"
        ],
    ),
    "a headline that hedges": (
        "Coffee may prevent dementia\n\nCoffee may prevent dementia, researchers at the University of Tarn said.",
        "the headline says no more than the body",
        [],
    ),
    "a headline that does not": (
        "Coffee prevents dementia\n\nCoffee may prevent dementia, researchers at the University of Tarn said.",
        "the headline says no more than the body",
        [
            "expected the headline “Coffee prevents dementia” to say no more than the body, found The body leaves it "
            "open: “Coffee may prevent dementia, researchers at the University of Tarn said.”, "
            "in a.txt, paragraph 2, line 3, characters 26 to 98"
        ],
    ),
    "a headline that accuses nobody": (
        "Coffee prevents dementia\n\nCoffee may prevent dementia, researchers at the University of Tarn said.",
        "the headline keeps the body’s hedge or source for each accusation",
        [],
    ),
    "a source that is not described": (
        UNNAMED,
        "each unnamed source is described",
        [
            "expected a description of who says “The pit is flooded”, "
            'found an unnamed "sources" via "Reuters", in a.txt, paragraph 1, line 1, characters 65 to 83'
        ],
    ),
    "a source without a reason": (
        UNNAMED,
        "it says why each unnamed source is not named",
        [
            "expected why the source of “The pit is flooded” is not named, found no reason, "
            "in a.txt, paragraph 1, line 1, characters 65 to 83"
        ],
    ),
    "few unnamed": (UNNAMED, "at most 2 claims have only an unnamed source", []),
    "too many unnamed": (
        UNNAMED,
        "at most 1 claim has only an unnamed source",
        [
            "expected at most 1 claim with only an unnamed source, found 2: “The mine will close” "
            '(an unnamed "official", paragraph 1); “The pit is flooded” '
            '(an unnamed "sources" via "Reuters", paragraph 1), in a.txt'
        ],
    ),
    "an outlet that passes on": (UNNAMED, 'nothing rests on "Reuters" alone', []),
    "an outlet alone": (
        "The pit is flooded, Sputnik reported.",
        "nothing rests on “Sputnik” alone",
        [
            'expected “The pit is flooded” not to rest on "Sputnik" alone, found no other source, '
            "in a.txt, paragraph 1, line 1, characters 0 to 18"
        ],
    ),
}


@pytest.mark.parametrize(("text", "step", "told"), STEPS.values(), ids=STEPS)
def test_a_step_about_a_whole_article_is_checked_in_every_draft(
    read: Read, tmp_path: Path, text: str, step: str, told: list[str]
) -> None:
    (tmp_path / "a.feature").write_text(f"Feature: F\n Scenario: S\n  Given every draft\n  Then {step}", "utf-8")
    specs = spec_folder(tmp_path)
    assert (specs.scenarios, specs.problems) == (0, ())
    (rule,) = specs.rules
    assert (rule.concerns(read(text), draft=True), rule.concerns(read(text), draft=False)) == (True, False)
    failures = [*rule.broken(read(text))]
    assert [sentence for failure in failures for sentence in failure.sentences] == told
    assert {(one.place, one.scenario, one.step) for one in failures} <= {("a.feature:4", "S", f"Then {step}")}


CONCERNED = {
    "every article": ("", "It rains.", None, True),
    "a source": (' carrying "Sputnik"', "It rains, Sputnik reported.", None, True),
    "a relay": (' carrying "Sputnik"', "It rains, a man told Sputnik.", None, True),
    "a dateline": (' carrying "Reuters"', "OSLO, March 5 (Reuters) - It rains. The ferry is late.", None, True),
    "another name of it": (' carrying "NYT"', "It rains, The New York Times reported.", None, True),
    "a mention": (' carrying "Sputnik"', "Sputnik opened an office. It rains, Interfax reported.", None, False),
    "an outlet": (' from "The Harbour Gazette"', "It rains.", "the harbour gazette", True),
    "another outlet": (' from "The Harbour Gazette"', "It rains.", "Echo", False),
    "no outlet": (' from "Echo"', "It rains.", None, False),
    "both": (' carrying "Sputnik" from "Echo"', "It rains, Sputnik reported.", "Echo", True),
}


@pytest.mark.parametrize(("of", "text", "outlet", "concerned"), CONCERNED.values(), ids=CONCERNED)
def test_a_rule_about_new_articles_concerns_those_that_it_names(
    read: Read, tmp_path: Path, of: str, text: str, outlet: str | None, concerned: bool
) -> None:
    rule = f"Feature: F\n Scenario: S\n  Given every new article{of}\n  Then at most 0 claims have no source"
    (tmp_path / "a.feature").write_text(rule, "utf-8")
    (tmp_path / "broken.feature").write_text("Given", "utf-8")
    specs = standing_rules(tmp_path)
    assert specs.problems == ()  # only files with rules are looked at
    (found,) = specs.rules
    assert found.concerns(read(text, outlet), draft=False) is concerned


UNFIT = {
    "words of one article": (
        ["Given every draft", 'Then "It rains" has no source given'],
        "a.feature:4: expected a step that can be checked in any article, "
        'found “"It rains" has no source given”, which is about the words of one',
    ),
    "two beginnings": (
        ["Given every draft", 'And the article "a.txt"', "Then at most 0 claims have no source"],
        'a.feature:4: expected only “every draft” before the Then, found “the article "a.txt"”',
    ),
    "nothing": (
        ["Given every draft"],
        "a.feature:2: expected a Then in “S”, found none: it could never fail",
    ),
}


@pytest.mark.parametrize(("steps", "sentence"), UNFIT.values(), ids=UNFIT)
def test_what_is_no_rule_is_told_in_a_sentence(tmp_path: Path, steps: list[str], sentence: str) -> None:
    (tmp_path / "a.feature").write_text("\n ".join(["Feature: F", "Scenario: S", *steps]), "utf-8")
    assert spec_folder(tmp_path).problems == (sentence,)


def test_a_folder_that_is_not_there_has_no_rules(tmp_path: Path) -> None:
    assert standing_rules(tmp_path / "nowhere").rules == ()
