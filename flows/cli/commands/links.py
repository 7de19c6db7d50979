"""`sayso links`: every claim and every link, for other programs."""

from __future__ import annotations

import json
from itertools import chain
from typing import Literal

import click

from flows.cli.commands.options import as_of_option, moment
from flows.cli.output import out
from flows.state_asked import as_asked, registry_of
from sayso.desk.ledger_stories import as_they_are
from sayso.desk.listing import claim_rows, link_rows
from sayso.desk.listing_table import table
from sayso.desk.opening import opened
from sayso.settings import settings


@click.command(name="links")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    help="The format of the output.  [jsonl]",
)
@click.option("--since", metavar="TIME", help="Only what was recorded at TIME or later.")
@click.option("--until", metavar="TIME", help="Only what was recorded before TIME.")
@as_of_option
def command(form: Literal["jsonl", "csv"], since: str | None, until: str | None, as_of: str | None) -> None:
    """Print every claim with what it rests on, and then every link between claims, for other programs.

    All of it describes one state of the ledger. With --since and --until: the claims of articles recorded then, and the
    links that these have with any claim. TIME is an ISO 8601 date or time, as for sayso report. With --as-of the story
    of an article is left open.

    \b
    Examples: sayso links > links.jsonl
              sayso links --format csv --since 2026-11-21 > links.csv
    """
    start, end = moment("--since", since), moment("--until", until)
    with opened(write=False) as ledger, as_asked(ledger, as_of) as snapshot:
        entries = snapshot.adopted_between(start, end)
        told = as_they_are(snapshot, settings().indexes) if as_of is None else None
        claims = claim_rows(snapshot, entries, registry_of(snapshot, as_of is not None), told)
        rows = chain(claims, link_rows(snapshot, frozenset(entries)))
        lines = table(rows) if form == "csv" else (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        for line in lines:
            out(line)
