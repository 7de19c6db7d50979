"""Derivations: which article reuses which, which was first, and the sentences of the signals."""

from __future__ import annotations

import itertools

import pytest
from by_installed import derivations, derived, pairs
from factories import make_article

from sayso.link.reuse import Shingles

STORY = (
    "The talks at the lake ended without a deal on Tuesday, two delegations said in separate statements. "
    "Both sides agreed to meet again in the autumn, and neither would say where or with whom at the table."
)
OTHER = "Farmers in the valley have begun the harvest two weeks early, and they blame the dry spring for it all."
QUOTE = "“We have come to the end of this road, and we must now look for another one that leads somewhere,”"


def told(*articles, **options):
    """Each derivation as outlets (the earlier first, where that is known), and its signals."""
    by = {one.id: one.outlet for one in articles}
    return [
        (by[one.a], by[one.b], by.get(one.earlier), {signal.name: signal.sentence for signal in one.signals})
        for one in derivations(articles, **options)
    ]


def test_a_reprint_comes_from_the_earlier_article():
    wire = make_article(f"LONDON, Aug 9 (Reuters) - {STORY}", outlet="Reuters", published="2022-08-09")
    herald = make_article(f"{STORY}\n(Reuters)", outlet="The Herald", published="2022-08-10")
    aside = make_article(OTHER, outlet="The Farmer", published="2022-08-08")
    for order in itertools.permutations((wire, herald, aside)):
        assert told(*order) == [
            (
                "Reuters",
                "The Herald",
                "Reuters",
                {
                    "shared words": "The two articles share 37 words: 97% of the shorter one's wording.",
                    "longest passage": (
                        "The longest passage that both have has 37 words: “The talks at the lake ended without a "
                        "deal on Tuesday, two delegations said in …”."
                    ),
                    "same agency": (
                        "Both credit Reuters: “LONDON, Aug 9 (Reuters)” in the one, “(Reuters)” in the other."
                    ),
                    "credited publisher": "One credits Reuters (“(Reuters)”), which published the other.",
                    "order": "Reuters's article was published on 2022-08-09, The Herald's article on 2022-08-10.",
                },
            )
        ]


def test_the_passages_are_places_in_both_texts():
    wire, herald = make_article(f"Geneva. {STORY}", outlet="A"), make_article(f"Well: {STORY} {OTHER}", outlet="B")
    (found,) = derivations([wire, herald])
    text = {wire.id: wire.text, herald.id: herald.text}
    assert [(text[found.a][slice(*one.a)], text[found.b][slice(*one.b)]) for one in found.passages] == [
        (STORY[:-1], STORY[:-1])
    ]


def test_the_same_quotation_in_both_is_no_derivation_by_itself():
    one = make_article(f"{QUOTE} the envoy told a crowd at the harbour.", outlet="A")
    other = make_article(f"{QUOTE} she said. {OTHER}", outlet="B")
    assert derivations([one, other]) == []
    (pair,) = pairs([one, other])
    assert (pair.copied, pair.words, pair.quoted_words) == (False, 20, 20)


def test_a_quotation_with_the_reporter_s_words_around_it_is_one():
    around = f"Jane Roe, who led the delegation through all the eleven days, was blunt: {QUOTE} she said."
    one, other = make_article(around, outlet="A"), make_article(f"{around} {OTHER}", outlet="B")
    ((_, _, _, signals),) = told(one, other)
    assert signals["same quotations"] == "20 of the 35 shared words are quotations in both."


def test_what_one_quotes_and_the_other_says_itself_is_one():
    one, other = make_article(f"{QUOTE} she said.", outlet="A"), make_article(QUOTE.strip("“”"), outlet="B")
    assert len(derivations([one, other])) == 1


@pytest.mark.parametrize(
    ("first", "second", "earlier"),
    [
        ("2022-08-09", "2022-08-10", "first"),
        ("2022-08-10", "2022-08-09", "second"),
        ("2022-08-09", "2022-08-09", None),
        ("2022-08-09", None, None),
        (None, None, None),
        ("2022-08-09", "2022-08-09T23:59:00+00:00", None),
        ("2022-08-09", "2022-08-10T09:00:00", "first"),
        ("2022-08-09", "2022-08-10T01:00:00+03:00", None),
        ("2022-08-09T09:00:00", "2022-08-09T10:00:00", "first"),
        ("2022-08-09T09:00:00+00:00", "2022-08-09T10:00:00+03:00", "second"),
        ("2022-08-09T09:00:00", "2022-08-09T10:00:00+00:00", None),
        ("2022-08-09T09:00:00", "2022-08-11T10:00:00+00:00", "first"),
    ],
)
def test_direction_is_known_only_where_the_dates_tell(first, second, earlier):
    one = make_article(STORY, outlet="first", published=first)
    other = make_article(STORY, outlet="second", published=second)
    ((_, _, found, signals),) = told(one, other)
    assert found == earlier
    assert ("order" in signals) == (earlier is not None)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("The Sun", "The Wall Street Journal", "The Sun and The Wall Street Journal are both of News Corp."),
        ("TASS", "RIA Novosti", "RIA Novosti and TASS are both of the Government of Russia."),
        ("Haaretz", "Haaretz", "Both were published by Haaretz."),
        ("Haaretz", "The Guardian", None),
        ("Haaretz", "The Herald", None),
    ],
)
def test_outlets_of_one_owner_or_state_are_reported(first, second, sentence):
    one, other = make_article(STORY, outlet=first), make_article(f"{STORY} More.", outlet=second)
    ((_, _, _, signals),) = told(one, other)
    assert signals.get("same family") == sentence


def test_versions_of_one_page_are_reported():
    one = make_article(STORY, url="https://example.org/talks")
    other = make_article(f"{STORY} Corrected.", url="https://example.org/talks")
    ((_, _, _, signals),) = told(one, other)
    assert signals["versions"] == "Both are versions of https://example.org/talks."


def test_agencies_are_the_same_in_any_wording_of_the_credit():
    one = make_article(f"PARIS (AFP) - {STORY}", outlet="A")
    other = make_article(f"{STORY}\n\nAgence France-Presse contributed to this report.", outlet="B")
    ((_, _, _, signals),) = told(one, other)
    assert "Both credit Agence France-Presse" in signals["same agency"]


def test_the_least_containment_can_be_set():
    one = make_article(f"{OTHER} {STORY}", outlet="A")
    other = make_article(f"{OTHER} {' '.join(f'word{n}' for n in range(60))}", outlet="B")
    assert derivations([one, other], least=0.5) == []
    assert len(derivations([one, other], least=0.2)) == 1


def test_an_article_that_comes_twice_counts_once():
    one, other = make_article(STORY, outlet="A"), make_article(STORY, outlet="B")
    assert len(derivations([one, other, one])) == 1


def test_without_articles_there_are_no_derivations():
    assert derivations([]) == []
    assert derivations([make_article(STORY)]) == []


def test_a_new_article_is_compared_with_those_in_the_index():
    old = [make_article(STORY, outlet="A"), make_article(OTHER, outlet="B")]
    new = make_article(f"{STORY} {STORY}", outlet="C")
    by = {one.id: one for one in old}
    index = Shingles()
    index.add(*old)
    found = derived(new, index, lambda ids: [by[one] for one in ids])
    assert [{one.a, one.b} for one in found] == [{old[0].id, new.id}]
    assert new.id not in index
    assert found == derivations([*old, new])
