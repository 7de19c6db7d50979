"""What a retelling has lost of what it retells, and what is not called lost."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from factories import find, make_article, make_claim, make_hop, make_statement

from sayso.link.drift import FEWEST, Telling, Ties, draw, rates, series, telling
from sayso.link.drift.hedges import hedges, plain
from sayso.link.drift.losses import in_headline, losses
from sayso.link.drift.rates import rate, wilson
from sayso.link.drift.told_figures import figures
from schemas import PublishedClaim, Segment, Span
from schemas.publication import Publication


class Told(NamedTuple):
    """An article of one sentence or more: the claim's words, and who says so."""

    text: str
    words: str
    source: str | None = None
    anonymous: bool = False
    headline: bool = False
    denied: bool = False
    cue: str | None = None


def made(told: Told, outlet: str = "The Globe", published: str | None = "2024-03-01") -> Telling:
    """The telling of the whole article's paragraph."""
    article = make_article(told.text, outlet=outlet, published=published)
    chain = [make_hop(article, told.source, anonymous=told.anonymous)] if told.source else []
    known = {"cue": told.cue} if told.cue else {}
    statement = make_statement(article, told.words, chain=chain, **known)
    claim = make_claim(article, statement, polarity="denied" if told.denied else "affirmed")
    published_claim = PublishedClaim(claim=claim, statement=statement, publication=Publication.of(article))
    span = find(article, told.text.splitlines()[0])
    segment = Segment(kind="headline" if told.headline else "sentence", span=span, paragraph=0)
    return telling(published_claim, article, segment, Span.of(article.text, 0, len(article.text)))


MAYBE = Told("The dam may have burst at night, the mayor said.", "The dam may have burst at night", "the mayor")
AT_LEAST = Told("At least 11 people died in the fire, police said.", "At least 11 people died in the fire", "police")
BURST = Told("The dam burst at night.", "The dam burst at night")
FINE = Told("Norvik paid a fine of $187,000, Tove Lind said.", "Norvik paid a fine of $187,000", "Tove Lind")
SAID = Told(
    "The bridge was closed after the flood, Tove Lind said.", "The bridge was closed after the flood", "Tove Lind"
)

LOST = {
    "may have": (MAYBE, BURST, {"hedge", "source"}),
    "appears to have": (
        Told("The ship appears to have hit a rock off Terna.", "The ship appears to have hit a rock off Terna"),
        Told("The ship hit a rock off Terna.", "The ship hit a rock off Terna"),
        {"hedge"},
    ),
    "alleged": (
        Told("The alleged forger of the letters fled.", "The alleged forger of the letters fled"),
        Told("The forger of the letters fled.", "The forger of the letters fled"),
        {"hedge"},
    ),
    "whoever only believes it": (
        Told("Lind believes the dam burst at night.", "the dam burst at night", "Lind", cue="believes"),
        Told("Lind said the dam burst at night.", "the dam burst at night", "Lind", cue="said"),
        {"hedge"},
    ),
    "at least": (
        AT_LEAST,
        Told("Eleven people died in the fire, police said.", "Eleven people died in the fire", "police"),
        {"hedge"},
    ),
    "rounded up": (
        FINE,
        Told("Norvik paid a fine of $200,000, Tove Lind said.", "Norvik paid a fine of $200,000", "Tove Lind"),
        {"number"},
    ),
    "nearly reached": (
        Told("Nearly 300 houses were lost.", "Nearly 300 houses were lost"),
        Told("In all 300 houses were lost.", "300 houses were lost"),
        {"number"},
    ),
    "grown, where it is known to be retold": (
        Told("The storm took 12 roofs in Hovden.", "The storm took 12 roofs in Hovden"),
        Told("The storm took 19 roofs in Hovden.", "The storm took 19 roofs in Hovden"),
        {"number"},
    ),
    "the source is gone": (
        SAID,
        Told("The bridge was closed after the flood.", "The bridge was closed after the flood"),
        {"source"},
    ),
    "the name is gone": (
        SAID,
        Told(
            "The bridge was closed after the flood, an engineer said.",
            "The bridge was closed after the flood",
            "an engineer",
            anonymous=True,
        ),
        {"unnamed"},
    ),
}

