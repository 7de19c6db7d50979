"""`sayso compare`: how pairs of sentences relate."""

from __future__ import annotations

import json
from pathlib import Path

import click

from flows.pairs import pair, strongest, told
from flows.stdout import out
from sayso.errors import UnreadableError, UsageError


@click.command(name="compare")
@click.argument("pairs", type=click.Path(path_type=Path), metavar="PAIRS.jsonl")
def command(pairs: Path) -> int:
    """Print how the two sentences of each pair relate, a line of JSON for each line of PAIRS.jsonl.

    A line is {"id": ..., "a": TEXT, "b": TEXT}; a_date and b_date (when they were published), a_chain and b_chain (who
    says so: hops with role, name, kind) may be given. Printed are relation (repeats, corroborates, qualifies,
    conflicts, updates, denies or null), confidence, explanation and signals. Nothing is recorded.

    \b
    Example: sayso compare pairs.jsonl > relations.jsonl
    """
    try:
        lines = pairs.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{pairs}: expected a file of JSON lines in UTF-8, found none ({error}); name another"
        ) from error
    failed = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            out(_compared(line) + "\n")
        except UnreadableError as error:
            failed += 1
            click.echo(f"sayso: {pairs}, line {number}: {error}", err=True)
    return 3 if failed else 0


def _compared(line: str) -> str:
    found = pair(line)
    a, b = told(found.a, f"{found.id} a"), told(found.b, f"{found.id} b")
    comparison = strongest(a, b)
    ids = {one.id for one in a}
    earlier = comparison.earlier and ("a" if comparison.earlier in ids else "b")
    facts = comparison.model_dump(mode="json") | {"earlier": earlier}
    return json.dumps({"id": found.id, **facts}, ensure_ascii=False)
