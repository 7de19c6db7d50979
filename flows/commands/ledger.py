"""`sayso ledger`: the record itself."""

from __future__ import annotations

import json

import click

from flows.stderr import tell
from flows.stdout import out
from sayso.errors import TamperedError
from sayso.ledger import Ledger
from sayso.settings import settings


@click.group(name="ledger")
def command() -> None:
    """Check and show the record of everything that was captured and read.

    \b
    Example: sayso ledger verify
    """


@command.command()
def verify() -> int:
    """Check every entry, and that none is missing: exit 0 where the record is intact, 1 where it is not.

    \b
    Example: sayso ledger verify
    """
    with _opened() as ledger:
        verification = ledger.verify()
    for finding in verification.findings:
        out(f"{finding}\n")
    if not verification.ok:
        raise TamperedError(f"the record is not intact, see above: {len(verification.findings)} found")
    out(f"record intact: {verification.entries} entries, root {verification.root}\n{verification.limit}\n")
    return 0


@command.command()
@click.option("--since", type=click.IntRange(min=0), default=0, metavar="N", help="Only entries after number N.")
def log(since: int) -> None:
    """Print the entries, one a line: number, time, kind, actor, leaf.

    \b
    Example: sayso ledger log --since 100
    """
    with _opened() as ledger:
        for entry in ledger.entries(since):
            moment = entry.recorded_at.isoformat(timespec="seconds")
            out(f"{entry.number:>7}  {moment}  {entry.kind:<10}  {entry.actor}  {entry.leaf}\n")


@command.command()
@click.argument("number", type=click.IntRange(min=1), metavar="N")
def show(number: int) -> None:
    """Print everything in entry N, as JSON.

    \b
    Example: sayso ledger show 1
    """
    with _opened() as ledger:
        out(json.dumps(ledger.show(number), indent=2) + "\n")


@command.command()
def rebuild() -> None:
    """Make the views anew, which tell where in the record something is to be found. The record stays as it is.

    A record of an older version is brought up to date first.

    \b
    Example: sayso ledger rebuild
    """
    with Ledger.open(settings().database_url, make=False) as ledger:
        ledger.rebuild()
    tell("views made anew")


def _opened() -> Ledger:
    return Ledger.open(settings().database_url, write=False)
