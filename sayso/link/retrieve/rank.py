"""Ranks known claims by their nearness to a query: whether it has been said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.retrieve.index import Index, Near


@dataclass(frozen=True)
class Stated:
    """A claim or a query: its id, its text, and optionally a title that says it in other words."""

    id: str
    text: str
    title: str = ""


def rank(claims: Iterable[Stated], queries: Sequence[Stated], top: int) -> list[list[Near]]:
    """For each query the `top` nearest claims, the nearest first."""
    index, some = Index.open(None), list(claims)
    index.add([claim.id for claim in some], [claim.text for claim in some], [claim.title for claim in some])
    return index.nearest([f"{query.text} {query.title}".strip() for query in queries], top)
