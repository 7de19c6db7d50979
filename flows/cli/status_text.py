"""How things stand, for a terminal and for other programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flows.server.serving_note import Serving
from sayso.desk.ledger_status import Status
from sayso.desk.service_notes import LastRun
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.settings import Settings

SHOWN = 10
"""Articles that could not be read, of which the reason is printed: the newest."""


def as_text(found: Status, serving: Serving | None, ours: Settings, now: datetime) -> str:
    """A line for each thing, times in the time zone of the desk; then the newest articles that could not be read."""
    zone = ZoneInfo(ours.timezone)
    lines = [
        ("serve", _serve(serving, zone)),
        *([("next", _next(serving, now, zone))] if serving else []),
        ("last reading", _run(found.last_reading, zone)),
        ("articles", f"{found.processed:,} read, {len(found.failed):,} could not be read"),
        ("last article", _article(found, zone)),
        ("inbox", _inbox(found, ours)),
        ("last check", _run(found.last_check, zone)),
    ]
    failed = [f"could not be read: {printable(file)}: {printable(why)}" for file, why in found.failed[-SHOWN:]]
    more = [f"and {len(found.failed) - SHOWN:,} earlier ones; `--format json` has all"] * (len(found.failed) > SHOWN)
    return "".join(f"{line}\n" for line in [*(f"{name:<12}  {said}" for name, said in lines), *failed, *more])


def as_json(found: Status, serving: Serving | None, ours: Settings, now: datetime) -> dict[str, Any]:
    """The same as plain JSON values; times are ISO 8601."""
    article = found.last_article
    return {
        "serving": serving and {"pid": serving.pid, "since": serving.started.isoformat(), "inbox": serving.inbox},
        "next": serving and {name: at.isoformat() for name, at in serving.next_runs(now).items()},
        "processed": found.processed,
        "failed": [{"file": file, "reason": why} for file, why in found.failed],
        "inbox": str(ours.inbox),
        "waiting": found.waiting,
        "last_article": article and {"name": article.name, "at": article.at.isoformat()},
        "last_reading": found.last_reading and found.last_reading.model_dump(mode="json"),
        "last_check": found.last_check and found.last_check.model_dump(mode="json"),
    }


def _moment(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _serve(serving: Serving | None, zone: ZoneInfo) -> str:
    if serving is None:
        return "not running; `sayso serve` starts it"
    since = _moment(serving.started, zone)
    return f"process {serving.pid} since {since}, reads {printable(serving.inbox)} every {serving.minutes:g} minutes"


def _next(serving: Serving, now: datetime, zone: ZoneInfo) -> str:
    due = serving.next_runs(now)
    named = (("reading", "reading"), ("report", "report"), ("check of the ledger", "check"))
    return ", ".join(f"{name} {_moment(due[key], zone)}" for name, key in named)


def _run(run: LastRun | None, zone: ZoneInfo) -> str:
    if run is None:
        return "none yet"
    return f"{_moment(run.at, zone)}{'' if run.ok else ' FAILED'}: {printable(run.said)}"


def _article(found: Status, zone: ZoneInfo) -> str:
    last = found.last_article
    return "none yet" if last is None else f"{_moment(last.at, zone)}: {printable(last.name)}"


def _inbox(found: Status, ours: Settings) -> str:
    where = printable(str(ours.inbox))
    if found.waiting is None:
        return f"expected at {where}, not there"
    return f"{count(found.waiting, 'article')} waiting in {where}"
