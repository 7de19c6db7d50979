"""Whole readings against what was found, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factories import find, make_article, make_extraction, make_hop, make_statement

from sayso.errors import UnreadableError
from sayso.evaluate.gold_reading import Reading, readings
from sayso.evaluate.reading_marks import mark_reading
from sayso.evaluate.tallies import Key
from sayso.evaluate.word_places import Text

ARTICLE = make_article(
    "Ann Roe told the Post that Tom Hale took bribes. Hale declined to comment. The court sits on Monday. "
    "Share this page."
)
TEXT = Text(ARTICLE.text)
BRIBES, REFUSAL, COURT, SHARE = (
    "Tom Hale took bribes",
    "Hale declined to comment",
    "The court sits on Monday",
    "Share this page",
)
ROE = {"entity": "E1", "mention": find(ARTICLE, "Ann Roe").range}
POST = {"entity": "E2", "mention": find(ARTICLE, "the Post").range}
HALE = {"entity": "E3", "mention": find(ARTICLE, "Tom Hale").range}


def entity(kind, words, *, unnamed=False):
    return {"kind": kind, "unnamed": unnamed, "name": find(ARTICLE, words).range}


def row(voice, words, **known):
    return {"voice": voice, "spans": [find(ARTICLE, words).range], **known}


def reading(**changes):
    fields = {
        "article": "a",
        "entities": {
            "E1": entity("person", "Ann Roe"),
            "E2": entity("news_outlet", "the Post"),
            "E3": entity("person", "Tom Hale"),
        },
        "statements": [
            row("sourced", BRIBES, chain=[ROE, POST]),
            row("unsaid", REFUSAL, holder=HALE),
            row("furniture", SHARE),
        ],
        "accusations": [{"spans": [find(ARTICLE, BRIBES).range], "accused": "E3", "by": "E1", "reply": "sought"}],
    }
    return Reading.model_validate(fields | changes)


def said(words, *hops):
    roles = ["origin", *["relay"] * (len(hops) - 1)][: len(hops)]
    chain = [make_hop(ARTICLE, hop, role=role) for hop, role in zip(hops, roles, strict=True)]
    return make_statement(ARTICLE, words, chain=chain) if hops else make_statement(ARTICLE, words)


def shares(found, gold=None):
    marks = mark_reading(gold or reading(), TEXT, make_extraction(ARTICLE, found))
    return marks, {key.measure: tuple(counts[:2]) for key, counts in marks.tallies.items() if not key.by}


RIGHT = [said(BRIBES, "Ann Roe", "the Post"), said(REFUSAL), said(COURT)]


def test_all_right() -> None:
    marks, found = shares(RIGHT)
    assert (found["sourced"], found["chain"]) == ((3, 3), (3, 3))
    assert (found["reported"], found["multi"], found["acts"]) == ((1, 1), (1, 1), (1, 1))
    assert marks.errors == ()
    assert marks.inversions == (1, ())


WRONG = {
    "relay missing": ([said(BRIBES, "Ann Roe"), *RIGHT[1:]], "relay missing", {"sourced": 3, "chain": 2, "multi": 0}),
    "relay added": (
        [said(BRIBES, "Ann Roe", "the Post", "The court"), *RIGHT[1:]],
        "relay added",
        {"sourced": 3, "chain": 2, "multi": 0},
    ),
    "wrong source": (
        [said(BRIBES, "The court", "the Post"), *RIGHT[1:]],
        "wrong source",
        {"sourced": 3, "chain": 2, "multi": 0},
    ),
    "own voice": ([said(BRIBES), *RIGHT[1:]], "taken for own voice", {"sourced": 2, "chain": 2, "multi": 0}),
    "not found": (RIGHT[1:], "not found", {"found": 2, "sourced": 2, "chain": 2, "multi": 0}),
    "a refusal taken as said": (
        [RIGHT[0], said(REFUSAL, "Tom Hale"), RIGHT[2]],
        "given a source",
        {"sourced": 2, "chain": 2, "acts": 0},
    ),
    "a refusal that vanished": ([RIGHT[0], RIGHT[2]], "not told", {"sourced": 2, "acts": 0}),
}


@pytest.mark.parametrize("case", WRONG)
def test_each_error_is_named_and_counted(case: str) -> None:
    statements, kind, expected = WRONG[case]
    marks, found = shares(statements)
    assert [error.kind for error in marks.errors] == [kind]
    assert {measure: found[measure][0] for measure in expected} == expected


def test_what_is_left_beside_a_source_may_report_it() -> None:
    gold = reading(statements=[row("sourced", "took bribes", chain=[ROE])])
    told = said("took bribes", "Ann Roe")
    assert shares([told, said(COURT)], gold)[1]["found"] == (2, 4)
    assert shares([told, said("told the Post that Tom Hale"), said(COURT)], gold)[1]["found"] == (3, 5)


def test_an_alternative_is_right_too() -> None:
    known = {"chain": [ROE, POST], "alternatives": [[ROE], []]}
    gold = reading(statements=[row("sourced", BRIBES, **known)])
    for hops in (("Ann Roe", "the Post"), ("Ann Roe",), ()):
        _, found = shares([said(BRIBES, *hops)], gold)
        assert found["reported"] == (1, 1), hops
    _, found = shares([said(BRIBES, "the Post")], gold)
    assert found["reported"] == (0, 1)


def test_the_accused_as_speaker_is_an_inversion() -> None:
    marks, _ = shares([said(BRIBES, "Tom Hale"), *RIGHT[1:]])
    assert marks.inversions.judged == 1
    assert [place.gold for place in marks.inversions.places] == [f"Tom Hale is accused: {BRIBES}"]


def test_the_accuseds_own_words_are_none() -> None:
    gold = reading(statements=[row("sourced", BRIBES, chain=[HALE])])
    marks, _ = shares([said(BRIBES, "Tom Hale")], gold)
    assert marks.inversions == (0, ())


def test_coverage_counts_words_outside_furniture() -> None:
    marks, found = shares([RIGHT[0], RIGHT[2]])
    words = len(TEXT.words([(0, len(ARTICLE.text))])) - 3
    assert found["covered"][1] == words
    assert found["covered"][0] < words
    assert marks.tallies[Key("furniture")][:2] == [0, 3]


FAULTS = {
    "a place beyond the text": {"statements": [{"voice": "act", "spans": [[0, 9999]]}]},
    "words in two rows": {"statements": [row("act", BRIBES), row("act", "took bribes")]},
    "another text": {"sha256": "0" * 64},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_reading_that_does_not_fit_is_refused(fault: str) -> None:
    with pytest.raises(UnreadableError, match="line 0 of the readings: expected"):
        reading(**FAULTS[fault]).check(TEXT)


def test_invalid_lines_are_refused_and_the_others_are_read(tmp_path: Path) -> None:
    whole = reading().model_dump(mode="json")
    nobody = {**whole, "accusations": [{"spans": [[0, 3]], "accused": "E9", "by": "own", "reply": "absent"}]}
    path = tmp_path / "readings.jsonl"
    path.write_text("\n".join(["{", json.dumps(whole), json.dumps(nobody)]), encoding="utf-8")
    found, refused = readings(path)
    assert [one.line for one in found] == [2]
    assert [where for where, _ in refused] == ["readings.jsonl:1", "readings.jsonl:3"]
    assert "entities lacks E9" in refused[1][1]
