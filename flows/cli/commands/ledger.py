"""`sayso ledger`: the ledger itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from flows.cli.output import out
from flows.stderr import say, tell
from sayso.desk.checking import check
from sayso.desk.gold_exporting import export_gold
from sayso.desk.opening import opened
from sayso.errors import TamperedError, UsageError
from sayso.ledger import Ledger
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.settings import settings
from schemas import Head


@click.group(name="ledger")
def command() -> None:
    """Check and show the ledger of everything that was read, linked and decided.

    \b
    Example: sayso ledger verify
    """


@command.command()
@click.option("--expect", metavar="SIZE:ROOT", help="A head that you noted elsewhere: the ledger must begin with it.")
def verify(expect: str | None) -> int:
    """Check every entry, and that none is missing: exit 0 if the ledger is intact, 1 if it is not.

    \b
    Example: sayso ledger verify
    """
    expected = _head(expect) if expect is not None else None
    verification = check(settings().service, expected)
    for sentence in (*verification.findings, *(f"warning: {one}" for one in verification.warnings)):
        out(f"{printable(sentence)}\n")
    if not verification.ok:
        raise TamperedError(f"the ledger is not intact, see above: {len(verification.findings)} found")
    out(f"ledger intact: {verification.entries} entries, head {verification.head}\n{verification.limit}\n")
    return 0


@command.command(name="accept-head")
@click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")
@click.option("--by", metavar="NAME", help="Who accepts it.  [the login name, or SAYSO_ACTOR]")
def accept_head(why: str, by: str | None) -> None:
    """Continue a ledger that does not begin with the head noted beside it, as after restoring an older copy.

    From then on, every `sayso ledger verify` lists the head that was given up.

    \b
    Example: sayso ledger accept-head --why "Friday's backup, the disk had failed"
    """
    if not why.strip():
        raise UsageError("expected a reason for --why, found none")
    with _opened() as ledger:
        accepted = ledger.accept_head(by or settings().actor, why)
    if accepted is None:
        tell("nothing to accept: the ledger begins with the head noted beside it")
    else:
        tell(f"accepted: the ledger continues from {accepted}")


@command.command()
@click.option("--since", type=click.IntRange(min=0), default=0, metavar="N", help="Only entries after number N.")
def log(since: int) -> None:
    """Print the entries, one on each line: number, time, kind, actor, leaf.

    \b
    Example: sayso ledger log --since 100
    """
    with _opened() as ledger, ledger.snapshot() as snapshot:
        for entry in snapshot.entries(since):
            moment = entry.recorded_at.isoformat(timespec="seconds")
            out(f"{entry.number:>7}  {moment}  {entry.kind:<10}  {entry.actor}  {entry.leaf}\n")


@command.command()
@click.argument("number", type=click.IntRange(min=1), metavar="N")
def show(number: int) -> None:
    """Print everything in entry N, as JSON.

    \b
    Example: sayso ledger show 1
    """
    with _opened() as ledger, ledger.snapshot() as snapshot:
        out(json.dumps(snapshot.show(number), indent=2) + "\n")


@command.command()
def rebuild() -> None:
    """Make the views again: the tables that say where in the ledger things are. The entries stay as they are.

    A ledger of an older version is brought up to date first.

    \b
    Example: sayso ledger rebuild
    """
    with opened(make=False) as ledger:
        ledger.rebuild()
    tell("views made again")


@command.command()
@click.option(
    "--gold",
    "folder",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A new or empty folder for the articles and what people said of them.",
)
def export(folder: Path) -> None:
    """Write what people corrected and confirmed to a folder that sayso evaluate scores.

    Every article with a correction (sayso correct) or a confirmed reading (sayso decide ID confirm) is in it, with its
    text. Only these readings are gold: of the rest of an article nothing is claimed.

    \b
    Example: sayso ledger export --gold gold && sayso evaluate gold
    """
    with _opened() as ledger, ledger.snapshot() as snapshot:
        made = export_gold(snapshot, folder)
    for sentence in made.left_out:
        say(sentence)
    tell(f"{folder}: {count(made.statements, 'reading')} of {count(made.articles, 'article')}")


def _opened() -> Ledger:
    return opened(write=False, ignore_noted=True)


def _head(given: str) -> Head:
    size, _, root = given.partition(":")
    if not (size.isascii() and size.isdigit() and re.fullmatch("[0-9a-f]{64}", root)):
        raise UsageError(f"expected a head as SIZE:ROOT for --expect, as `sayso run` prints it, found {given!r}")
    return Head(size=int(size), root=root)
