"""`sayso assign`: who looks into something."""

from __future__ import annotations

import click

from flows.cli.recorded import told
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.opening import opened
from sayso.errors import UsageError
from sayso.present.actions import ASSIGN
from sayso.settings import settings


@click.command(name="assign")
@click.argument("about", metavar="ID")
@click.argument("name", required=False)
@click.option("--nobody", is_flag=True, help="Take it from whoever has it.")
@click.option("--why", default="", metavar="TEXT", help="The reason.")
@click.option("--by", metavar="NAME", help="Who gives it.  [the login name, or SAYSO_ACTOR]")
def command(about: str, name: str | None, nobody: bool, why: str, by: str | None) -> None:
    """Give the thing with this ID to somebody.

    ID is as for `sayso decide`. It changes nothing else about it.

    \b
    Examples: sayso assign s-3f2a90c1d47b "Bo Ek"
              sayso assign s-3f2a90c1d47b --nobody
    """
    if bool(name and name.strip()) == nobody:
        raise UsageError(f"expected a name or --nobody, found {'both' if nobody else 'neither'}; give one of them")
    deed = Deed(action=ASSIGN, by=by or settings().actor, why=why, to=None if nobody else name)
    with opened(make=False) as ledger:
        told(decide(ledger, about, deed), deed)
