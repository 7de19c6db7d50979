"""`sayso match`: what has been said, or checked, before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import orjson
from pydantic import BaseModel, StringConstraints

from flows.cli.jsonlines import Problems, rows
from flows.cli.output import out

if TYPE_CHECKING:
    from sayso.link.retrieve import Near, Stated

Worded = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Row(BaseModel):
    """A claim or a query, as it stands in a file."""

    id: Annotated[str, StringConstraints(min_length=1)]
    text: Worded
    title: str | None = None


@click.command(name="match")
@click.option("--claims", type=click.Path(path_type=Path), metavar="FILE", required=True, help="What has been said.")
@click.option(
    "--queries", type=click.Path(path_type=Path), metavar="FILE", required=True, help="What to look for in it."
)
@click.option(
    "--top", type=click.IntRange(min=1), default=20, metavar="N", help="How many claims for each query.  [20]"
)
def command(claims: Path, queries: Path, top: int) -> int:
    """Print, for each query, the claims that are nearest to it: whether it has been said, or checked, before.

    Both files are JSON lines with "id", "text" and, where there is one, "title"; - is standard input. A query's line
    has its id and the claims' ids and scores, from 0 to 1, the nearest first. Nothing is recorded.

    \b
    Example: sayso match --claims checked.jsonl --queries posts.jsonl --top 5
    """
    problem = Problems()
    asked = _stated(queries, problem)
    known = _stated(claims, problem)
    for one, ranked in zip(asked, _ranked(known, asked, top), strict=True):
        found = [{"id": near.id, "score": round(near.score, 4)} for near in ranked]
        out(orjson.dumps({"id": one.id, "ranked": found}).decode() + "\n")
    return 3 if problem.count else 0


def _stated(path: Path, problem: Callable[[str], None]) -> list[Stated]:
    """The rows of a file, each id once."""
    from sayso.link.retrieve import Stated

    found: dict[str, Stated] = {}
    for row in rows(path, Row, problem):
        if row.id in found:
            problem(f"{path}: expected each id once, found {row.id!r} again; the first counts, rename the other")
        else:
            found[row.id] = Stated(row.id, row.text, row.title or "")
    if not found:
        problem(f"{path}: expected JSON lines with an id and a text, found none; name another file")
    return list(found.values())


def _ranked(claims: list[Stated], queries: list[Stated], top: int) -> list[list[Near]]:
    from sayso.link.retrieve import rank

    return rank(claims, queries, top)
