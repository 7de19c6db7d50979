"""The corpus of news: split by story, readings that fit their texts, and what annotators' sheets mean."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from sayso.evaluate.gold_reading import Reading, readings
from sayso.evaluate.word_places import Text
from tests.evaluation.news.agreement import Agreement, agreement
from tests.evaluation.news.sheets import Numbered, Sheet, SheetError, with_accusations
from tests.evaluation.news.stories import Story
from tests.evaluation.news.stories import read as read_story
from tests.evaluation.news.texts import PLACE, articles, sha256, texts
from tests.evaluation.news.worklists import read as read_worklist

READINGS = sorted((PLACE / "readings").glob("*.jsonl"))


def test_no_story_is_in_two_parts() -> None:
    parts = defaultdict(set)
    for row in articles():
        parts[row["story"]].add(row["split"])
    assert len(articles()) == 570
    assert [story for story, found in parts.items() if len(found) > 1] == []


def test_articles_are_the_texts_that_were_drawn(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CORPORA", str(corpora))
    found = texts()
    assert [row["article"] for row in articles() if sha256(found[row["article"]]) != row["sha256"]] == []


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_readings_are_of_their_part(path: Path) -> None:
    found, refused = readings(path)
    assert refused == []
    part = {row["article"]: row["sha256"] for row in articles() if row["split"] == path.stem.split("-")[0]}
    names = [reading.article for reading in found]
    assert len(set(names)) == len(names)
    assert {reading.article: reading.sha256 for reading in found}.items() <= part.items()


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_readings_fit_their_texts(path: Path, corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CORPORA", str(corpora))
    found = texts()
    for reading in readings(path)[0]:
        reading.check(Text(found[reading.article]))


TEXT = (
    "Ann Roe told the Post that Tom Hale took “bribes”. “He took them twice,” she said, Hale declined to comment.\n\n"
    "Share this page.\n"
)
ENTITIES = ('E1 person "Ann Roe"', 'E2 news_outlet "the Post"', 'E3 person "Tom Hale"')


def sheet(*lines: str) -> Sheet:
    made = Sheet("a", Numbered(TEXT))
    for line in (*ENTITIES, *lines):
        made.add(line)
    made.check()
    return made


def said(spans: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


def written(*lines: str) -> Reading:
    return Reading.model_validate(json.loads(json.dumps(sheet(*lines).written())))


def test_a_sheet_becomes_a_reading() -> None:
    reading = written(
        '1 S "Tom Hale took “bribes”" < E1 "Ann Roe" < E2 "the Post" ; cue "told" ; alt < E1 "Ann Roe" ; alt own',
        '2 S "“He ... twice,”" < E1 "she" < E2@1 "the Post" ; cue "said" ; hedge "twice" ; denied ; belief',
        '2 R "Hale declined to comment" ; holder E3 "Hale"',
        "3 B *",
        "1 X accused E3 ; by E1 ; reply sought 2",
    )
    reading.check(Text(TEXT))
    first, second, refusal, furniture = reading.statements
    assert said(first.spans) == ["Tom Hale took “bribes”"]
    assert said([hop.mention for hop in first.chain]) == ["Ann Roe", "the Post"]
    assert [len(chain) for chain in first.alternatives] == [1, 0]
    assert said(second.spans) == ["“He took them twice,”"]
    assert said([hop.mention for hop in second.chain]) == ["she", "the Post"]
    assert (second.denied, second.belief, said([second.cue, second.hedge])) == (True, True, ["said", "twice"])
    assert (refusal.voice, refusal.chain, refusal.holder.entity) == ("unsaid", (), "E3")
    assert (furniture.voice, said(furniture.spans)) == ("furniture", ["Share this page."])
    (accusation,) = reading.accusations
    assert (accusation.accused, accusation.by, accusation.reply) == ("E3", "E1", "sought")


def test_an_accusation_has_several_places_and_may_be_arguable() -> None:
    (accusation,) = written("1,2-3 X accused E3 ; by own ; reply absent ; arguable").accusations
    assert [span[0] for span in said(accusation.spans)] == ["A", "“"]
    assert accusation.arguable


def test_own_voice_may_have_an_alternative() -> None:
    (statement,) = written('2 O "He took them twice" ; alt < E1 "she"').statements
    assert (statement.voice, statement.chain) == ("own", ())
    assert [len(chain) for chain in statement.readings] == [0, 1]


def test_accusations_of_another_sheet_take_the_place_of_a_sheets_own() -> None:
    row = sheet(BRIBES, "1 X accused E2 ; by own ; reply absent").written()
    other = Sheet("a", Numbered(TEXT))
    for line in ('E1 person "Tom Hale"', 'E2 person unnamed "them"', "1 X accused E1 ; by E2 ; reply absent"):
        other.add(line)
    reading = Reading.model_validate(json.loads(json.dumps(with_accusations(row, other))))
    assert [(each.accused, each.by) for each in reading.accusations] == [("E3", "X2")]
    assert reading.entities.keys() == {"E1", "E2", "E3", "X2"}


def test_pieces_are_taken_away_and_added() -> None:
    reading = written('2 S * - "she said, Hale declined to comment." + "Hale" < ?')
    assert said(reading.statements[0].spans) == ["“He took them twice,”", "Hale"]
    assert reading.statements[0].chain == (None,)


FAULTS = {
    "words that are not there": '1 S "took cash" < E1 "Ann Roe"',
    "words that stand twice": '1-2 S "took" < E1 "Ann Roe"',
    "no chain": '1 S "Tom Hale took"',
    "a mention elsewhere": '2 S "“He took them twice,”" < E1 "Ann Roe"',
    "an entity that nobody listed": '1 S "Tom Hale took" < E9 "Ann Roe"',
    "no such sentence": "9 B *",
    "no holder": '2 R "Hale declined to comment"',
    "an unknown note": '1 S "Tom Hale took" < E1 "Ann Roe" ; sure',
    "a name that is not there": 'E4 person "Lind"',
    "no such kind": 'E4 dog "Hale"',
    "no reply": "1 X accused E3 ; by E1",
    "own voice with a chain": '1 O "Tom Hale took" < E1 "Ann Roe"',
    "own voice without an alternative": '1 O "Tom Hale took"',
    "anything else": "Tom Hale took bribes",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_line_that_does_not_fit_says_what_was_expected(fault: str) -> None:
    with pytest.raises(SheetError, match="expected"):
        sheet(FAULTS[fault])


def test_words_in_two_rows_are_a_fault() -> None:
    made = sheet('1 S "Tom Hale took" < E1 "Ann Roe"', '1 A "Hale took" ; holder E3 "Tom Hale"')
    assert made.faults == ["expected rows that share no words, found 'Hale took' in two"]


NEXT = "The mayor did not take money, Hale's lawyer said. Roe had said that Hale took bribes.\n"


def told(*lines: str) -> tuple[Story | None, list[str]]:
    return read_story(["story x", "A own-x-1", "B own-x-2", *lines], {"own-x-1": TEXT, "own-x-2": NEXT})


def test_a_story_sheet_becomes_a_story() -> None:
    story, faults = told(
        "F1 origins 1 : Roe alone",
        'F1 A 1 "Tom Hale took “bribes”"',
        'F1 B 2 "Hale took bribes"',
        "F2 origins 0-1 : the lawyer may only repeat it",
        'F2 B 1 "The mayor ... money"',
        "denial F1 F2 : the lawyer",
        "lost B 2 source A 1 : the Post is gone",
    )
    assert faults == []
    assert story is not None
    assert [(fact.fewest, fact.most, len(fact.told)) for fact in story.facts.values()] == [(1, 1, 2), (0, 1, 1)]
    (place,) = story.facts["F2"].told
    assert (place.article, [NEXT[slice(*span)] for span in place.spans]) == (
        "own-x-2",
        ["The mayor did not take money"],
    )
    assert [(relation.kind, relation.facts) for relation in story.relations] == [("denial", ("F1", "F2"))]
    assert [(lost.what, lost.at.article, lost.of.article) for lost in story.lost] == [("source", "own-x-2", "own-x-1")]


STORY_FAULTS = {
    "no such article": "C own-x-3",
    "no places": "F1 origins 1 : Roe",
    "no origins": "F1 A 1 *",
    "most before fewest": "F1 origins 3-1 : so",
    "no such letter": "F1 D 1 *",
    "words that are not there": 'F1 A 1 "took cash"',
    "a relation of no fact": "conflict F1 F2 : no",
    "anything else": "Roe said so",
}


@pytest.mark.parametrize("fault", STORY_FAULTS)
def test_a_story_line_that_does_not_fit_is_a_fault(fault: str) -> None:
    story, faults = told(STORY_FAULTS[fault], *(["F1 A 1 *"] if "origins 3-1" in STORY_FAULTS[fault] else []))
    assert story is None
    assert len(faults) == 1


def both(one: tuple[str, ...], other: tuple[str, ...]) -> Agreement:
    return agreement(written(*one), written(*other), TEXT, Numbered(TEXT).sentences)


BRIBES = '1 S "Tom Hale took “bribes”" < E1 "Ann Roe" < E2 "the Post"'


def test_agreement_counts_sentences_and_accused() -> None:
    accusation = "1 X accused E3 ; by E1 ; reply absent"
    assert both((BRIBES, accusation), (BRIBES,)) == Agreement(3, 3, 3, 3, 1)
    assert both((BRIBES, accusation), (BRIBES, accusation)) == Agreement(3, 3, 3, 3, 1, 1, 1)
    assert both((accusation,), (f"{accusation} ; arguable",))[4:] == (1, 1, 0)
    assert both((f"{accusation} ; arguable",), (accusation,))[4:] == (1, 1, 0)
    assert both((f"{accusation} ; arguable",), ())[4:] == (0, 0, 0)
    assert both((BRIBES,), ()) == Agreement(3, 2, 2, 2)
    assert both((BRIBES,), ('1 S "Tom Hale took “bribes”" < E1 "Ann Roe"',)) == Agreement(3, 3, 2, 2)


def test_an_alternative_agrees() -> None:
    assert both((BRIBES,), ('1 S "Tom Hale took “bribes”" < E1 "Ann Roe" ; alt < E1 "Ann Roe" < E2 "the Post"',))[
        2:4
    ] == (3, 2)
    assert both((f"{BRIBES} ; alt own",), ())[:4] == (3, 3, 3, 2)


def test_a_worklist_sheet_becomes_a_worklist() -> None:
    lines = ["article a", "1,2 W harm 3 support 1 : no reply", "1 W harm 1 support 0 headline 2 : stronger"]
    made, faults = read_worklist(lines, {"a": TEXT})
    assert faults == []
    assert made is not None
    first, second = made.items
    assert [words[0] for words in said(first.spans)] == ["A", "“"]
    assert (first.harm, first.support, first.body, second.why) == (3, 1, None, "stronger")
    assert said([second.body]) == ["“He took them twice,” she said, Hale declined to comment."]


WORKLIST_FAULTS = {
    "no such sentence": "9 W harm 1 support 0 : so",
    "no reason": "1 W harm 1 support 0",
    "too much harm": "1 W harm 4 support 0 : so",
    "anything else": "Roe said so",
}


@pytest.mark.parametrize("fault", WORKLIST_FAULTS)
def test_a_worklist_line_that_does_not_fit_is_a_fault(fault: str) -> None:
    made, faults = read_worklist(["article a", WORKLIST_FAULTS[fault]], {"a": TEXT})
    assert made is None
    assert len(faults) == 1
