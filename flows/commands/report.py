"""`sayso report`: the reviewers' report out of the ledger."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from flows.commands.options import min_confidence
from flows.paper import compiled, write
from flows.stdout import out as print_out
from sayso.errors import UsageError
from sayso.report import FORMATS, Format, render


@click.command(name="report")
@click.option("--format", "form", type=click.Choice(FORMATS), default="md", help="What to make of it.  [md]")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it there.")
@click.option("--since", metavar="TIME", help="Only what was recorded at this time or later.")
@click.option("--until", metavar="TIME", help="Only what was recorded before this time.")
@min_confidence
def command(form: Format, out: Path | None, since: str | None, until: str | None, least: float) -> None:
    """Print what has no source, or only an unnamed one, in the articles of the ledger.

    TIME is an ISO 8601 date or time, such as 2026-11-22 or 2026-11-22T07:00+01:00; without a zone it is local.

    \b
    Example: sayso report --format html --since 2026-11-21 --out unsourced.html
    """
    start, end = _moment("--since", since), _moment("--until", until)
    if out is None:
        print_out(render(compiled(start, end, least), form))
    else:
        listed = write(out, form, since=start, until=end, least=least)
        click.echo(f"{listed} sentences listed in {out}", err=True)


def _moment(option: str, given: str | None) -> datetime | None:
    if given is None:
        return None
    try:
        return datetime.fromisoformat(given).astimezone()
    except (ValueError, OverflowError):
        raise UsageError(f"expected a date or time such as 2026-11-22T07:00 for {option}, found {given!r}") from None
