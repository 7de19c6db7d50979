"""`sayso decide`: a reviewer's decision."""

from __future__ import annotations

import click

from flows.stderr import tell
from sayso.desk.deciding import decide
from sayso.desk.opening import opened
from sayso.errors import UsageError
from sayso.settings import settings
from schemas import JUDGEMENTS, Judgement


@click.command(name="decide")
@click.argument("about", metavar="ID")
@click.argument("judgement", type=click.Choice(JUDGEMENTS))
@click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")
@click.option("--by", metavar="NAME", help="Who decides.  [the login name, or SAYSO_ACTOR]")
def command(about: str, judgement: Judgement, why: str, by: str | None) -> None:
    """Record your decision about the thing with this ID, and the reason.

    A report, `sayso show` and `sayso find` print ids; enough of the beginning will do. ID is that of a sentence
    (s-...), of claims that say the same (c-...), or of a link, a claim, a statement, a derivation or an engine.

    \b
      accept   nothing is left to do: it leaves the report
      confirm  it is right: a claim leaves the report, a link is shown as confirmed
      reject   it is wrong: a link no longer counts, even if it is made again; a claim stays
      reopen   takes back the decision before

    If you reject an engine, you take back that it was adopted (sayso retrace --adopt).

    The newest decision counts. Something stays settled or confirmed as long as it says the same. Nothing is
    overwritten: the ledger keeps every decision.

    \b
    Examples: sayso decide s-3f2a90c1d47b accept --why "we hold the letter"
              sayso decide 3f2a90c1d47b reject --why "two different bridges" --by "Ana Lind"
    """
    ours = settings()
    if not why.strip():
        raise UsageError("expected a reason for --why, found none")
    with opened(make=False) as ledger:
        recorded = decide(ledger, about, judgement, why=why, by=by or ours.actor)
    for number, thing in recorded:
        tell(f"recorded as entry {number}: {judgement} by {by or ours.actor}: {thing.kind} {thing.id}")
