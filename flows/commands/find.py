"""`sayso find`: every claim with certain words, and all that is known of it."""

from __future__ import annotations

import click

from flows.stdout import out
from sayso.export.text import printable, who_says_so
from sayso.ledger import Ledger
from sayso.settings import settings
from schemas import Dossier


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
            out(_shown(dossier) + "\n\n")
    click.echo(f"sayso: {found} claims with these words", err=True)


def _shown(dossier: Dossier) -> str:
    article, capture = dossier.article, dossier.capture
    lines = [
        ("claim", dossier.claim.proposition),
        ("who says so", who_says_so(dossier.statement)),
        ("paragraph", dossier.paragraph.words if dossier.paragraph else dossier.statement.text),
        ("article", " | ".join(filter(None, [article.title, article.outlet, article.published]))),
        ("version", f"{article.id} {article.url or ''}"),
        ("capture", f"{capture.file} sha256 {capture.sha256}"),
        ("entry", f"{dossier.entry.number} of {dossier.entry.recorded_at.isoformat(timespec='seconds')}"),
        *(("decision", f"{one.judgement} by {one.by}: {one.why}") for one in dossier.decisions),
    ]
    return "\n".join(f"{name:<12} {printable(value)}" for name, value in lines if value.strip())
