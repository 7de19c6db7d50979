"""Stories at the desk: out of the ledger, joined and split by people, and the same when everything is made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from factories import make_capture
from linking_world import read
from story_world import IDS, NAMES, STORIES, TEXTS, article, told

from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.index_position import FILE, IndexPosition
from sayso.desk.indexes import STORIES as FOLDER
from sayso.desk.indexes import indexes
from sayso.desk.ledger_stories import as_they_are, grouping, listed, one_story
from sayso.desk.story_decisions import join, split
from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS

ALONE = {frozenset(story) for story in STORIES}


def record(ledger: Ledger, *names: str, **known: str) -> None:
    for name in names:
        one = article(name, **known)
        ledger.append(make_capture(one), one, read(one))


def stories(ledger: Ledger, folder: Path) -> set[frozenset[str]]:
    """The stories as they are told now, as the names of their articles."""
    with indexes(ledger, folder, pytest.fail, 1) as ours, ledger.snapshot() as now:
        return {frozenset(NAMES[one] for one in story.articles) for story in grouping(now, ours.stories)}


def joined(ledger: Ledger, folder: Path, one: str, other: str) -> Sequence[str]:
    with indexes(ledger, folder, pytest.fail, 1) as ours:
        made = join(ledger, ours.stories, one, other, why="the same", by="ana")
    return [thing.id for _, thing in made]


def taken_out(ledger: Ledger, folder: Path, name: str) -> Sequence[str]:
    with indexes(ledger, folder, pytest.fail, 1) as ours:
        made = split(ledger, ours.stories, IDS[name], why="another", by="ana")
    return [thing.id for _, thing in made]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    record(ledger, *TEXTS)
    return ledger


def test_the_articles_of_a_ledger_are_stories(filled: Ledger, folder: Path) -> None:
    assert stories(filled, folder) == ALONE
    with indexes(filled, folder, pytest.fail, 1) as ours, filled.snapshot() as now:
        names = [[NAMES[one] for one in story.articles] for story in listed(grouping(now, ours.stories), 2)]
    assert names == [["crater", "crater doubt"], ["fire", "fire owner", "fire trial"]]


def test_what_comes_later_joins_the_story_and_its_id_stays(ledger: Ledger, folder: Path) -> None:
    record(ledger, "fire owner", "bank")
    with indexes(ledger, folder, pytest.fail, 1) as ours, ledger.snapshot() as now:
        before = grouping(now, ours.stories).story(IDS["fire owner"]).id
    record(ledger, "fire", "fire trial")
    with indexes(ledger, folder, pytest.fail, 1) as ours, ledger.snapshot() as now:
        assert grouping(now, ours.stories).story(IDS["fire trial"]).id == before


def test_two_stories_are_joined_and_the_decision_taken_back(filled: Ledger, folder: Path) -> None:
    (pair,) = joined(filled, folder, f"t-{IDS['crater']}", f"t-{IDS['fire'][:12]}")
    whole = frozenset(STORIES[0] | STORIES[1])
    assert stories(filled, folder) == {whole, frozenset({"other fire"}), frozenset({"bank"})}
    decide(filled, pair[:10], Deed(ACTIONS["reopen"], "ola", "no"))
    assert stories(filled, folder) == ALONE
    with filled.snapshot() as now:
        assert [(one.judgement, one.by, one.why) for one in now.decisions(pair)] == [
            ("confirm", "ana", "the same"),
            ("reopen", "ola", "no"),
        ]
    assert filled.verify().findings == ()


def test_the_ids_of_both_stories_stand_for_the_joined_one(filled: Ledger, folder: Path) -> None:
    joined(filled, folder, IDS["crater doubt"], IDS["bank"])
    with indexes(filled, folder, pytest.fail, 1) as ours, filled.snapshot() as now:
        found = {one_story(grouping(now, ours.stories), f"t-{IDS[name]}").id for name in ("crater", "bank")}
    assert found == {f"t-{IDS['crater']}"}


def test_an_article_is_taken_out_and_put_back(filled: Ledger, folder: Path) -> None:
    taken_out(filled, folder, "fire owner")
    assert stories(filled, folder) == {frozenset({"fire owner"}), frozenset({"fire", "fire trial"}), *ALONE_BUT_FIRE}
    joined(filled, folder, IDS["fire owner"], IDS["fire trial"])
    assert stories(filled, folder) == ALONE


ALONE_BUT_FIRE = {frozenset(story) for story in STORIES[1:]}


def test_taking_out_the_article_that_joined_two_stories_parts_them(filled: Ledger, folder: Path) -> None:
    joined(filled, folder, IDS["crater"], IDS["fire"])
    taken_out(filled, folder, "crater")
    assert stories(filled, folder) == ALONE


def test_an_article_that_was_taken_out_is_put_into_another_story(filled: Ledger, folder: Path) -> None:
    taken_out(filled, folder, "fire owner")
    joined(filled, folder, IDS["bank"], IDS["fire owner"])
    assert {frozenset({"fire owner", "bank"}), frozenset({"fire", "fire trial"})} <= stories(filled, folder)


def test_joining_stories_overrules_that_an_article_was_taken_out(filled: Ledger, folder: Path) -> None:
    taken_out(filled, folder, "fire owner")
    joined(filled, folder, IDS["bank"], IDS["fire owner"])
    joined(filled, folder, IDS["bank"], IDS["fire trial"])
    assert frozenset({"fire", "fire owner", "fire trial", "bank"}) in stories(filled, folder)


def test_a_story_of_the_catalogue_can_be_split_and_joined(ledger: Ledger, folder: Path) -> None:
    record(ledger, "fire", "fire owner", "crater", story="x")
    record(ledger, "bank", "other fire", story="y")
    assert stories(ledger, folder) == {frozenset({"fire", "fire owner", "crater"}), frozenset({"bank", "other fire"})}
    taken_out(ledger, folder, "crater")
    assert frozenset({"fire", "fire owner"}) in stories(ledger, folder)
    joined(ledger, folder, IDS["fire"], IDS["bank"])
    assert stories(ledger, folder) == {frozenset({"fire", "fire owner", "bank", "other fire"}), frozenset({"crater"})}


def test_before_a_decision_the_stories_were_others(filled: Ledger, folder: Path) -> None:
    size = filled.head.size
    joined(filled, folder, IDS["crater"], IDS["fire"])
    with indexes(filled, folder, pytest.fail, 1) as ours, filled.snapshot(as_of=size) as then:
        assert told(ours.stories) == ALONE
        assert {frozenset(NAMES[one] for one in story.articles) for story in grouping(then, ours.stories)} == ALONE


REFUSED = {
    "no such story": (("crater", "f" * 32), "expected a story or an article whose id begins with 'ffff"),
    "the same story": (("fire", "fire trial"), "expected two stories, found t-"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_joined_is_told(filled: Ledger, folder: Path, case: str) -> None:
    names, sentence = REFUSED[case]
    with pytest.raises(UsageError) as caught:
        joined(filled, folder, *(IDS.get(name, name) for name in names))
    assert str(caught.value).startswith(sentence)


def test_an_article_alone_in_its_story_cannot_be_taken_out(filled: Ledger, folder: Path) -> None:
    with pytest.raises(UsageError, match="expected an article that shares its story with others, found"):
        taken_out(filled, folder, "bank")


def test_several_articles_with_one_beginning_are_told(filled: Ledger, folder: Path) -> None:
    with pytest.raises(UsageError, match="expected one article whose id begins with '', found"):
        joined(filled, folder, "", IDS["bank"])


def test_a_pair_is_confirmed_rejected_or_reopened(filled: Ledger, folder: Path) -> None:
    (pair,) = joined(filled, folder, IDS["crater"], IDS["fire"])
    with pytest.raises(UsageError, match="expected confirm, reject or reopen for two articles, found accept"):
        decide(filled, pair, Deed(ACTIONS["accept"], "ana", "no"))
    ((_, thing),) = decide(filled, pair, Deed(ACTIONS["reject"], "ana", "no"))
    assert thing == ("pair", pair, pair)
    assert stories(filled, folder) == ALONE


def test_a_decision_is_about_articles_that_the_ledger_holds(filled: Ledger, folder: Path, tmp_path: Path) -> None:
    with Ledger.open(f"sqlite:///{tmp_path / 'other.db'}") as other:
        record(other, "bank")
        with (
            indexes(filled, folder, pytest.fail, 1) as ours,
            pytest.raises(LedgerError, match="expected articles that the ledger holds at each end"),
        ):
            _decided_elsewhere(filled, other, ours.stories)


def _decided_elsewhere(ledger: Ledger, other: Ledger, index: object) -> None:
    from sayso.desk import story_decisions as module

    module._recorded(other, [(IDS["fire"], IDS["bank"])], "confirm", "no", "ana")


def as_saved(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / FOLDER).iterdir()}


def test_the_index_that_grew_is_the_one_that_is_made_anew(ledger: Ledger, folder: Path) -> None:
    for name in TEXTS:
        record(ledger, name)
        stories(ledger, folder)
    grown = as_saved(folder)
    shutil.rmtree(folder)
    assert stories(ledger, folder) == ALONE
    assert as_saved(folder) == grown


def test_decisions_are_the_same_when_views_are_made_anew(filled: Ledger, folder: Path) -> None:
    joined(filled, folder, IDS["crater"], IDS["fire"])
    taken_out(filled, folder, "fire owner")
    before = stories(filled, folder)
    filled.rebuild()
    shutil.rmtree(folder)
    assert stories(filled, folder) == before != ALONE
    assert filled.verify().findings == ()


def test_an_article_that_gets_another_story_in_the_catalogue_moves(filled: Ledger, folder: Path) -> None:
    assert stories(filled, folder) == ALONE
    record(filled, "bank", "fire", story="x")
    moved = {frozenset({"fire", "fire owner", "fire trial", "bank"}), *map(frozenset, STORIES[1:3])}
    assert stories(filled, folder) == moved
    shutil.rmtree(folder)
    assert stories(filled, folder) == moved
    with indexes(filled, folder, pytest.fail, 1) as ours, filled.snapshot() as now:
        assert grouping(now, ours.stories).story(IDS["bank"]).id == f"t-{IDS['fire']}"


def test_indexes_of_a_version_without_stories_get_them(filled: Ledger, folder: Path) -> None:
    with indexes(filled, folder, pytest.fail, 1) as ours, filled.snapshot() as now:
        ours.linked(filled, now.adopted())
    claims = (folder / "claims" / "manifest.json").read_bytes()
    marker = json.loads((folder / FILE).read_text())
    (folder / FILE).write_text(json.dumps({key: marker[key] for key in marker if key not in ("told", "stories")}))
    shutil.rmtree(folder / FOLDER)
    position = IndexPosition.load(folder)
    with filled.snapshot() as now:
        assert position is not None
        assert position.behind(now)
        assert as_they_are(now, folder) is None
    assert stories(filled, folder) == ALONE
    assert (folder / "claims" / "manifest.json").read_bytes() == claims
    position = IndexPosition.load(folder)
    with filled.snapshot() as now:
        assert position is not None
        assert not position.behind(now)
        assert position.waiting == ()


def test_stories_are_read_while_another_program_links(filled: Ledger, folder: Path) -> None:
    with filled.snapshot() as now:
        assert as_they_are(now, folder) is None
    with indexes(filled, folder, pytest.fail, 1), filled.snapshot() as now:
        reading = as_they_are(now, folder)
        assert reading is not None
        assert reading.same(IDS["fire"], IDS["fire trial"])
    shutil.rmtree(folder / FOLDER)
    with filled.snapshot() as now:
        assert as_they_are(now, folder) is None or not list(as_they_are(now, folder) or ())


def test_stories_of_another_ledger_are_not_read(filled: Ledger, folder: Path, tmp_path: Path) -> None:
    stories(filled, folder)
    with Ledger.open(f"sqlite:///{tmp_path / 'other.db'}") as other:
        record(other, "bank")
        with other.snapshot() as now:
            assert as_they_are(now, folder) is None
