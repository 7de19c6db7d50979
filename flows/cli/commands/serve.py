"""`sayso serve`: the scheduled runs."""

from __future__ import annotations

import os
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import click

from flows.cli.output import out
from flows.schedule import Schedule, retire
from flows.server.environment import prepare
from flows.server.server import Server
from flows.server.serving import move_in, serve
from flows.server.single_instance import alone
from flows.server.stopping import stopping
from sayso.errors import UsageError
from sayso.home import private
from sayso.present.safe import printable
from sayso.settings import settings


@click.command(name="serve")
@click.option(
    "--inbox", type=click.Path(path_type=Path), metavar="DIR", help="The folder to read.  [inbox in the home]"
)
@click.option(
    "--every",
    type=click.FloatRange(min=0, min_open=True),
    default=15,
    metavar="MINUTES",
    help="How often to read it.  [15]",
)
@click.option("--report-at", default="07:00", metavar="HH:MM", help="When to write the daily report.  [07:00]")
@click.option(
    "--timezone", default="Europe/London", metavar="NAME", help="The time zone of that time.  [Europe/London]"
)
def command(inbox: Path | None, every: float, report_at: str, timezone: str) -> None:
    """Read the inbox at intervals, and write a report once a day, until you stop it.

    A file that is still being written is left for the next time. Unless PREFECT_API_URL is set, a Prefect server runs
    as long as this command does. Its pages are at the address that is printed; they ask for the line in the file that
    is printed beside it. Only one `sayso serve` can run on a home.

    \b
    Example: sayso serve --inbox /srv/articles --every 5 --report-at 06:30 --timezone Europe/Kyiv
    """
    schedule = Schedule(timedelta(minutes=every), _time(report_at), _zone(timezone))
    if inbox is not None:
        os.environ["SAYSO_INBOX"] = str(inbox.absolute())
    ours = settings()
    prepare(ours.home, quiet=False)
    ours.inbox.mkdir(parents=True, exist_ok=True)
    move_in()
    with stopping() as asked, alone(ours.home), Server(temporary=False) as server:
        server.wait(asked.check)
        private(ours.home)  # Prefect copies its pages with the permissions that they have where it is installed
        if server.login:
            retire()
        asked.check()
        reads = (
            f"Reading {ours.inbox} every {every:g} minutes, report at {schedule.report_at:%H:%M} {timezone} "
            f"into {ours.reports}. {_pages(server)} Stop with Ctrl-C."
        )
        out(f"{printable(reads)}\n")
        serve(schedule, asked)


def _pages(server: Server) -> str:
    address = f"Prefect: {server.url.removesuffix('/api')}"
    return f"{address}, which asks for the line in {server.login}." if server.login else f"{address}."


def _time(given: str) -> time:
    try:
        return datetime.strptime(given, "%H:%M").time()
    except ValueError:
        raise UsageError(f"expected a time such as 07:00 for --report-at, found {given!r}") from None


def _zone(given: str) -> str:
    if given not in available_timezones():
        raise UsageError(f"expected a time zone such as Europe/London for --timezone, found {given!r}")
    return ZoneInfo(given).key
