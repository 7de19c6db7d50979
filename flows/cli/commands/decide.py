"""`sayso decide`: what a person decided about something."""

from __future__ import annotations

import click

from flows.cli.recorded import told
from flows.worklist import questions_of
from sayso.desk.deadlines import deadline
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.opening import opened
from sayso.present.actions import ACTIONS
from sayso.present.questions import QUESTIONS
from sayso.settings import settings


@click.command(name="decide")
@click.argument("about", metavar="ID")
@click.argument("action", type=click.Choice(list(ACTIONS)), metavar="ACTION")
@click.option("--why", default="", metavar="TEXT", help="The reason, for those who read it later.")
@click.option("--to", metavar="NAME", help="Of a query: whom you asked. Of lawyer: who looks at it.")
@click.option("--until", metavar="TIME", help="Until when: 16:00 (today), a date, or a date and time.")
@click.option("--reference", metavar="TEXT", help="Where in the newsroom the evidence is kept, without names.")
@click.option("--point", type=click.Choice(QUESTIONS), help="Only this question about it.  [all]")
@click.option("--by", metavar="NAME", help="Who decides.  [the login name, or SAYSO_ACTOR]")
def command(
    about: str,
    action: str,
    why: str,
    to: str | None,
    until: str | None,
    reference: str | None,
    point: str | None,
    by: str | None,
) -> None:
    """Record your decision about the thing with this ID.

    A report, `sayso show` and `sayso find` print ids; enough of the beginning will do. ID is that of a sentence
    (s-...), of claims that say the same (c-...), or of a link, a claim, a statement, a derivation or an engine.

    \b
    Whether it is right (--why is needed):
      accept   nothing is left to do: it leaves the report
      confirm  it is right: a claim leaves the report, a link is shown as confirmed
      reject   it is wrong: a link no longer counts, even if it is made again; a claim stays
      reopen   there is something to do again

    \b
    How far the work is:
      query     somebody was asked (--to, --until)
      answered  an answer came
      lawyer    it is with the lawyer (--to)
      misread   Sayso is wrong about it: it leaves the report

    \b
    On what it is cleared, in your own copy: it leaves the report
      sourced-in-copy, witnessed, common-knowledge
      held-on-file   --reference says where it is kept; names of persons are refused
      public-record  --why or --reference says which
      reply-printed  the answer of the accused is in it
      reply-sought   none came: --why says when and how they were asked
      reworded, cut, corrected

    \b
    What came of it, in articles of others: it leaves the report
      traced
      untraceable    --why says where it was looked for
      contradicted   --why says by what

    An accusation asks whether the accused were heard, a headline whether the text bears it out, anything else who
    says so. An outcome that leaves that question open is refused, with those that answer it.

    The newest decision counts, and holds as long as the thing says the same. Nothing is overwritten: the ledger keeps
    every decision, and `sayso undo` takes the last one back.

    \b
    Examples: sayso decide s-3f2a90c1d47b query --to "the press office" --until 16:00
              sayso decide s-3f2a90c1d47b held-on-file --reference "safe 2, folder 14"
              sayso decide 3f2a90c1d47b reject --why "two different bridges" --by "Ana Lind"
    """
    deed = Deed(
        action=ACTIONS[action],
        by=by or settings().actor,
        why=why,
        to=to,
        until=deadline(until) if until else None,
        reference=reference,
        point=point,
    )
    with opened(make=False) as ledger:
        told(decide(ledger, about, deed, questions_of), deed)
