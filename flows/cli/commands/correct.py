"""`sayso correct`: who is answerable, where the machine read it wrongly."""

from __future__ import annotations

import click

from flows.stderr import tell
from flows.workers.reading import registry
from sayso.desk.correcting import correct
from sayso.desk.opening import opened
from sayso.present.decided_words import what_was_said
from sayso.settings import settings


@click.command(name="correct")
@click.argument("about", metavar="ID")
@click.argument("chain")
@click.option("--why", default="", metavar="TEXT", help="The reason.")
@click.option("--by", metavar="NAME", help="Who corrects it.  [the login name, or SAYSO_ACTOR]")
def command(about: str, chain: str, why: str, by: str | None) -> None:
    """Correct who is answerable for the words with this ID.

    ID is that of a claim, a statement, or a sentence (s-...) that is one statement. CHAIN is who says so, then who
    passes it on; the publisher is left out. Whom it names has to stand in the article, under the name that you give or
    another listed one; a surname is enough where one person bears it. Several who speak jointly are joined by "and".

    From then on your chain counts in place of the machine's, everywhere: also when the article is read again, or
    another engine is adopted. `sayso undo` takes it back.

    \b
    Examples: sayso correct 3f2a90c1d47b "Kremlin via TASS"
              sayso correct 3f2a90c1d47b "unnamed: a senior official via Reuters"
              sayso correct s-3f2a90c1d47b nobody
    """
    with opened(make=False) as ledger:
        found = correct(ledger, about, chain, registry(), by=by or settings().actor, why=why)
    said = what_was_said(found.decision, f"the statement {found.decision.about}")
    tell(f"recorded as entry {found.entry}: {said}; it was read as: {found.before}")
