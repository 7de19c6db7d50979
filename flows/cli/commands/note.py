"""`sayso note`: a note on something."""

from __future__ import annotations

import click

from flows.cli.recorded import told
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.opening import opened
from sayso.present.actions import NOTE
from sayso.settings import settings


@click.command(name="note")
@click.argument("about", metavar="ID")
@click.argument("text")
@click.option("--by", metavar="NAME", help="Who notes it.  [the login name, or SAYSO_ACTOR]")
def command(about: str, text: str, by: str | None) -> None:
    """Note TEXT on the thing with this ID.

    ID is as for `sayso decide`. A note decides nothing: it stands beside the decisions. The ledger keeps it for good,
    so never write down who a confidential source is.

    \b
    Example: sayso note s-3f2a90c1d47b "the ministry calls back on Monday"
    """
    deed = Deed(action=NOTE, by=by or settings().actor, why=text)
    with opened(make=False) as ledger:
        told(decide(ledger, about, deed), deed)
