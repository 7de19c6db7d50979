"""`sayso rule`: a scenario for the newsroom's specs, made of a decision."""

from __future__ import annotations

from pathlib import Path

import click

from flows.cli.output import out
from flows.stderr import tell
from flows.workers.reading import registry
from sayso.desk.opening import opened
from sayso.present.safe import printable
from sayso.settings import settings


@click.command(name="rule")
@click.argument("item", metavar="ITEM")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write into.  [the newsroom's: the setting [specs] folder]",
)
def command(item: str, into: Path | None) -> None:
    """Make a scenario of what somebody decided about ITEM, so that every later engine has to read it so.

    ITEM is the id of a sentence (s-...), a claim or a statement, or enough of its beginning. It has to be confirmed or
    corrected: the newest of these decisions counts. The scenario is added to the article's feature in DIR, and the
    article's text is kept beside it, so that `sayso spec DIR` can be run on its own. Of a correction that the engine
    does not read yet, the scenario has the tag @corrected: `sayso spec` lists it apart until it is read so. Nothing in
    DIR is overwritten.

    \b
    Examples: sayso rule s-3f2a90c1d47b
              sayso rule s-3f2a90c1d47b --into standards
    """
    folder = into or settings().specs.folder
    with opened(write=False) as ledger, ledger.snapshot() as snapshot:
        from sayso.desk.making_rules import make_rule  # imported here: no refusal of a ledger needs it

        made = make_rule(snapshot, item, folder, registry())
    out("".join(f"{printable(line)}\n" for line in made.lines))
    where = f"{made.feature}: Scenario: {made.name}"
    tell(f"added to {where}" if made.added else f"already in {where}")
    if made.known_wrong:
        tell("it is not read so yet: `sayso spec` lists it apart until it is")
