"""`sayso undo`: a decision is taken back."""

from __future__ import annotations

import click

from flows.stderr import tell
from flows.workers.reading import registry
from sayso.desk.opening import opened
from sayso.desk.undoing import DECISION, undo
from sayso.present.decided_words import what_was_said
from sayso.settings import settings


@click.command(name="undo")
@click.argument("about", metavar="[ID]", required=False)
@click.option("--why", default="", metavar="TEXT", help="The reason.")
@click.option("--by", metavar="NAME", help="Who takes it back.  [the login name, or SAYSO_ACTOR]")
def command(about: str | None, why: str, by: str | None) -> None:
    """Take back your newest decision, or the newest on the thing with this ID, whoever made it.

    What one command decided on several things is taken back together. What counted before counts again. The ledger
    keeps both; an undo is taken back by the id that it prints (d-...). ID may be that of any decision.

    \b
    Examples: sayso undo
              sayso undo s-3f2a90c1d47b --why "wrong bridge"
    """
    with opened(make=False) as ledger:
        found = undo(ledger, about, by=by or settings().actor, why=why, registry=registry())
    for one in found:
        tell(
            f"recorded as entry {one.entry}: taken back: {what_was_said(one.decision, one.decision.about)}; "
            f"`sayso undo {DECISION}{one.undo[:12]}` brings it back"
        )
