"""The same words only repeat; an unconfirmed claim is neither said nor denied; a clause is no echo."""

from __future__ import annotations

from typing import Any

import pytest
from by_installed import compare
from factories import find, make_article, make_hop, make_statement
from test_link import linked
from test_link_compare_relation_by_words import claim, compared

from sayso.language.parse import parse
from sayso.link.compare.identical import same_words
from sayso.link.unconfirmed import unconfirmed
from sayso.split import split
from schemas import Claim, Publication, PublishedClaim

ANNA: dict[str, Any] = {"role": "origin", "name": "Anna Holt", "kind": "person"}
BO: dict[str, Any] = {"role": "origin", "name": "Bo Lind", "kind": "person"}
FIRE = "12 people were killed in the fire in Lviv."

SAME = {
    "the very same": (FIRE, FIRE),
    "another case": (FIRE, "12 PEOPLE WERE KILLED IN THE FIRE IN LVIV."),
    "no full stop": (FIRE, "12 people were killed in the fire in Lviv"),
    "quotation marks": (FIRE, "“12 people were killed in the fire in Lviv.”"),
    "another apostrophe": ("Anna's house in Lviv wasn't burnt.", "Anna’s house in Lviv wasn’t burnt."),
    "inner quotation marks": (
        "The “old bridge” in Lviv was closed by police.",
        "The 'old bridge' in Lviv was closed by police.",
    ),
    "commas and dashes": (
        "Police closed the bridge, the oldest, in Lviv.",
        "Police closed the bridge – the oldest – in Lviv.",
    ),
    "an exclamation": ("Police closed the old bridge in Lviv.", "Police closed the old bridge in Lviv!"),
    "a soft hyphen": ("Police closed the old bridge in Lviv.", "Police closed the old brid\u00adge in Lviv."),
    "a composed letter": (
        "Police closed the café Prévert in Lviv.",
        "Police closed the cafe\u0301 Pre\u0301vert in Lviv.",
    ),
    "points in an abbreviation": ("The U.S. army closed the bridge in Lviv.", "The US army closed the bridge in Lviv."),
    "no-break spaces": ("Police closed the old bridge in Lviv.", "Police closed\u00a0the old\u00a0bridge in Lviv."),
}

OTHER = {
    "another figure": (FIRE, FIRE.replace("12", "13")),
    "a decimal point": ("Prices in Lviv rose by 3.5 percent.", "Prices in Lviv rose by 35 percent."),
    "a sign": ("It was 5 degrees in Lviv.", "It was -5 degrees in Lviv."),
    "a currency": ("The house in Lviv cost €400,000.", "The house in Lviv cost $400,000."),
    "a word more": (FIRE, FIRE.replace("12 people", "At least 12 people")),
    "another order": ("Gazprom bought Rosneft in 2005.", "Rosneft bought Gazprom in 2005."),
    "not": ("Russia attacked the convoy.", "Russia did not attack the convoy."),
}


@pytest.mark.parametrize(("a", "b"), SAME.values(), ids=SAME)
@pytest.mark.parametrize("hops", [(None, None), (ANNA, BO), (ANNA, None), (ANNA, ANNA)], ids=str)
def test_the_same_words_only_repeat_for_any_speaker_and_day(
    a: str, b: str, hops: tuple[dict[str, Any] | None, dict[str, Any] | None]
) -> None:
    one, other = claim(a, "a", "2026-03-01", hops[0]), claim(b, "b", "2026-03-09", hops[1])
    assert same_words(one, other)
    assert compare(one, other).relation == compare(other, one).relation == "repeats"


@pytest.mark.parametrize(("a", "b"), OTHER.values(), ids=OTHER)
def test_signs_of_a_figure_are_not_punctuation(a: str, b: str) -> None:
    assert not same_words(claim(a, "a"), claim(b, "b"))


def test_the_same_words_denied_are_a_denial() -> None:
    assert compared(FIRE, FIRE.upper(), a_hop=ANNA, a_polarity="denied", b_hop=BO).relation == "denies"


def test_the_same_few_words_are_not_related() -> None:
    assert compared("An issue.", "An issue", a_hop=ANNA, b_hop=BO).relation is None


def test_the_same_words_of_two_mondays_are_not_related() -> None:
    words = "12 people were killed in the fire in Lviv on Monday."
    assert compared(words, words, a_date="2026-03-03", b_date="2026-03-10").relation is None
    assert compared(words, words, a_date="2026-03-03", b_date="2026-03-04").relation == "repeats"


DEATHS = "12 people died in the fire in Lviv."

