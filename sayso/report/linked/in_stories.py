"""Findings about linked claims, those of one story beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.present.safe import plain_if_any
from sayso.report.model.linked import Conflict, Fact, LinkedFindings

F = TypeVar("F", Conflict, Fact)


def in_stories(findings: LinkedFindings, story: Callable[[str], tuple[str, str] | None]) -> LinkedFindings:
    """The same findings with the headlines of their stories, each behind the first of its story.

    `story` gives the id and the headline of the story that an article (its id) tells together with others; None for an
    article that is alone.
    """
    told = {name: _in_stories(getattr(findings, name), story) for name in ("conflicts", "circular", "single_origin")}
    return findings.model_copy(update=told)


def _in_stories(found: Sequence[F], story: Callable[[str], tuple[str, str] | None]) -> tuple[F, ...]:
    groups: dict[str, list[F]] = {}
    for one in found:
        id_, headline = story(one.article) or (f"article {one.article}", None)
        groups.setdefault(id_, []).append(one.model_copy(update={"story": plain_if_any(headline)}))
    return tuple(one for group in groups.values() for one in group)
