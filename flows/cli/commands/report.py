"""`sayso report`: the reviewers' report out of the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.commands.options import as_of_option, min_confidence, moment
from flows.cli.output import out as print_out
from flows.parallel_report import compiled
from flows.stderr import tell
from sayso.desk.report_files import write
from sayso.report import CONCERNS, FORMATS, Concern, Format, render, summary


@click.command(name="report")
@click.option("--format", "form", type=click.Choice(FORMATS), default="md", help="The format of the report.  [md]")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the report to FILE."
)
@click.option("--since", metavar="TIME", help="Only what was recorded at TIME or later.")
@click.option("--until", metavar="TIME", help="Only what was recorded before TIME.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(CONCERNS),
    multiple=True,
    help="List only findings of this kind; you can repeat it.  [all]",
)
@click.option(
    "--suggestions",
    is_flag=True,
    help="List also conflicts that no person confirmed: of 42 in ten real stories, 4 were right.",
)
@click.option("--settled", is_flag=True, help="List also findings that people settled (sayso decide).")
@as_of_option
@min_confidence
def command(
    form: Format,
    out: Path | None,
    since: str | None,
    until: str | None,
    kinds: tuple[Concern, ...],
    suggestions: bool,
    settled: bool,
    as_of: str | None,
    least: float,
) -> None:
    """Print what to check: sentences without a source or with only an unnamed one, claims with one origin, conflicts.

    Conflicts are listed if a person confirmed them. Those that only the machine suggests are counted, and so are
    findings that people settled. TIME is an ISO 8601 date or time, such as 2026-11-22 or 2026-11-22T07:00+01:00;
    without a zone it is local.

    With --as-of the report is what it would have been then, except for the newsroom's stories: corrections, decisions
    and links that were recorded later have no part in it.

    \b
    Examples: sayso report --format html --since 2026-11-21 --out unsourced.html
              sayso report --kind conflicts --suggestions
    """
    start, end = moment("--since", since), moment("--until", until)
    made = compiled(start, end, least, kinds or CONCERNS, suggestions=suggestions, settled=settled, as_of=as_of)
    if out is None:
        print_out(render(made, form))
    else:
        write(made, out, form)
        tell(f"{out}: {summary(made)}")
