"""`sayso clearance`: who cleared what on which basis."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.drafting import desk_drafts
from flows.cli.output import out as print_out
from flows.cli.output import write
from flows.stderr import tell
from sayso.clear.formats import CLEARANCE_FORMATS, render_clearance
from sayso.desk.clearance_record import record
from sayso.desk.clearing import shown
from sayso.desk.opening import opened
from sayso.errors import UsageError
from sayso.present.numbers import count
from sayso.settings import settings


@click.command(name="clearance")
@click.argument("sheet")
@click.option(
    "--format",
    "form",
    type=click.Choice(CLEARANCE_FORMATS),
    default="text",
    help="The format of the clearance.  [text]",
)
@click.option(
    "--out", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it to FILE."
)
@click.option("--record", "recording", is_flag=True, help="Record this version and its decisions in the desk's ledger.")
@click.option("--with-open", is_flag=True, help="Record it though lines are open, and note these as open.")
@click.option("--by", metavar="NAME", help="Who records it.  [the login name, or SAYSO_ACTOR]")
def command(sheet: str, form: str, file: Path | None, recording: bool, with_open: bool, by: str | None) -> int:
    """Print who cleared what on which basis, and what is open, for the newest version of a draft.

    The version is known by the SHA-256 of its file. With --record, this version goes to the desk's ledger with the
    decisions that cleared it; earlier versions, questions and notes stay with the draft. The exit code is 1 as long as
    lines are open.

    \b
    Examples: sayso clearance harbour --format html --out clearance.html
              sayso clearance harbour --record --by "Ana Lind"
    """
    if with_open and not recording:
        raise UsageError("expected --with-open only with --record, found it alone")
    drafts = desk_drafts()
    if recording:
        with opened() as ledger:
            done = record(drafts, sheet, ledger, by or settings().actor, with_open=with_open)
        view = done.sheet
        before = "" if done.decisions else " before"
        tell(f"recorded{before}: article {done.article}, with {count(done.decisions, 'new decision')}")
    else:
        view = shown(drafts, drafts.find(sheet))
    made = render_clearance(view, form)
    if file is None:
        print_out(made)
    else:
        write(file, made)
    return 1 if view.open else 0
