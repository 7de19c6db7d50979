"""`sayso compare`: how pairs of sentences relate."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flows.cli.jsonlines import Problems, rows
from flows.cli.output import out
from flows.workers.reading import engine
from sayso.desk.comparing import Pair, compare_pair
from sayso.errors import UnreadableError


@click.command(name="compare")
@click.argument("pairs", type=click.Path(path_type=Path), metavar="PAIRS.jsonl")
def command(pairs: Path) -> int:
    """Print how the two sentences of each pair relate, a line of JSON for each line of PAIRS.jsonl.

    A line is {"id": ..., "a": TEXT, "b": TEXT}. You can add a_date and b_date (when they were published), and a_chain
    and b_chain (who says so: hops with role, name, kind). - is standard input. The output has relation (repeats,
    corroborates, qualifies, conflicts, updates, denies or null), confidence, explanation and signals. Nothing is
    recorded.

    \b
    Example: sayso compare pairs.jsonl > relations.jsonl
    """
    problem = Problems()
    for pair in rows(pairs, Pair, problem):
        try:
            out(json.dumps(compare_pair(pair, engine()), ensure_ascii=False) + "\n")
        except UnreadableError as error:
            problem(f"{pairs}, pair {pair.id!r}: {error}")
    return 3 if problem.count else 0
