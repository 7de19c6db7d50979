"""`sayso match`: what has been said, or checked, before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import orjson

from flows.cli.jsonlines import Problems, rows
from flows.cli.output import out
from sayso.desk.matching import MatchRow, distinct, matches


@click.command(name="match")
@click.option(
    "--claims", type=click.Path(path_type=Path), metavar="FILE", required=True, help="The claims that have been made."
)
@click.option(
    "--queries", type=click.Path(path_type=Path), metavar="FILE", required=True, help="The texts to look up among them."
)
@click.option(
    "--top", type=click.IntRange(min=1), default=20, metavar="N", help="How many claims for each query.  [20]"
)
def command(claims: Path, queries: Path, top: int) -> int:
    """Print, for each query, the nearest claims: whether it has been said, or checked, before.

    Both files are JSON lines with "id", "text" and, if there is one, "title"; - is standard input. The line for a query
    has its id, and the ids and scores of the claims, from 0 to 1, the nearest first. Nothing is recorded.

    \b
    Example: sayso match --claims checked.jsonl --queries posts.jsonl --top 5
    """
    problem = Problems()
    asked = _rows(queries, problem)
    known = _rows(claims, problem)
    for query, nearest in matches(known, asked, top):
        ranked = [{"id": near.id, "score": round(near.score, 4)} for near in nearest]
        out(orjson.dumps({"id": query, "ranked": ranked}).decode() + "\n")
    return 3 if problem.count else 0


def _rows(path: Path, problem: Callable[[str], None]) -> list[MatchRow]:
    """The rows of a file, each id once."""
    found = distinct(rows(path, MatchRow, problem), lambda sentence: problem(f"{path}: {sentence}"))
    if not found:
        problem(f"{path}: expected JSON lines with an id and a text, found none; name another file")
    return found
