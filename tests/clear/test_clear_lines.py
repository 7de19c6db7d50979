"""Which sentences of a draft are lines, and why; what any reader may look up or see is only counted."""

from __future__ import annotations

import pytest

from sayso.clear import Findings, HouseRule, findings
from schemas import Article
from tests.evaluation.clearing_cases import read

CLUB = """Treasurer stole from rowing club

The treasurer Daniel Prost took bribes, the prosecutor Ilse Brandt said on Monday. The money paid for a motorcycle.

A second account was emptied in May, according to a person familiar with the books.

Prost bought a flat in Tarn in June. He is said to have friends in the bank. Prost was born in Ulm in 1971.

The club has 310 members and lies near the river. If convicted, Prost faces five years in prison.

Repeated calls to the bank went unanswered.
"""


def found(text: str, rule: HouseRule | None = None) -> Findings:
    return findings(Article(text=text), read(text), rule or HouseRule())


@pytest.fixture(scope="module")
def club() -> Findings:
    return found(CLUB)


def test_each_line_says_who_says_so_what_is_missing_and_who_answers(club: Findings) -> None:
    assert [(line.point, "/".join(line.why), line.words[:20], line.who, line.asks) for line in club.lines] == [
        ("headline", "overstated", "Treasurer stole from", "Ilse Brandt", "desk, lawyer"),
        ("reply", "absent", "The treasurer Daniel", "Ilse Brandt", "reporter, lawyer"),
        ("source", "runs-on", "The money paid for a", "no source given", "reporter, lawyer"),
        (
            "source",
            "unnamed",
            "A second account was",
            "an unnamed source (“person familiar with the books”)",
            "reporter, whoever knows the source",
        ),
        ("source", "own-voice", "Prost bought a flat ", "no source given", "reporter"),
        ("source", "alleged", "He is said to have f", "no source given", "reporter, lawyer"),
    ]
    assert [line.missing for line in club.lines] == [
        "The body has it as an allegation, from Ilse Brandt: “The treasurer Daniel Prost took bribes, the prosecutor "
        "Ilse Brandt said on Monday.”",
        "no reply by Daniel Prost, and the draft does not say that one was sought",
        "is it still from Ilse Brandt, now that the accusation goes on?",
        "the text gives no reason for leaving out the name; who in the house knows the source?",
        "how is it known?",
        "nobody is named for the allegation (“is said”): who makes it?",
    ]


def test_what_needs_no_answer_is_counted(club: Findings) -> None:
    counted = {name: number for name, number in club.counts.model_dump().items() if number}
    assert counted == {"sourced": 1, "replies": 1, "commonplace": 3}


def test_a_reply_in_the_text_is_shown_beside_its_accusation() -> None:
    text = (
        "Marta Silveira accused the landlord Quim Duarte of threatening her children.\n\n"
        "Duarte did not respond to a request for comment sent by email on Tuesday."
    )
    (pair,) = found(text).pairs
    assert (pair.accused, pair.kind, pair.when, pair.how) == ("Quim Duarte", "sought", "Tuesday", "by email")
    assert [line.point for line in found(text).lines] == []


RULES = {
    HouseRule(reason=False, sources=1, known=False): "the house's rule is kept: is it true?",
    HouseRule(reason=True, sources=1, known=False): "the text gives no reason for leaving out the name",
    HouseRule(reason=False, sources=2, known=True): (
        "the house asks for 2 such sources, the text has 1; who in the house knows the source?"
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_house_says_what_an_unnamed_source_needs(rule: HouseRule) -> None:
    text = "The mine will close in May, according to a person familiar with the plans."
    assert [line.missing for line in found(text, rule).lines] == [RULES[rule]]


COMMONPLACE = {
    "Migraine comes with nausea.": True,
    "The village lies near the border.": True,
    "Parliament will debate the budget on 12 November.": True,
    "She was born in Uppsala and studied the oboe.": True,
    "The market is held every Sunday.": True,
    "Rovers won 2-1 at home to Easton on Saturday.": True,
    "The trial continues on Friday.": True,
    "He moved the priest from parish to parish.": False,
    "His brother owns the contractor.": False,
    "Two patients died during the trial.": False,
    "The attacker is a known drug dealer.": False,
    "Workers pushed aside an elderly man.": False,
    "The government has used cluster munitions in towns.": False,
    "Shares fell 9 percent on Thursday morning.": False,
    "It was the deadliest attack since August.": False,
    "Inspectors found nothing wrong.": False,
}


@pytest.mark.parametrize("sentence", COMMONPLACE)
def test_background_is_what_anybody_can_look_up_and_hurts_nobody(sentence: str) -> None:
    assert ([line.words for line in found(sentence).lines] == []) == COMMONPLACE[sentence]


SPEAKING = {
    "Police said that the road was closed.": [],
    "A spokeswoman said that the road was closed.": [],
    "Three officials said that the road was closed.": ["unnamed"],
    "The road was closed, according to documents seen by this newspaper.": ["document"],
    "The road was closed, people familiar with the matter said.": ["unnamed"],
}


@pytest.mark.parametrize("sentence", SPEAKING)
def test_who_speaks_for_a_body_is_no_unnamed_source(sentence: str) -> None:
    assert [why for line in found(sentence).lines for why in line.why] == SPEAKING[sentence]


def test_a_place_is_not_accused() -> None:
    text = "The village of Dourak has 40,000 inhabitants and lies near the border. Elton played hits to a full house."
    assert [line.point for line in found(text).lines if line.point == "reply"] == []
