"""How two claims relate: pairs in words, as an editor would judge them."""

from __future__ import annotations

from typing import Any

import pytest
from by_installed import compare
from factories import make_article
from installed import engine

from sayso.desk.comparing import ComparedSentence, claims_of, strongest
from sayso.language.parse import parse
from sayso.link.compare import Comparison
from sayso.split import split
from schemas import Hop, Publication, PublishedClaim, Span, Statement

PUTIN = {"role": "origin", "name": "Vladimir Putin", "kind": "person"}
ENVOY = {"role": "origin", "name": "Anatoly Viktorov", "kind": "person"}
UNNAMED = {"role": "origin", "descriptor": "a senior official", "anonymous": True}


def claim(
    text: str, key: str, date: str | None = None, hop: dict[str, Any] | None = None, **known: Any
) -> PublishedClaim:
    """The first claim of a sentence, said by the one in `hop`, or by the article itself."""
    article = make_article(text, key=key, published=date, outlet=None)
    origin = (Hop.model_validate(hop),) if hop else ()
    statement = Statement(
        article=article.id,
        spans=(Span.of(text, 0, len(text)),),
        chain=(*origin, Hop(role="publisher")),
        **{"sourcing": "sourced" if hop else "none-given", **known},
    )
    first = split(article, parse(text, [0]), [statement])[0]
    return PublishedClaim(claim=first, statement=statement, publication=Publication.of(article))


def compared(a: str, b: str, **known: Any) -> Comparison:
    sides: dict[str, dict[str, Any]] = {"a": {}, "b": {}}
    for name, value in known.items():
        sides[name[0]][name[2:]] = value
    return compare(claim(a, "a", **sides["a"]), claim(b, "b", **sides["b"]))


CASES: dict[str, tuple[str, str, str | None]] = {
    "figures for one thing": (
        "12 people were killed in the fire in Lviv.",
        "At least 30 people were killed in the fire in Lviv.",
        "conflicts",
    ),
    "who died is who was killed": (
        "At least 12 people died in the blast in Kabul.",
        "A blast in Kabul killed nine people.",
        "conflicts",
    ),
    "more died than at least so many": (
        "At least 12 people died in the blast in Kabul.",
        "A blast in Kabul killed 15 people.",
        "repeats",
    ),
    "nobody": ("The attack on Lviv killed 40 soldiers.", "The attack on Lviv killed no one.", "conflicts"),
    "another country did it": ("Russia shelled the plant.", "Ukraine shelled the plant.", None),
    "a country in two continents": ("The talks were held in Russia.", "The talks were held in Europe.", "repeats"),
    "a range that holds the figure": (
        "34 people were killed in the fire in Lviv.",
        "At least 30 people were killed in the fire in Lviv.",
        "repeats",
    ),
    "percentages": ("Profits of Gazprom fell by 12 percent.", "Profits of Gazprom fell by 40 percent.", "conflicts"),
    "money": ("Baring sold the mine for $9.4 billion.", "Baring sold the mine for $27 billion.", "conflicts"),
    "opposites": (
        "The National Assembly passed the amendment.",
        "The amendment was rejected by the National Assembly.",
        "conflicts",
    ),
    "a negation": ("Russia attacked the convoy.", "Russia did not attack the convoy.", "conflicts"),
    "to decide against it is a negation": (
        "The Senate decided against raising the tax.",
        "The Senate decided not to raise the tax.",
        "repeats",
    ),
    "a failure is a negation": ("Gazprom delivered the gas.", "Gazprom failed to deliver the gas.", "conflicts"),
    "exchanged roles": ("Gazprom bought Rosneft in 2005.", "Rosneft bought Gazprom in 2005.", "conflicts"),
    "a converse told the wrong way round": (
        "Blue Mountain Lumber is a subsidiary of Ernslaw.",
        "Blue Mountain Lumber owns Ernslaw.",
        "conflicts",
    ),
    "the year of one event": ("Mozart was born in 1756.", "Mozart was born in 1770.", "conflicts"),
    "the place of one event": ("Mozart was born in Salzburg.", "Mozart was born in France.", "conflicts"),
    "a place within the other": ("Mozart was born in Salzburg.", "Mozart was born in Austria.", "repeats"),
    "an active and its passive": (
        "The Senate approved the plan.",
        "The plan was approved by the Senate.",
        "repeats",
    ),
    "one thing by two words": (
        "Ener1 bought the company Nival in 2005.",
        "The company Nival was acquired by Ener1 in 2005.",
        "repeats",
    ),
    "ended and continues": (
        "The talks between Russia and Israel ended.",
        "The talks between Russia and Israel continue.",
        "updates",
    ),
    "arrested, then released": ("Police arrested Ivan Petrov.", "Police released Ivan Petrov.", "updates"),
    "less sure": (
        "The talks between Russia and Israel may resume.",
        "The talks between Russia and Israel resumed.",
        "qualifies",
    ),
    "what may be is not denied by what is not": (
        "Gazprom may cut supplies to Kyiv.",
        "Gazprom did not cut supplies to Kyiv.",
        None,
    ),
    "other actors": ("Gazprom cut supplies to Kyiv.", "Naftogaz raised prices in Lviv.", None),
    "other days of another's meeting": (
        "Bennett met Putin in Sochi on Friday.",
        "Netanyahu met Putin in Sochi on Thursday.",
        None,
    ),
    "names alone are no claim": ("Israel-Russia relations.", "Russia had run out of patience with Israel.", None),
}


