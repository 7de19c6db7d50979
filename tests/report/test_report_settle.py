"""Who says so, and what would settle a conflict."""

import pytest
from factories import find, make_hop
from linked_world import article, said

from sayso.report import says, telling
from sayso.report.linked.what_would_settle import settles
from schemas import Member

PAPER = article(
    "The Globe",
    "Marta Lund, aides, TASS, Reuters, the audit: the peace treaty holds. the treaty failed. It rained. 12 died, 30 "
    "died.",
)


def told(content, source=None, *relays, slots=None, **known):
    return said(PAPER, content, source, *relays, slots=slots, **known).published_claim


def unnamed(content, *relays):
    source = make_hop(PAPER, "aides", anonymous=True)
    return _with_origin(told(content, "aides", *relays), source)


def _with_origin(one, hop):
    chain = (hop, *one.statement.chain[1:])
    return one.model_copy(update={"statement": one.statement.model_copy(update={"chain": chain})})


LUND = "The earlier source: what Marta Lund said, word for word."
NONE = "The earlier source: The Globe gives none; where does it have this from?"
CASES = {
    "the speaker's own words": (told("It rained", "Marta Lund"), told("It rained", "Marta Lund"), {}, [LUND]),
    "the speaker before the carrier": (
        told("It rained", "Marta Lund", "TASS"),
        told("It rained"),
        {},
        ["The earlier source: what Marta Lund said, before TASS passed it on.", NONE],
    ),
    "who an unnamed source is": (
        unnamed("It rained"),
        unnamed("It rained", "TASS"),
        {},
        [
            "The earlier source: an unnamed source (“aides”); only The Globe can tell who that is, and how it knows.",
            "The earlier source: an unnamed source (“aides”); only TASS can tell who that is, and how it knows.",
        ],
    ),
    "the one origin of both": (
        told("It rained", "Marta Lund"),
        told("It rained"),
        {"one_origin": True},
        ["The earlier source: both go back to one origin, and its own words tell which of them has it right."],
    ),
    "the paper that both speak of": (
        told("the peace treaty holds"),
        told("the treaty failed"),
        {},
        [NONE, "The document: both speak of the treaty, which can be read."],
    ),
    "the paper that one has it from": (
        _with_origin(told("It rained", "the audit"), make_hop(PAPER, "the audit", kind="document")),
        told("It rained", "Marta Lund"),
        {},
        ["The earlier source: what the audit said, word for word.", LUND, "The document: the audit."],
    ),
    "the figure": (
        told("12 died", slots={"numbers": ("12",)}),
        told("30 died", slots={"numbers": ("30",)}),
        {},
        [NONE, "The figure: “12” or “30”; who counted, what was counted, and up to when?"],
    ),
    "no figure where one is the same": (
        told("12 died", slots={"numbers": ("12",)}),
        told("30 died", slots={"numbers": ("30", "12")}),
        {},
        [NONE],
    ),
    "the date": (
        told("12 died", slots={"when": ("Monday",)}),
        told("30 died", slots={"when": ("Tuesday",)}),
        {},
        [NONE, "The date: “Monday” or “Tuesday”; they may speak of two events."],
    ),
    "what was said first": (
        told("It rained"),
        told("It rained"),
        {"ordered": False},
        [NONE, "When each was said: with the order unknown, one may only be newer than the other."],
    ),
}


@pytest.mark.parametrize(("a", "b", "known", "expected"), CASES.values(), ids=CASES.keys())
def test_what_settles_a_conflict(a, b, known, expected):
    assert list(settles(a, b, **{"ordered": True, "one_origin": None, **known})) == expected


BOTH = make_hop(
    PAPER,
    "Marta Lund, aides",
    members=(
        Member(name="Marta Lund", mention=find(PAPER, "Marta Lund")),
        Member(name="aides", mention=find(PAPER, "aides"), anonymous=True),
    ),
)
NEGATIONS = {
    "no one": ("Luckily no one was hurt.", "affirmed", "denied", False),
    "not": ("The road was not closed.", "affirmed", "denied", False),
    "nothing": ("Marta Lund saw nothing.", "affirmed", "denied", False),
    "a denial": ("The road was closed.", "denied", "affirmed", True),
    "a denial of a negation": ("The road was not closed.", "denied", "denied", True),
    "neither": ("The road was closed.", "affirmed", "affirmed", False),
}


@pytest.mark.parametrize(("words", "polarity", "own", "denied"), NEGATIONS.values(), ids=NEGATIONS)
def test_who_says_that_something_is_not_so_says_so_and_denies_nothing(words, polarity, own, denied):
    for source in (None, "Marta Lund"):
        paper = article("The Globe", f"{words} Marta Lund spoke.")
        one = said(paper, words, source, slots={"polarity": own}, polarity=polarity).published_claim
        assert says(telling(one)) == f"{'Who denies it' if denied else 'Who says so'}: {source or 'no source given'}"