KEPT = {
    "an age is no time since": (
        Told("The boys, 14 years old, bought the car in Hovden.", "The boys, 14 years old, bought the car in Hovden"),
        Told("The boys bought the car in Hovden 20 years ago.", "The boys bought the car in Hovden 20 years ago"),
    ),
    "the hedge is kept in a quotation": (
        MAYBE,
        Told("The dam burst at night, or “may have”, the mayor said.", "The dam burst at night", "the mayor"),
    ),
    "another word hedges": (
        MAYBE,
        Told("Perhaps the dam burst at night, the mayor said.", "the dam burst at night", "the mayor"),
    ),
    "the next sentence leaves it open": (
        MAYBE,
        Told("The dam burst at night, the mayor said. Why is not clear.", "The dam burst at night", "the mayor"),
    ),
    "a question": (
        MAYBE,
        Told("Did the mayor know that the dam burst at night?", "the dam burst at night"),
    ),
    "something else of the same people": (
        MAYBE,
        Told("The mayor ordered pumps for the valley, the mayor said.", "ordered pumps for the valley", "the mayor"),
    ),
    "the month of May": (
        Told("In May the dam burst at night.", "In May the dam burst at night"),
        Told("The dam burst at night.", "The dam burst at night"),
    ),
    "rounded down": (
        FINE,
        Told("Norvik paid a fine of $180,000, Tove Lind said.", "Norvik paid a fine of $180,000", "Tove Lind"),
    ),
    "at least, said otherwise": (
        AT_LEAST,
        Told("Eleven or more people died in the fire, police said.", "Eleven or more people died in", "police"),
    ),
    "the exact figure stands beside the round one": (
        FINE,
        Told(
            "Norvik paid a fine of $200,000, Tove Lind said. It was $187,000.",
            "Norvik paid a fine of $200,000",
            "Tove Lind",
        ),
    ),
    "the figure of before": (
        AT_LEAST,
        Told("14 died in the fire, up from 11, police said.", "14 died in the fire, up from 11", "police"),
    ),
    "the source stands in the paragraph": (
        SAID,
        Told("The bridge was closed after the flood. Lind visited it.", "The bridge was closed after the flood"),
    ),
    "a word of attribution stands in the sentence": (
        SAID,
        Told("The bridge was closed after the flood, it was announced.", "The bridge was closed after the flood"),
    ),
    "the name stands elsewhere in the article": (
        SAID,
        Told(
            "The bridge was closed after the flood, the engineer said.\nTove Lind built it.",
            "The bridge was closed after the flood",
            "the engineer",
            anonymous=True,
        ),
    ),
    "a description became another": (
        Told(
            "The bridge was shut in the flood, the mayor of Torvan said.",
            "The bridge was shut in the flood",
            "the mayor of Torvan",
        ),
        Told(
            "The bridge was shut in the flood, an aide said.",
            "The bridge was shut in the flood",
            "an aide",
            anonymous=True,
        ),
    ),
    "what one says and the other denies": (
        MAYBE,
        Told("The dam did not burst at night, it held.", "The dam did not burst at night", denied=True),
    ),
}


@pytest.mark.parametrize("case", LOST)
def test_what_is_lost(case: str) -> None:
    before, after, kinds = LOST[case]
    assert {loss.kind for loss in losses([made(before)], [made(after, "Echo")], retold=True)} == kinds


@pytest.mark.parametrize("case", KEPT)
def test_what_is_not_lost(case: str) -> None:
    before, after = KEPT[case]
    assert losses([made(before)], [made(after, "Echo")], retold=True) == ()


def test_a_grown_number_may_be_news_where_it_is_not_known_to_be_retold() -> None:
    before, after, _ = LOST["grown, where it is known to be retold"]
    assert losses([made(before)], [made(after, "Echo")], retold=False) == ()


def test_what_one_place_of_an_article_keeps_is_not_lost() -> None:
    kept = Told("The dam may have burst at night, Echo hears.", "The dam may have burst at night")
    found = losses([made(MAYBE)], [made(BURST, "Echo"), made(kept, "Echo")], retold=True)
    assert {loss.kind for loss in found} == {"source"}


def test_what_one_place_tells_plainly_already_has_no_hedge_to_lose() -> None:
    plainly = Told("The dam burst at night, the mayor said.", "The dam burst at night", "the mayor")
    found = losses([made(MAYBE), made(plainly)], [made(BURST, "Echo")], retold=True)
    assert {loss.kind for loss in found} == {"source"}


def test_a_headline_loses_a_hedge_but_needs_no_source() -> None:
    headline = made(Told("Dam burst at night", "Dam burst at night", headline=True))
    assert [loss.kind for loss in in_headline([made(MAYBE)], headline)] == ["hedge"]
    asking = made(Told("Dam may have burst at night", "Dam may have burst at night", headline=True))
    assert in_headline([made(MAYBE)], asking) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the firm may have sold the mine", [("may have", "sold")]),
        ("the suspected leak was found", [("suspected", "leak")]),
        ("it is not likely to rain", []),
        ("as soon as possible", []),
        ("in May 2021 the mine was sold", []),
    ],
)
def test_hedges(words: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(hedge) for hedge in hedges(words)] == found


