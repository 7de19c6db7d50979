"""Findings about linked claims stand together by story, with the story's headline above them in every format."""

from __future__ import annotations

from sayso.report import in_stories
from sayso.report.formats.linked_words import stories
from sayso.report.model.linked import ClaimTelling, Fact, LinkedFindings, Teller

STORIES = {"a": ("t-1", "Ferry\x1b sinks"), "b": ("t-2", "Mayor resigns"), "c": ("t-1", "Ferry\x1b sinks")}


def fact(article: str) -> Fact:
    told = ClaimTelling(claim=f"claim {article}", article=article, words="w", who="x")
    return Fact(
        id=f"c-{article}",
        concern="single-origin",
        claims=(told.claim,),
        words=told.words,
        worded=told.claim,
        told=(Teller(telling=told, claims=(told.claim,)),),
        independent=1,
        sentence="One.",
        status="",
    )


def test_those_of_one_story_stand_behind_the_first_of_it() -> None:
    found = in_stories(LinkedFindings(single_origin=tuple(map(fact, "abxcy"))), STORIES.get)
    assert [(one.article, one.story) for one in found.single_origin] == [
        ("a", "Ferry\ufffd sinks"),
        ("c", "Ferry\ufffd sinks"),
        ("b", "Mayor resigns"),
        ("x", None),
        ("y", None),
    ]


def test_a_story_is_named_once_above_its_findings() -> None:
    found = in_stories(LinkedFindings(single_origin=tuple(map(fact, "abxc"))), STORIES.get).single_origin
    assert stories(found) == ["Story: Ferry\ufffd sinks", "", "Story: Mayor resigns", ""]
    assert stories([]) == []
