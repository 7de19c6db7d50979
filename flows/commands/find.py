"""`sayso find`: every claim with certain words, and all that is known of it."""

from __future__ import annotations

import click

from flows.shown import known, text
from flows.stdout import out
from sayso.ledger import Ledger
from sayso.settings import settings


@click.command(name="find")
@click.argument("words")
def command(words: str) -> None:
    """Print every claim with these WORDS: its paragraph, who says so, the version, capture and entry it comes from.

    The case of letters and the spaces between words do not count. Decisions are shown where there are any.

    \b
    Example: sayso find "missile defence"
    """
    found = 0
    with Ledger.open(settings().database_url, write=False) as ledger:
        for dossier in ledger.find(words):
            found += 1
            out(text(known(dossier)))
    click.echo(f"sayso: {found} claims with these words", err=True)