@pytest.mark.parametrize(
    "words", ["It was not confirmed.", "If it rains", "He could go", "It is unclear why", "They accuse him"]
)
def test_what_leaves_something_open_is_not_plain(words: str) -> None:
    assert not plain(words)


def test_figures_as_they_are_written() -> None:
    found = figures("At least 11 people, nearly 30 cars and some 400 trees; dozens fled, 14 stayed, up from 9")
    assert [figure.written for figure in found] == ["at least 11", "nearly 30", "about 400", "14"]
    assert [figure.written for figure in figures("12 or more cars, aged 21 years or older")] == [
        "at least 12",
        "at least 21",
    ]


ORDER = {"First": "2024-03-01", "Second": "2024-03-02", "Third": "2024-03-03", "Undated": None}


def ties(*, copied: bool = False, credited: bool = False, one_origin: bool | None = None, news: bool = False) -> Ties:
    """What is known of any two of the tellings below; their ids are in the order of `at`."""
    return Ties(
        before=lambda one, other: bool(DATES[one] and DATES[other] and (DATES[one] or "") < (DATES[other] or "")),
        copied=lambda one, other: copied,
        credited=lambda one, other: credited,
        one_origin=lambda one, other: one_origin,
        news=lambda one, other: news,
    )


DATES: dict[str, str | None] = {}


def at(outlet: str, told: Told) -> Telling:
    """A telling in an outlet with a date of its own."""
    found = made(told, outlet, ORDER[outlet])
    DATES[found.article] = ORDER[outlet]
    return found


def test_without_a_date_nothing_is_told_of_who_lost_what() -> None:
    found = series([at("First", MAYBE), at("Undated", BURST)], ties(copied=True))
    assert found.losses == ()
    assert [retelling.unordered for retelling in found.retellings] == [True, True]


def test_an_article_with_a_source_of_its_own_has_lost_nothing() -> None:
    other = Told("The dam burst at night, the fire chief said.", "The dam burst at night", "the fire chief")
    [retelling] = series([at("First", MAYBE), at("Second", other)], ties(one_origin=False)).retellings
    assert (retelling.of, retelling.basis, retelling.losses) == (None, None, ())


@pytest.mark.parametrize(
    ("known", "basis"),
    [
        ({"copied": True}, "copied"),
        ({"credited": True}, "credited"),
        ({"one_origin": True}, "no source"),
        ({}, "no source"),
    ],
)
def test_why_a_retelling_is_compared(known: dict[str, bool], basis: str) -> None:
    [retelling] = series([at("First", MAYBE), at("Second", BURST)], ties(**known)).retellings
    assert (retelling.basis, {loss.kind for loss in retelling.losses}) == (basis, {"hedge", "source"})


def test_the_earliest_telling_is_the_measure_only_of_the_first_to_lose_something() -> None:
    found = series([at("First", MAYBE), at("Second", BURST), at("Third", BURST)], ties())
    assert [{loss.kind for loss in retelling.losses} for retelling in found.retellings] == [{"hedge", "source"}, set()]


def test_news_is_no_drift() -> None:
    exact = Told("Eleven people died in the fire.", "Eleven people died in the fire")
    [retelling] = series([at("First", AT_LEAST), at("Second", exact)], ties(news=True)).retellings
    assert {loss.kind for loss in retelling.losses} == {"source"}


def test_the_interval_is_wilsons() -> None:
    low, high = wilson(10, 40)
    assert (round(low, 3), round(high, 3)) == (0.142, 0.402)
    assert wilson(0, 20)[0] == 0.0
    assert rate(3, FEWEST - 1).share is None
    assert rate(5, FEWEST).share == 0.25


def test_rates_count_what_could_be_lost() -> None:
    found = [series([at("First", MAYBE), at("Second", BURST)], ties())] * FEWEST
    [one] = rates(found)
    assert (one.outlet, one.retellings, one.hedges.lost, one.sources.share) == ("Second", FEWEST, FEWEST, 1.0)


def test_the_picture_is_xml_in_which_nothing_foreign_is_markup() -> None:
    hostile = 'The dam may have burst <script>alert("1")</script> at night\x00'
    before = Told(hostile, "The dam may have burst <script>", None)
    found = series([at("First", before), at("Second", BURST), at("Undated", BURST)], ties())
    drawn = draw([found])
    root = ElementTree.fromstring(drawn)
    assert [one.tag.rpartition("}")[2] for one in root[:2]] == ["title", "desc"]
    assert "script" not in {one.tag.rpartition("}")[2] for one in root.iter()}
    assert "“may have” is gone" in (root[1].text or "")
    assert [one.text for one in root.iter() if one.get("class") == "letter"] == ["H"]
