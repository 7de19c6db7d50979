"""`sayso history`: all that was recorded of a claim or an article, oldest first."""

from __future__ import annotations

from typing import Literal

import click

from flows.cli.commands.options import as_of_option
from flows.cli.history_text import history_json, history_text
from flows.cli.output import out
from flows.state_asked import as_asked, zone
from sayso.desk.opening import opened
from sayso.desk.recorded_history import history


@click.command(name="history")
@click.argument("thing", metavar="CLAIM|ARTICLE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="The format of the output.  [text]",
)
@as_of_option
def command(thing: str, form: Literal["text", "json"], as_of: str | None) -> None:
    """Print all that was recorded of a claim or an article, with who and when, the oldest first.

    Each version of its page, each reading, each link and each decision, also those that were taken back; where a
    correction, or taking one back, changed who is answerable, who was before. CLAIM is the id of a claim, a statement
    or a sentence (s-...), ARTICLE that of an article, or its address; enough of the beginning of an id will do.

    \b
    Examples: sayso history 3f2a90c1d47b
              sayso history https://globe.example/bridge --as-of 2026-11-22
    """
    with opened(write=False) as ledger, as_asked(ledger, as_of) as snapshot:
        found = history(snapshot, thing)
    out(history_json(found) if form == "json" else history_text(found, zone()))
