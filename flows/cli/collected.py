"""Collecting with its progress, and what came of it, for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from flows.cli.output import out
from flows.stderr import say
from sayso.desk.collecting import Collected, collect, fetcher_of
from sayso.desk.inbox import make_default
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.settings import Settings


def collected_now(named: Sequence[str], into: Path | None, ours: Settings) -> Collected:
    """Collect into a folder (None: the inbox), with what is fetched on standard error, and print what came of it."""
    if into is None:
        make_default(ours)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True, soft_wrap=True),
        transient=True,
        disable=not Console(stderr=True).is_terminal,
    )
    with bar:
        job = bar.add_task("starting", total=None)
        made = collect(
            named,
            into or ours.inbox,
            ours,
            fetcher_of(ours),
            lambda address, behind: bar.update(job, description=f"{printable(address)[:100]} ({behind:,} more)"),
        )
    for sentence in [*made.notices, *made.failed]:
        say(sentence)
    if not ours.collect.contact:
        say("sites that are asked do not learn to whom to complain; name an address in [collect] contact")
    out(as_text(made))
    return made


def as_text(made: Collected) -> str:
    """A line for each file, then how many there are, were as before, failed, and wait."""
    lines = [f"{printable(str(file))}: {printable(address)}" for file, address in made.saved]
    waiting = f", {made.waiting:,} left for the next run" if made.waiting else ""
    lines.append(
        f"{count(len(made.saved), 'page')} saved, {made.unchanged:,} as before, {len(made.failed):,} could not be "
        f"fetched{waiting}"
    )
    return "".join(f"{line}\n" for line in lines)