@pytest.mark.parametrize(("a", "b", "expected"), CASES.values(), ids=CASES)
def test_two_sentences_relate(a: str, b: str, expected: str | None) -> None:
    assert compared(a, b).relation == expected


@pytest.mark.parametrize(("a", "b", "expected"), CASES.values(), ids=CASES)
def test_the_order_of_the_two_does_not_matter(a: str, b: str, expected: str | None) -> None:
    one, other = claim(a, "a"), claim(b, "b")
    assert compare(one, other) == compare(other, one)


ANNIVERSARY = "They mark 30 years of diplomatic relations."
THIRTIETH = "This year will mark the thirtieth anniversary of the resumption of diplomatic relations."


@pytest.mark.parametrize(
    ("other", "expected"), [(PUTIN, "repeats"), (ENVOY, "corroborates"), (UNNAMED, "repeats")], ids=str
)
def test_another_speaker_corroborates_but_one_who_could_be_the_same_repeats(
    other: dict[str, Any], expected: str
) -> None:
    assert compared(ANNIVERSARY, THIRTIETH, a_hop=PUTIN, b_hop=other).relation == expected


PERHAPS: dict[str, Any] = {"hop": ENVOY, "sourcing": "undetermined"}


@pytest.mark.parametrize("other", [{}, PERHAPS], ids=["its own voice", "perhaps the envoy"])
def test_a_claim_without_a_source_does_not_corroborate(other: dict[str, Any]) -> None:
    named = claim(ANNIVERSARY, "a", hop=PUTIN)
    assert compare(named, claim(THIRTIETH, "b", **other)).relation == "repeats"
    assert compare(claim(ANNIVERSARY, "c"), claim(THIRTIETH, "b", **other)).relation == "repeats"


def test_a_middle_initial_makes_no_other_speaker() -> None:
    full = PUTIN | {"name": "Vladimir V. Putin"}
    assert compared(ANNIVERSARY, THIRTIETH, a_hop=PUTIN, b_hop=full).relation == "repeats"


def test_a_later_figure_is_an_update() -> None:
    a, b = CASES["figures for one thing"][:2]
    one, other = claim(a, "a", "2022-08-10"), claim(b, "b", "2022-08-09")
    found = compare(one, other)
    assert (found.relation, found.earlier) == ("updates", other.id)


def test_facts_that_do_not_change_conflict_across_days() -> None:
    found = compared("Mozart was born in 1756.", "Mozart was born in 1770.", a_date="2022-08-09", b_date="2022-08-10")
    assert found.relation == "conflicts"


def test_without_dates_the_order_of_an_update_is_unknown() -> None:
    found = compared(*CASES["ended and continues"][:2])
    assert found.earlier is None
    assert found.explanation.endswith("order unknown.")


def test_a_denial_is_turned_around_before_anything_is_compared() -> None:
    text = "Russia attacked the convoy."
    assert compared(text, text, a_polarity="denied", a_hop=PUTIN).relation == "denies"
    assert (
        compared(text, text, a_polarity="denied", a_hop=PUTIN, b_polarity="denied", b_hop=PUTIN).relation == "repeats"
    )


def test_opinions_of_two_are_no_conflict_of_fact() -> None:
    a, b = "Israel should accept the plan.", "Israel should reject the plan."
    found = compared(a, b, a_hop=PUTIN, b_hop=ENVOY)
    assert (found.relation, found.explanation[:27]) == (None, "Two opinions, no conflict o")


def test_acts_of_two_are_no_conflict_of_fact_but_those_of_one_are() -> None:
    a, b = "The union accepted the plan.", "The union rejected the plan."
    assert compared(a, b, a_holder=PUTIN, b_holder=ENVOY).relation is None
    assert compared(a, b, a_holder=PUTIN, b_holder=PUTIN).relation == "conflicts"


def test_a_signal_says_what_a_reviewer_reads() -> None:
    found = compared(*CASES["opposites"][:2])
    assert {one.name for one in found.signals} >= {"opposite"}
    assert all(one.sentence.endswith(".") and 0 < one.score <= 1 for one in found.signals)
    assert found.explanation.startswith("Conflicts: one says ")


def test_an_attributed_denial_in_a_sentence_is_found() -> None:
    a = claims_of(ComparedSentence("The Kremlin denied that Russia attacked the convoy.", None, None), "a", engine)
    b = claims_of(ComparedSentence("Russia attacked the convoy.", None, None), "b", engine)
    assert strongest(a, b, engine.registry).relation == "denies"
