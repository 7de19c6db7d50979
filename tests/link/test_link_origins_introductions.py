"""Whom an article introduces by an office, and what the words for a source tell of it."""

import pytest
from factories import make_article
from installed import registry

from sayso.link.origins.affiliations import of_introduction
from sayso.link.origins.descriptions import callings, described
from sayso.link.origins.introductions import introductions
from sayso.link.origins.name_ties import tied

INTRODUCED = {
    "an apposition": ("Tove Lind, a spokeswoman for Norvik, was there.", "Tove Lind", "a spokeswoman for Norvik"),
    "an office before the name": ("They asked Norvik spokeswoman Tove Lind.", "Tove Lind", "Norvik spokeswoman"),
    "an office and a comma before the name": (
        "On Friday the agency's director, Rita Voss, came.",
        "Rita Voss",
        "the agency's director",
    ),
    "a title": ("Mayor Ilse Brandt came back.", "Mayor Ilse Brandt", "Mayor"),
    "a short title with a full stop": ("He met Sgt. Otto Ruud there.", "Sgt. Otto Ruud", "Sgt"),
    "who runs it": ("Arne Moe, who runs Norvik, was there.", "Arne Moe", "who runs Norvik"),
    "whose it is": ("Its head, Arne Moe, was there.", "Arne Moe", "Its head"),
    "of a body": ("Ana Ek of Norvik was there.", "Ana Ek", "of Norvik"),
    "whose somebody is": ("They asked Norvik’s Ana Ek.", "Norvik’s Ana Ek", "of Norvik’s"),
    "in brackets": ("Ana Ek (director of Norvik) was there.", "Ana Ek", "director of Norvik"),
    "a name with small words": ("They met Norvik chairman Jan van der Berg.", "Jan van der Berg", "Norvik chairman"),
    "a calling": ("The dean, Karel Rusk, was there.", "Karel Rusk", "The dean"),
}
NOT_INTRODUCED = {
    "a customer": "Bo Ek, a Norvik customer, was there.",
    "who held the office once": "Bo Ek, a former Norvik director, was there.",
    "who was something": "Bo Ek, who was mayor before, was there.",
    "a critic": "Bo Ek, a critic of Norvik's director, was there.",
    "another name behind the office": "Bo Ek, Norvik spokeswoman Tove Lind and others were there.",
    "what somebody did": "Bo Ek, told of the director's plans, was there.",
    "a sentence that goes on": "When Bo Ek came, the director was there.",
    "the next sentence": "They met Bo Ek. A spokesman for Norvik was there.",
}


@pytest.mark.parametrize(("text", "name", "words"), INTRODUCED.values(), ids=INTRODUCED)
def test_who_speaks_for_a_body_is_introduced(text, name, words):
    found = [(one.name, one.words) for one in introductions(make_article(text))]
    assert any(of == name and words in told for of, told in found), found


@pytest.mark.parametrize("text", NOT_INTRODUCED.values(), ids=NOT_INTRODUCED)
def test_who_speaks_for_no_body_is_not_introduced_by_an_office(text):
    found = [one.words for one in introductions(make_article(text)) if one.name == "Bo Ek"]
    assert not any(of_introduction(words, "Bo Ek", registry).introduced for words in found), found


PRIVATE = {
    "a customer": "Bo Ek, a Norvik customer, was there.",
    "a description before the name": "On Friday a former prisoner, Bo Ek, was there.",
}


@pytest.mark.parametrize("text", PRIVATE.values(), ids=PRIVATE)
def test_somebody_of_whom_an_article_tells_no_office_is_private(text):
    found = [one.words for one in introductions(make_article(text)) if one.name == "Bo Ek"]
    assert found
    assert all(of_introduction(words, "Bo Ek", registry).private for words in found)


def test_an_article_of_any_length_takes_time_in_proportion():
    names = "Ana Ek, director of Norvik, " * 2_000
    assert len(introductions(make_article(names))) < 10


ONE_NAME = [
    ("Marta Dahl", "Dahl"),
    ("Marta Dahl", "Heartbroken Marta Dahl"),
    ("Karim Abdelaziz", "Karim Abdulaziz"),
    ("Olga Petrenko", "Olga Petrneko"),
    ("Saif Al Rahmani", "Saif Alrahmani"),
    ("Nick Bellamy", "Nicholas Bellamy"),
    ("Mo", "Mohammed Aziz"),
    ("Bellamy", "@nickbellamy_83"),
    ("Northern Seal Observatory", "the Observatory"),
    ("Baltic Union of Pilots", "BUP"),
    ("Norvik’s Tove Lind", "Tove Lind"),
    ("Norvik’s Tove Lind", "Norvik"),
    ("A woman named Marta Dahl", "Marta Dahl"),
]
TWO_NAMES = [
    ("Ana Lind", "Ina Lund"),
    ("Marta Dahl", "Nils Dahl"),
    ("Peter Holm", "Petersen"),
    ("Channel 12 News", "Channel 13 News"),
    ("Norvik", "Sund Foods"),
    ("Baltic Union of Pilots", "BUS"),
    ("Karim Abdelaziz", "Nadia Abdelaziz"),
    ("", "Marta Dahl"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_names_that_may_be_one_sources(a, b):
    assert tied(a, b)
    assert tied(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_names_of_two(a, b):
    assert not tied(a, b)
    assert not tied(b, a)


@pytest.mark.parametrize(
    ("words", "only_described"),
    [
        ("The father of four", True),
        ("the 36-year-old", True),
        ("the company", True),
        ("police", True),
        ("Police", True),
        ("the mayor of Lade", True),
        ("the Marine with the camera", True),
        ("Lade's food safety agency", True),
        ("a study published on Friday", True),
        ("Marta Dahl", False),
        ("Norvik", False),
        ("the Harbour Hospital", False),
        ("a man named Bo Ek", False),
        ("Instagram user bo_ek", False),
        ("the Post", False),
    ],
)
def test_words_that_only_describe_a_source(words, only_described):
    assert described(words) is only_described


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a spokesman for the police", {"police"}),
        ("prosecutors", {"prosecution"}),
        ("a witness who told the police", set()),
        ("somebody close to the ministry", set()),
        ("a senior official", set()),
        ("doctors at the hospital", {"hospital", "science"}),
    ],
)
def test_the_callings_that_words_tell(words, found):
    assert callings(words) == found
