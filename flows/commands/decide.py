"""`sayso decide`: a reviewer's decision."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args
from uuid import uuid4

import click

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Decision, Judgement


@click.command(name="decide")
@click.argument("about", metavar="ID")
@click.argument("judgement", type=click.Choice(get_args(Judgement)))
@click.option("--why", required=True, metavar="TEXT", help="The reason, for those who come later.")
@click.option("--by", metavar="NAME", help="Who judged.  [the login name, or SAYSO_ACTOR]")
def command(about: str, judgement: Judgement, why: str, by: str | None) -> None:
    """Record what a person judged of the link or claim ID, and why.

    A link that is rejected counts no more, whatever links anew; the newest decision is the one that counts. Nothing is
    overwritten: the record keeps every decision.

    \b
    Examples: sayso decide 3f2a90c1d47be8650b1c2d3e4f506172 reject --why "two different bridges"
              sayso decide 3f2a90c1d47be8650b1c2d3e4f506172 confirm --why "same speech" --by "Ana Lind"
    """
    ours = settings()
    if not why.strip():
        raise UsageError("expected a reason for --why, found none")
    with Ledger.open(ours.database_url, make=False, actor=ours.actor) as ledger:
        decision = Decision(
            id=uuid4().hex,
            about=about,
            version=ledger.version(about),
            judgement=judgement,
            why=why,
            by=by or ours.actor,
            at=datetime.now(UTC),
        )
        (number,) = ledger.decide(decision).numbers
    click.echo(f"recorded as entry {number}: {judgement} by {decision.by}", err=True)
