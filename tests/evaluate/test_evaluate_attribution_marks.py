"""Attributions against gold: what counts as right, counted by hand."""

import pytest
from factories import make_article, make_attribution, make_extraction
from gold_world import standoff as annotated

from sayso.evaluate.attribution_marks import mark_attributions
from sayso.evaluate.fitted_gold import Gold
from sayso.evaluate.marks import JudgedConfidence
from sayso.evaluate.standoff import standoff
from sayso.evaluate.tallies import Key
from sayso.evaluate.word_places import Text

ARTICLE = make_article(
    "Mayor Ann Roe said the old bridge will close on Sunday. It was reported that two ferries sank. "
    "Officials hope the road stays open, as officials do."
)
BRIDGE = ("Mayor Ann Roe", "said", "the old bridge will close on Sunday")
FERRIES = ("", "was reported", "that two ferries sank")
ROAD = ("Officials", "hope", "the road stays open")


def reported(source, cue, content, **known):
    return make_attribution(ARTICLE, content, source=source or None, cue=cue or None, **known)


def marks(gold, found):
    text = Text(ARTICLE.text)
    annotations = standoff(annotated(ARTICLE, *gold), text)
    return mark_attributions(
        Gold("a", text, annotations, ()),
        annotations,
        make_extraction(ARTICLE, attributions=[reported(*one) for one in found]),
    )


ALL = {"attribution": 1, "content": 1, "exact": 1, "cue": 1}
RIGHT = {
    "the same": (BRIDGE, ALL),
    "a source that overlaps by half (Dice) is right": (("Ann Roe", "said", BRIDGE[2]), ALL),
    "another source is not": (("Officials", "said", BRIDGE[2]), {**ALL, "attribution": 0}),
    "nor is none": (("", "said", BRIDGE[2]), {**ALL, "attribution": 0}),
    "a content that overlaps by half is found, not exact": (
        (*BRIDGE[:2], "the old bridge will"),
        {**ALL, "exact": 0},
    ),
    "one that overlaps by less is not found": ((*BRIDGE[:2], "the old"), dict.fromkeys(ALL, 0)),
    "a cue needs a word of the gold's": ((BRIDGE[0], "hope", BRIDGE[2]), {**ALL, "cue": 0}),
    "and is wrong where only one side has one": ((BRIDGE[0], "", BRIDGE[2]), {**ALL, "cue": 0}),
}


@pytest.mark.parametrize(("found", "right"), RIGHT.values(), ids=RIGHT)
def test_a_pair_is_right_where(found, right):
    tallies = marks([BRIDGE], [found]).tallies
    assert {name: tallies[Key(name)] for name in right} == {name: [hit, 1, hit, 1] for name, hit in right.items()}


def test_no_source_and_no_cue_on_either_side_are_right():
    bare = ("", "", FERRIES[2])
    assert marks([bare], [bare]).tallies[Key("attribution")] == [1, 1, 1, 1]
    assert marks([bare], [bare]).tallies[Key("cue")] == [1, 1, 1, 1]


def test_counts_of_a_whole_article():
    """The bridge is found with the wrong source, the ferries are missed, the road is right, and one is made up."""
    made_up = ("It", "reported", "Sunday")
    found = [("It", "said", BRIDGE[2]), ROAD, made_up]
    counts = marks([BRIDGE, FERRIES, ROAD], found).tallies
    assert {key.measure: value for key, value in counts.items() if not key.by} == {
        "attribution": [1, 3, 1, 3],
        "content": [2, 3, 2, 3],
        "exact": [2, 3, 2, 3],
        "cue": [2, 3, 2, 3],
        "source_acc": [1, 2, 0, 0],
        "span source": [1, 2, 1, 2],
        "span cue": [2, 3, 2, 3],
        "span content": [2, 3, 2, 3],
    }
    assert {key[1:]: value for key, value in counts.items() if key.by and key.measure == "attribution"} == {
        ("source", "named"): [0, 1, 0, 0],
        ("source", "none"): [0, 1, 0, 0],
        ("source", "pronoun"): [0, 0, 0, 2],
        ("source", "described"): [1, 1, 1, 1],
        ("manner", "indirect"): [1, 3, 1, 3],
        ("length", "short"): [1, 3, 1, 3],
    }


def test_a_report_within_a_report_is_not_scored_and_words_it_has_none_of_neither():
    outer = reported("It", "reported", "that two ferries sank")
    inner = reported("Officials", "hope", "two ferries sank", parent=outer)
    text = Text(ARTICLE.text)
    marked = mark_attributions(Gold("a", text, (), ()), (), make_extraction(ARTICLE, attributions=[inner, outer]))
    assert marked.tallies[Key("content")] == [0, 0, 0, 1]


def test_each_has_its_confidence_and_whether_it_is_right():
    found = [reported(*BRIDGE, confidence=0.9), reported(*ROAD, confidence=0.4)]
    text = Text(ARTICLE.text)
    gold = standoff(annotated(ARTICLE, BRIDGE), text)
    marked = mark_attributions(Gold("a", text, gold, ()), gold, make_extraction(ARTICLE, attributions=found))
    assert marked.judged == (JudgedConfidence(0.9, True), JudgedConfidence(0.4, False))


def test_the_largest_overlap_is_paired_first():
    """Both overlap with the gold by half; the larger overlap wins, though it comes later."""
    article = make_article("One said alpha beta gamma delta epsilon. Two said it.")
    text = Text(article.text)
    gold = standoff(annotated(article, ("One", "said", "alpha beta gamma delta epsilon")), text)
    found = [
        make_attribution(article, "alpha beta", source="One", cue="said"),
        make_attribution(article, "beta gamma delta epsilon", source="Two", cue="said"),
    ]
    marked = mark_attributions(Gold("a", text, gold, ()), gold, make_extraction(article, attributions=found))
    assert marked.tallies[Key("content")] == [1, 1, 1, 2]
    assert marked.tallies[Key("attribution")] == [0, 1, 0, 2]
