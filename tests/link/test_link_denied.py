"""What a claim denies, and the claim that it denies."""

from __future__ import annotations

import pytest
from factories import make_article, make_hop, make_statement

from sayso.language.parse import parse
from sayso.link.compare import paired
from sayso.link.compare.affirmed import affirmed, called_false
from sayso.link.compare.denied import Denial, denial_of
from sayso.link.recorded_relation import related
from sayso.registry import Registry
from sayso.split import split
from schemas import Publication, PublishedClaim

FALSE = [
    ("Reports that the mine will close are false.", "the mine will close"),
    (
        "Rumours that Luca Ferri has signed for Arden Town were completely untrue",
        "Luca Ferri has signed for Arden Town",
    ),
    ("The idea that the comet broke up near the sun has been disproved.", "the comet broke up near the sun"),
    ("The regulator called it untrue that bills will rise in April.", "bills will rise in April."),
    ("It was a lie that he had been paid by the builder.", "he had been paid by the builder."),
    ("There is no evidence that the wife held a press conference.", "the wife held a press conference."),
    ("The bank rejected the claim that it knew of the loss.", "it knew of the loss."),
    ("The ministry dismissed as a fabrication that the drone came from Estmark.", "the drone came from Estmark."),
    ("The allegations that he took money were dismissed by the club", "he took money"),
]

NOT_FALSE = [
    "Reports that the mine will close have surprised the union.",
    "The trade minister did not deny that he had met the banker.",
    "He never denied that he knew of the loss.",
    "The club could not confirm reports that the coach had resigned.",
    "The mine will close.",
    "He told a false story about the mine.",
]

NEGATED = [
    ("He did not sign the order.", "He sign the order."),
    ("Henrik Stade has never signed such an order.", "Henrik Stade has signed such an order."),
    ("Nobody told him about the bow door.", "some told him about the bow door."),
    ("No batch has left the plant untested.", "a batch has left the plant untested."),
    ("The mine won’t close.", "The mine will close."),
    ("She denied hitting a photographer.", "She hitting a photographer."),
    ("The vaccine failed to protect older patients.", "The vaccine protect older patients."),
]

SOMETHING_ELSE = [
    "Wilson stopped Brown not because of the theft.",
    "Not all shops were looted.",
    "He has not yet signed the order.",
    "The victim has not been traced yet.",
    "They bury people alive if they do not surrender.",
    "The ministry was not aware of jets over the town.",
    "He did not only sign the order, he wrote it.",
    "The report is not true.",
    "The order was signed.",
]


@pytest.mark.parametrize(("proposition", "said"), FALSE)
def test_what_is_called_false_is_taken_out_of_it(proposition: str, said: str) -> None:
    assert called_false(proposition) == said


@pytest.mark.parametrize("proposition", NOT_FALSE)
def test_what_is_told_of_a_report_does_not_call_it_false(proposition: str) -> None:
    assert called_false(proposition) is None


@pytest.mark.parametrize(("proposition", "said"), NEGATED)
def test_a_negation_is_taken_out_of_its_clause(proposition: str, said: str) -> None:
    assert affirmed(proposition) == said


@pytest.mark.parametrize("proposition", SOMETHING_ELSE)
def test_a_negation_of_something_else_denies_nothing(proposition: str) -> None:
    assert affirmed(proposition) is None


def claim(words: str, who: str = "Anna Holt", *, outlet: str = "Globe", denied: bool = False) -> PublishedClaim:
    article = make_article(f"{words}, {who} said.", outlet=outlet, url=f"https://example.org/{outlet}/{len(words)}")
    polarity = "denied" if denied else "affirmed"
    statement = make_statement(article, words, chain=(make_hop(article, who, kind="person"),), polarity=polarity)
    made = split(article, parse(article.text, [0]), [statement])[0]
    return PublishedClaim(claim=made, statement=statement, publication=Publication.of(article))


def denial(one: PublishedClaim, other: PublishedClaim) -> Denial | None:
    return denial_of(paired(one, other, Registry.installed()))


SIGNED = "Henrik Stade signed the order for the ferry"


def test_what_the_source_denies_is_denied_as_it_stands() -> None:
    found = denial(claim(SIGNED, denied=True), claim("Stade put his name under the order", outlet="Post"))
    assert found is not None
    assert (found.denied, found.by_source) == (f"{SIGNED}.", True)


def test_two_denials_of_one_thing_deny_nothing_of_each_other() -> None:
    assert denial(claim(SIGNED, denied=True), claim("Henrik Stade never signed the order", outlet="Post")) is None


def test_a_denied_negation_denies_nothing() -> None:
    assert denial(claim("Henrik Stade never signed it", denied=True), claim(SIGNED, outlet="Post")) is None


def test_a_denial_of_another_year_is_none() -> None:
    one, other = claim("The bank laundered money in 2019", denied=True), claim("The bank laundered money in 2023")
    assert denial(one, other) is None


def test_a_negation_that_is_called_false_denies_nothing() -> None:
    one = claim("It is not true that the vaccine failed to protect older patients")
    assert denial(one, claim("The vaccine protected older patients", outlet="Post")) is None


def test_a_negation_beside_the_main_clause_denies_nothing() -> None:
    kept = claim("They kept a burger for a friend who never came")
    assert denial(kept, claim("They bought a burger for a friend", outlet="Post")) is None


def relation(one: PublishedClaim, other: PublishedClaim, meaning: float = 0.75) -> str | None:
    found = related(one, other, meaning, Registry.installed())
    assert found == related(other, one, meaning, Registry.installed())
    return found.relation


PAIRS = [
    ("The face of the minister was blurred by state television", "State television did not blur the minister's face"),
    ("The captain signed the order for the repairs himself", "The captain has never signed such an order for repairs"),
    ("Elmar University has banned the word freshman", "Elmar University has not banned the use of the word freshman"),
    ("The island was owned by the golfer Ted Wool", "The island is not owned by Ted Wool"),
]
BAIT = [
    ("The face of the minister was blurred by state television", "The minister did not speak on state television"),
    ("A mother was made to eat her own meal by the group", "The woman who ate the meal has not been traced"),
    ("Officer Wills shot Brand in the street", "Officer Wills did not stop Brand because of the theft"),
    ("The bank lent the builder eighty million", "The bank did not lend money to the mayor's brother"),
]


@pytest.mark.parametrize(("told", "denied"), PAIRS)
def test_a_denial_in_other_words_is_found(told: str, denied: str) -> None:
    assert relation(claim(told), claim(denied, "Ben Ilic", outlet="Post")) == "conflicts"


@pytest.mark.parametrize(("told", "other"), BAIT)
def test_a_negation_of_another_fact_is_no_denial(told: str, other: str) -> None:
    assert relation(claim(told), claim(other, "Ben Ilic", outlet="Post")) not in {"conflicts", "denies"}


def test_the_same_words_are_denied_by_a_source_that_denies_them() -> None:
    assert relation(claim(SIGNED), claim(SIGNED, "Ben Ilic", outlet="Post", denied=True), 1.0) == "denies"
