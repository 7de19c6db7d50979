"""Chains against gold, counted by hand."""

import pytest
from factories import make_article, make_extraction, make_hop, make_statement
from gold_world import row

from sayso.evaluate.chain_marks import mark_chains
from sayso.evaluate.fitted_gold import Gold
from sayso.evaluate.gold_items import GoldItem
from sayso.evaluate.marks import JudgedConfidence
from sayso.evaluate.tallies import Key
from sayso.evaluate.word_places import Text

ARTICLE = make_article(
    "An official told the Post that the talks failed. He said the talks failed again, Reuters reported. "
    "The Kremlin in Moscow denied it. Post readers laughed at Ann Roe, the mayor."
)
TALKS, AGAIN = "the talks failed", "the talks failed again"


def marks(rows, statements):
    items = tuple(GoldItem.model_validate(row(ARTICLE, *content, **known)) for *content, known in rows)
    made = [
        make_statement(ARTICLE, words, chain=chain([*hops]), confidence=0.7) if hops else make_statement(ARTICLE, words)
        for words, *hops in statements
    ]
    return mark_chains(Gold("a", Text(ARTICLE.text), None, items), make_extraction(ARTICLE, made))


def chain(hops):
    """Hops by their words; "?" before them says that the source is unnamed."""
    roles = ["origin", *["relay"] * (len(hops) - 1)]
    return [
        make_hop(ARTICLE, words.lstrip("?"), role=role, anonymous=words.startswith("?"))
        for words, role in zip(hops, roles, strict=True)
    ]


OFFICIAL, POST = ("An official", True), ("the Post", False)
ITEM = (TALKS, OFFICIAL, POST)

ANSWERS = {
    "all right": ([TALKS, "?An official", "the Post"], {"found": 1, "origin": 1, "multi": 1}, []),
    "half of each mention's words is enough": (
        [TALKS, "?official", "Post"],
        {"found": 1, "origin": 1, "multi": 1},
        [],
    ),
    "the relay is missing": ([TALKS, "?An official"], {"found": 1, "origin": 1, "multi": 0}, ["relay missing"]),
    "a relay too many": (
        [TALKS, "?An official", "the Post", "Reuters"],
        {"found": 1, "origin": 1, "multi": 0},
        ["relay added"],
    ),
    "another relay": ([TALKS, "?An official", "Reuters"], {"found": 1, "origin": 1, "multi": 0}, ["wrong relay"]),
    "the wrong way round": (
        [TALKS, "the Post", "?An official"],
        {"found": 1, "origin": 0, "multi": 0},
        ["wrong origin", "anonymity wrong"],
    ),
    "taken for named": (
        [TALKS, "An official", "the Post"],
        {"found": 1, "origin": 1, "multi": 1},
        ["anonymity wrong"],
    ),
    "own voice": ([TALKS], {"found": 0, "origin": 0, "multi": 0}, ["not found"]),
    "too few of its words": (["the", "?An official", "the Post"], {"found": 0, "origin": 0, "multi": 0}, ["not found"]),
}


@pytest.mark.parametrize(("statement", "counts", "errors"), ANSWERS.values(), ids=ANSWERS)
def test_an_item_without_a_set_measures_chain_and_anonymity(statement, counts, errors):
    marked = marks([(*ITEM, {})], [statement])
    unnamed = int("anonymity wrong" not in errors and counts["found"])
    assert {name: marked.tallies[Key(name)] for name in (*counts, "anonymous")} == {
        **{name: [hit, 1, 0, 0] for name, hit in counts.items()},
        "anonymous": [unnamed, 1, unnamed, unnamed],
    }
    assert [error.kind for error in marked.errors] == errors
    assert marked.judged == ((JudgedConfidence(0.7, not errors),) if counts["found"] else ())


SETS = {
    "multi": ({"set": "multi"}, {"found", "origin", "multi"}),
    "anonymous": ({"set": "anonymous"}, {"found", "origin", "anonymous"}),
    "none": ({}, {"found", "origin", "multi", "anonymous"}),
}


@pytest.mark.parametrize(("known", "measured"), SETS.values(), ids=SETS)
def test_a_set_measures_what_it_is_for(known, measured):
    tallies = marks([(*ITEM, known)], [[TALKS, "?An official", "the Post"]]).tallies
    assert {key.measure for key in tallies if not key.by} == measured | {"overlap", "relayed"}
    groups = {key[1:] for key in tallies if key.by}
    assert groups == {("source", "person"), ("manner", "indirect"), ("length", "short")}


SAME = {
    "one inside the other": ("The Kremlin in Moscow", "The Kremlin", True),
    "the same words elsewhere": ("the Post", "Post", True),
    "a bare pronoun inside": ("He", "He said the talks failed again", False),
    "others": ("Reuters", "The Kremlin in Moscow", False),
}


@pytest.mark.parametrize(("gold", "found", "same"), SAME.values(), ids=SAME)
def test_mentions_agree(gold, found, same):
    marked = marks([(AGAIN, (gold, False), {"set": "single"})], [[AGAIN, found]])
    assert marked.tallies[Key("single")] == [int(same), 1, 0, 0]


def test_the_best_overlap_answers_and_words_told_twice_are_counted():
    item = (AGAIN, ("Reuters", False), {"set": "single"})
    marked = marks(
        [item], [["the talks failed again, Reuters", "Reuters"], [AGAIN, "He"], ["denied it", "Reuters", "He"]]
    )
    assert marked.tallies[Key("single")] == [0, 1, 0, 0]
    assert marked.tallies[Key("overlap")] == [4, 7, 0, 0]
    assert marked.tallies[Key("relayed")] == [1, 3, 0, 0]
    assert [tuple(error) for error in marked.errors] == [("wrong origin", f"Reuters: {AGAIN}", "He")]


def test_named_taken_for_unnamed_counts_against_precision():
    marked = marks([(AGAIN, ("Reuters", False), {"set": "named"})], [[AGAIN, "?Reuters"]])
    assert marked.tallies[Key("anonymous")] == [0, 0, 0, 1]
    assert [tuple(error) for error in marked.errors] == [("anonymity wrong", f"Reuters: {AGAIN}", "unnamed: Reuters")]
