"""What a `sayso serve` at work notes of itself, for those who ask how things stand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from flows.schedule import Schedule
from flows.server.single_instance import is_served
from sayso.settings import Settings
from schemas import Record

FILE = "serving.json"


class Serving(Record):
    """A process that serves a home: since when, which inbox, and its schedule."""

    pid: int
    started: AwareDatetime
    inbox: str
    minutes: float
    report_at: time
    verify_at: time
    timezone: str

    def next_runs(self, now: datetime) -> dict[str, datetime]:
        """When each thing is due next: `reading` of the inbox, `report`, `check` of the ledger."""
        every = timedelta(minutes=self.minutes)
        zone = ZoneInfo(self.timezone)
        return {
            "reading": self.started + every * ((now - self.started) // every + 1),
            "report": _next(self.report_at, now.astimezone(zone)),
            "check": _next(self.verify_at, now.astimezone(zone)),
        }


def _next(at: time, now: datetime) -> datetime:
    today = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0, fold=0)
    return today if today > now else today + timedelta(days=1)  # of the clock on the wall, as cron counts


@contextmanager
def noted_serving(ours: Settings, schedule: Schedule) -> Iterator[datetime]:
    """Note, within the context, that this process serves; gives when it began."""
    serving = Serving(
        pid=os.getpid(),
        started=datetime.now(UTC),
        inbox=str(ours.inbox),
        minutes=schedule.minutes,
        report_at=schedule.report_at,
        verify_at=schedule.verify_at,
        timezone=schedule.timezone,
    )
    file = ours.service / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(serving.model_dump_json(), "utf-8")
    try:
        yield serving.started
    finally:
        file.unlink(missing_ok=True)


def serving_on(home: Path, notes: Path) -> Serving | None:
    """Who serves `home`, as noted in the folder `notes`; None where nobody does, whatever an earlier one left."""
    if not is_served(home):
        return None
    try:
        return Serving.model_validate_json((notes / FILE).read_bytes())
    except (OSError, ValueError):
        return None
