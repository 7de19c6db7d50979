"""What was said or checked before: texts near to others in meaning and words. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, StringConstraints

if TYPE_CHECKING:
    from sayso.link.retrieve import Near


class MatchRow(BaseModel):
    """A claim or a query, as a file gives it."""

    id: Annotated[str, StringConstraints(min_length=1)]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    title: str | None = None


def distinct(rows: Iterable[MatchRow], problem: Callable[[str], None]) -> list[MatchRow]:
    """The rows, each id once; `problem` gets a sentence for every other row of an id."""
    found: dict[str, MatchRow] = {}
    for row in rows:
        if row.id in found:
            problem(f"expected each id once, found {row.id!r} again; the first counts, rename the other")
        else:
            found[row.id] = row
    return list(found.values())


def matches(claims: Iterable[MatchRow], queries: Iterable[MatchRow], top: int) -> Iterator[tuple[str, list[Near]]]:
    """For each query, its id and the `top` claims nearest to it, nearest first."""
    from sayso.link.retrieve import Stated, rank

    known, asked = ([Stated(row.id, row.text, row.title or "") for row in rows] for rows in (claims, queries))
    yield from zip((query.id for query in asked), rank(known, asked, top), strict=True)
