"""`sayso serve`: the scheduled runs."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import click

from flows.cli.commands.options import chosen
from flows.cli.output import out
from flows.schedule import Schedule, retire
from flows.server.environment import prepare
from flows.server.server import Server
from flows.server.serving import move_in, serve
from flows.server.serving_note import noted_serving
from flows.server.single_instance import alone
from flows.server.stopping import stopping
from sayso.desk.inbox import make_default
from sayso.home import private
from sayso.present.safe import printable
from sayso.settings import settings


@click.command(name="serve")
@click.option(
    "--inbox", type=click.Path(path_type=Path), metavar="DIR", help="The folder to read.  [inbox in the home]"
)
@click.option("--every", metavar="MINUTES", help="How often to read it.  [15]")
@click.option("--report-at", metavar="HH:MM", help="When to write the daily report.  [07:00]")
@click.option("--verify-at", metavar="HH:MM", help="When to check the ledger.  [03:00]")
@click.option("--timezone", metavar="NAME", help="The time zone of these times.  [Europe/London]")
@click.option("--overlap", metavar="skip|wait", help="What becomes of a run that is due while another goes on.  [skip]")
def command(
    inbox: Path | None,
    every: str | None,
    report_at: str | None,
    verify_at: str | None,
    timezone: str | None,
    overlap: str | None,
) -> None:
    """Read the inbox at once and then at intervals, write a report and check the ledger once a day, until you stop it.

    Options outrank the settings. A file that is still being written is left for the next time. Unless PREFECT_API_URL
    is set, a Prefect server runs as long as this command does. Its pages are at the address that is printed; they ask
    for the line in the file that is printed beside it. Only one `sayso serve` can run on a home.

    \b
    Example: sayso serve --inbox /srv/articles --every 5 --report-at 06:30 --timezone Europe/Kyiv
    """
    if inbox is not None:
        os.environ["SAYSO_INBOX"] = str(inbox.absolute())
    ours = settings()
    schedule = _changed(Schedule.of(ours), every, report_at=report_at, verify_at=verify_at, overlap=overlap)
    if timezone is not None:
        schedule = replace(schedule, timezone=chosen("--timezone", "[desk] timezone", timezone))
    prepare(ours.home, quiet=False)
    make_default(ours)
    move_in()
    with stopping() as asked, alone(ours.home), Server(temporary=False) as server:
        server.wait(asked.check)
        private(ours.home)  # Prefect copies its pages with the permissions that they have where it is installed
        if server.login:
            retire()
        asked.check()
        reads = (
            f"Reading {ours.inbox} now and every {schedule.minutes:g} minutes, report at {schedule.report_at:%H:%M} "
            f"and check of the ledger at {schedule.verify_at:%H:%M} {schedule.timezone}, into {ours.reports}. "
            f"{_pages(server)} Stop with Ctrl-C."
        )
        out(f"{printable(reads)}\n")
        with noted_serving(ours, schedule) as started:
            serve(schedule, started, asked)


def _changed(schedule: Schedule, every: str | None, **given: str | None) -> Schedule:
    """The schedule with what options say."""
    if every is not None:
        schedule = replace(schedule, every=timedelta(minutes=chosen("--every", "[serve] every", every)))
    said = {name: value for name, value in given.items() if value is not None}
    options = {name: chosen(f"--{name.replace('_', '-')}", f"[serve] {name}", value) for name, value in said.items()}
    return replace(schedule, **options)


def _pages(server: Server) -> str:
    address = f"Prefect: {server.url.removesuffix('/api')}"
    return f"{address}, which asks for the line in {server.login}." if server.login else f"{address}."