NOT_CONFIRMED = (
    "Reuters could not confirm the fire in Lviv.",
    "The army could not immediately confirm that 12 people died in the fire in Lviv.",
    "The report of 12 dead in the fire in Lviv could not be independently verified.",
    "Officials were unable to verify that 12 people died in the fire in Lviv.",
    "The deaths of 12 people in the fire in Lviv have not been confirmed.",
    "The governor would neither confirm nor deny that 12 people died in the fire in Lviv.",
    "The army has not commented on the 12 people who died in the fire in Lviv.",
    "The army declined to comment on the fire in Lviv.",
    "The ministry made no comment on the fire in Lviv.",
    "The army did not respond to questions about the fire in Lviv.",
    "The army was not immediately available for comment on the fire in Lviv.",
    "There was no immediate confirmation that 12 people died in the fire in Lviv.",
    "There was no independent confirmation of the fire in Lviv.",
    "It was not immediately clear whether 12 people died in the fire in Lviv.",
    "It is not known how many people died in the fire in Lviv.",
    "Police would not say whether 12 people died in the fire in Lviv.",
    "Police have yet to confirm the deaths in the fire in Lviv.",
    "Nobody has confirmed the fire in Lviv.",
    "The governor’s office didn’t verify the fire in Lviv.",
    "It could not be established who lit the fire in Lviv.",
)

FACTS = (
    "Police confirmed that 12 people died in the fire in Lviv.",
    "The Senate did not confirm the judge.",
    "Senators refused to confirm the minister.",
    "Israel did not respond to the attack on the convoy.",
    "The mayor could not reach the burning house.",
    "The ministry did not attack the convoy.",
    "The court did not establish a fund.",
    "The river is not clear.",
    "He is not known for his patience.",
    "The army denied the attack.",
    "The soldiers did not die in the fire.",
    "12 people died in the fire in Lviv, a report that could not be verified.",
)


@pytest.mark.parametrize("words", NOT_CONFIRMED)
def test_an_unconfirmed_claim_is_no_denial_conflict_or_corroboration(words: str) -> None:
    assert unconfirmed(claim(words, "a"))
    assert compared(words, DEATHS, a_hop=ANNA, b_hop=BO).relation is None
    assert compared(words, words, a_hop=ANNA, b_hop=BO).relation is None


@pytest.mark.parametrize("words", FACTS)
def test_a_fact_in_such_words_is_a_fact(words: str) -> None:
    assert not unconfirmed(claim(words, "a"))


CUES = {
    "could not confirm": True,
    "could not independently verify": True,
    "would neither confirm nor deny": True,
    "was unable to verify": True,
    "has not confirmed": True,
    "refused to say": True,
    "would not comment": True,
    "did not deny": True,
    "couldn’t confirm": True,
    "cannot say": True,
    "confirmed": False,
    "denied": False,
    "said": False,
    "did not hesitate to say": False,
}


@pytest.mark.parametrize(("cue", "none"), CUES.items(), ids=CUES)
def test_a_claim_reported_in_such_words_is_not_related(cue: str, none: bool) -> None:
    words = "12 people died in the fire in Lviv"
    article = make_article(f"The army {cue} that {words}.", outlet=None)
    statement = make_statement(article, words, chain=(make_hop(article, "The army"),), cue=cue)
    made = split(article, parse(article.text, [0]), [statement])[0]
    told = PublishedClaim(claim=made, statement=statement, publication=Publication.of(article))
    assert (compare(told, claim(DEATHS, "b", hop=BO)).relation is None) is none


OVERLAPS = {
    "a sentence and its own clause": (
        ("Police said the bridge in Lviv is closed",),
        ("the bridge in Lviv is closed",),
        True,
    ),
    "a clause at its end": (("the bridge in Lviv is closed to lorries",), ("closed to lorries",), True),
    "one word in common": (("Police said the bridge",), ("bridge in Lviv",), True),
    "one subject of two verbs": (("Police", "closed the road"), ("Police", "opened a ferry"), True),
    "beside each other": (("Police said",), ("the bridge in Lviv",), False),
    "one between the parts of the other": (("Police", "closed the road"), ("the bridge in Lviv",), False),
}


@pytest.mark.parametrize(("a", "b", "common"), OVERLAPS.values(), ids=OVERLAPS)
def test_claims_overlap_where_they_have_words_in_common(a: tuple[str, ...], b: tuple[str, ...], common: bool) -> None:
    text = "Police said the bridge in Lviv is closed to lorries, so they closed the road and opened a ferry."
    article, other = make_article(text), make_article(text, key="other")
    one, two = (
        Claim(article=article.id, statement="s", spans=tuple(find(article, one) for one in words), proposition="x")
        for words in (a, b)
    )
    assert (one.overlaps(two), two.overlaps(one)) == (common, common)
    assert not one.overlaps(two.model_copy(update={"article": other.id}))


def test_a_sentence_and_its_own_clause_are_not_linked_and_two_sentences_are() -> None:
    words = "the old bridge over the river in Lviv was closed to lorries"
    article = make_article(f"Police say that {words}. On Monday {words.capitalize()}.")
    whole = make_statement(article, f"Police say that {words}")
    found = [
        PublishedClaim(
            claim=Claim(
                article=article.id,
                statement=whole.id,
                spans=(find(article, part, nth=nth),),
                proposition=part,
                slots=split(article, parse(article.text, [0]), [whole])[0].slots,
            ),
            statement=whole,
            publication=Publication.of(article),
        )
        for part, nth in ((f"Police say that {words}", 0), (words, 0), (words.capitalize(), 0))
    ]
    sentence, clause, again = found
    pairs = {frozenset((one.a, one.b)) for one in linked(found)}
    assert frozenset((sentence.id, clause.id)) not in pairs
    assert frozenset((clause.id, again.id)) in pairs
