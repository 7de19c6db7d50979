"""Has this been said before? Claims, ranked for each query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.retrieve.index import Index, Near


@dataclass(frozen=True)
class Stated:
    """A claim or a query: its id, its text, and a title that says it in other words, where it has one."""

    id: str
    text: str
    title: str = ""


def rank(claims: Iterable[Stated], queries: Sequence[Stated], top: int) -> list[list[Near]]:
    """For each query the `top` claims that are nearest to it, the nearest first."""
    index, some = Index.open(None), list(claims)
    index.add([one.id for one in some], [one.text for one in some], [one.title for one in some])
    return index.nearest([f"{one.text} {one.title}".strip() for one in queries], top)
