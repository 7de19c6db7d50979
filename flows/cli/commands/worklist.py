"""`sayso worklist`: what a desk acts on, in the order in which it would be sued or blamed."""

from __future__ import annotations

import click

from flows.cli.commands.options import moment
from flows.cli.output import out as print_out
from flows.stderr import tell
from flows.worklist import listed
from sayso.desk.worklist import Shown
from sayso.desk.worklist_files import write
from sayso.desk.worklist_scope import WorklistScope
from sayso.settings import settings
from sayso.worklist import FORMATS, KINDS, STATES, Format, Kind, StateAsked, render


@click.command(name="worklist")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="The format of the list.  [text]")
@click.option(
    "--out",
    metavar="PATH",
    help="Write it to this file (lists/today.html), or into this folder (lists), under the day of today.",
)
@click.option("--since", metavar="TIME", help="Only of articles first seen at TIME or later.")
@click.option("--until", metavar="TIME", help="Only of articles first seen before TIME.")
@click.option("--story", metavar="STORY", help="Only of this story: its id, or that of an article of it.")
@click.option("--outlet", metavar="NAME", help="Only of this outlet.")
@click.option("--person", metavar="NAME", help="Only what accuses or names somebody of that name.")
@click.option("--assignee", metavar="NAME", help="Only what this person has.")
@click.option(
    "--state",
    "states",
    type=click.Choice(STATES),
    multiple=True,
    help="Only in this state; you can repeat it.  [all but settled]",
)
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only of this kind; you can repeat it.  [all]"
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="List N items besides accusations, which are never left out.  [25]",
)
@click.option("--sheet", is_flag=True, help="Print a sheet of the first ten, under their numbers, to tick off.")
@click.option("--by-deadline", is_flag=True, help="List what is due first before everything else.")
def command(
    form: Format,
    out: str | None,
    since: str | None,
    until: str | None,
    story: str | None,
    outlet: str | None,
    person: str | None,
    assignee: str | None,
    states: tuple[StateAsked, ...],
    kinds: tuple[Kind, ...],
    limit: int | None,
    sheet: bool,
    by_deadline: bool,
) -> None:
    """Print what to act on: who is accused without an answer, headlines that say too much, unnamed sources alone.

    The order is that of the harm if it were wrong, and of how little supports it. Accusations of somebody who can be
    identified come first and are never left out, also those with a named accuser. An item leaves the list when a
    decision settles it (sayso decide). TIME is an ISO 8601 date or time, such as 2026-11-22 or 2026-11-22T07:00+01:00;
    without a zone it is local.

    \b
    Examples: sayso worklist --sheet
              sayso worklist --since 2026-11-21 --kind accusation --format html --out lists
    """
    scope = WorklistScope(
        since=moment("--since", since),
        until=moment("--until", until),
        story=story,
        outlet=outlet,
        person=person,
        assignee=assignee,
        states=states,
        kinds=kinds,
        phrases=settings().worklist.background,
    )
    show = Shown(settings().worklist.limit if limit is None else limit, sheet, by_deadline)
    made = listed(scope, show)
    if out is None:
        print_out(render(made, form))
    else:
        written = write(made, out, form)
        tell(f"{written}: {len(made.items)} of {made.matching} items")
