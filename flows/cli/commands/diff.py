"""`sayso diff`: what changed from one version of an article to the next."""

from __future__ import annotations

from typing import Literal

import click

from flows.cli.output import out
from flows.cli.version_text import changes_json, changes_text
from sayso.desk.opening import opened
from sayso.desk.version_changes import version_changes


@click.command(name="diff")
@click.argument("article")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="The format of the output.  [text]",
)
def command(article: str, form: Literal["text", "json"]) -> None:
    """Print what changed in an article: claims, their words, figures and sources, and whether it says so.

    ARTICLE is the id of one version, enough of its beginning, or its address. Each version that came under the same
    address, or supplied id, is compared with the one before it, as one engine read both. "No notice found" means that
    the text as it came has none of the usual words; a page may say it elsewhere.

    \b
    Example: sayso diff https://globe.example/bridge
    """
    with opened(write=False) as ledger, ledger.snapshot() as snapshot:
        found = version_changes(snapshot, article)
    out(changes_json(found) if form == "json" else changes_text(found))
