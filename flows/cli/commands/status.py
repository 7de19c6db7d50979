"""`sayso status`: how things stand."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from flows.cli.output import out
from flows.cli.status_text import as_json, as_text
from flows.server.serving_note import serving_on
from flows.workers.reader_id import reader_id
from sayso.desk.ledger_status import status
from sayso.settings import settings


@click.command(name="status")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json", help="[text]"
)
def command(form: str) -> int:
    """Print what was read, what could not be, what waits in the inbox, and what runs next.

    Exit 1 if the ledger was not intact when it was checked last, by `sayso serve` or `sayso ledger verify`.

    \b
    Example: sayso status --format json
    """
    ours = settings()
    found, serving = status(ours, reader_id), serving_on(ours.home, ours.service)
    now = datetime.now(UTC)
    if form == "json":
        out(json.dumps(as_json(found, serving, ours, now), indent=2, ensure_ascii=False) + "\n")
    else:
        out(as_text(found, serving, ours, now))
    return 1 if found.last_check and not found.last_check.ok else 0
