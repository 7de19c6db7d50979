"""What a sentence is, by its words: passives, names, headlines, figures."""

import pytest
from factories import make_article, make_claim, make_dossiers, make_extraction, make_hop, make_statement

from sayso.report.sentences.gravity import kind
from sayso.report.sentences.headline_sourcing import Body
from sayso.report.sentences.passive import agentless
from sayso.report.sentences.who_is_named import Lexis, names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A direct line has also been agreed upon in order to improve contact.", True),
        ("The funds were quietly moved abroad.", True),
        ("Twelve people were shot in the square.", True),
        ("The pact is not expected to last.", True),
        ("He was told to leave, and the order was signed by the judge.", True),
        ("The order was signed by the judge.", False),
        ("The order, signed by 2030, was seen by them.", False),
        ("The work will be finished by 2030.", True),
        ("The firm is based in Ostia.", False),
        ("She was born in May.", False),
        ("The minister signed the order.", False),
        ("The house is red.", False),
        ("", False),
    ],
)
def test_a_passive_that_names_nobody_as_doing_it(words, expected):
    assert agentless(words) is expected


TEXT = (
    "The minister met Putin. Sohnut is a body, and Sohnut, an agency, helps. Rain fell. since then the deal with "
    "Bank of Ostia is off, says The Courier."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Since then Putin’s men met Dmitry Medvedev on Friday in July.", ("Putin", "Dmitry Medvedev")),
        ("Sohnut sued the Bank of Ostia.", ("Sohnut", "Bank of Ostia")),
        ("Rain fell over the bay.", ()),
        ("Marta Lund leads the ministry.", ("Marta Lund",)),
        ("Since Norland fell, it is quiet.", ("Norland",)),
        ("The minister spoke.", ()),
        ("Prime Minister Lund spoke of a prime mover.", ("Prime Minister Lund",)),
        (
            "A Polish intermediary and Israeli officials met Norland men.",
            ("Norland",),
        ),
        ("Putin met Putin, and The Courier saw it.", ("Putin", "The Courier")),
        ("— он встретил Путина в Москве.", ("Путина", "Москве")),
        ("", ()),
    ],
)
def test_who_is_named(words, expected):
    assert names(words, Lexis.of(TEXT)) == expected


PRAISE = make_article(
    "Putin said that the “new quality” of Russian-Israeli ties is thanks to Netanyahu. Police said that 12 were killed "
    "in a fire at the market. He said that talks go on."
)
SAID = [
    make_statement(
        PRAISE,
        "that the “new quality” of Russian-Israeli ties is thanks to Netanyahu",
        chain=[make_hop(PRAISE, "Putin")],
    ),
    make_statement(PRAISE, "that 12 were killed in a fire at the market", chain=[make_hop(PRAISE, "Police")]),
    make_statement(PRAISE, "talks go on", chain=[make_hop(PRAISE, "He", name="Marta Lund")]),
]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Putin praises ‘new quality’ of ties with Israel under Netanyahu", True),
        ("12 killed in market fire", True),
        ("13 killed in market fire", False),
        ("12 killed in market fire, mayor resigns over safety failures", False),
        ("Talks go on, says Lund", True),
        ("Fire", False),
        ("Israel-Russia relations", True),
        ("Ostia-Norland relations", False),
        ("", False),
    ],
)
def test_a_headline_that_the_body_sources(headline, expected):
    assert Body(SAID).covers(headline) is expected


@pytest.mark.parametrize(
    ("words", "known", "slots", "expected"),
    [
        ("it sold arms", {"hedge": "allegedly"}, {"numbers": ("3",)}, "allegation"),
        ("it sold arms", {"stance": "doubt"}, {}, "allegation"),
        ("the mayor took bribes", {}, {}, "allegation"),
        ("the reliable bus came", {}, {}, "background"),
        ("it sold arms", {}, {"numbers": ("3",)}, "figure"),
        ("it sold arms", {}, {"numbers": ("1978",)}, "background"),
        ("it sold arms", {}, {"numbers": ("one",)}, "background"),
        ("it sold arms", {}, {"numbers": ("two leaders",)}, "background"),
        ("it sold arms", {}, {"numbers": ("two million people",)}, "figure"),
        ("it sold arms", {}, {"numbers": ("21",), "when": ("July 21",)}, "background"),
        ("arms were sold", {}, {"numbers": ("3",)}, "figure"),
        ("arms were sold to Norland", {}, {}, "passive"),
        ("Norland sold arms", {"cue": "has been agreed upon"}, {}, "passive"),
        ("Norland sold arms", {}, {}, "actor"),
    ],
)
def test_the_kind_of_a_sentence(words, known, slots, expected):
    article = make_article(f"So allegedly then {words}. It saw Norland. This has been agreed upon.")
    statement = make_statement(article, words, **known)
    claim = make_claim(article, statement, **slots)
    dossiers = make_dossiers(article, make_extraction(article, [statement], claims=[claim]))
    named = bool(names(words, Lexis.of(article.text)))
    assert kind(words, (), dossiers, named) == expected
