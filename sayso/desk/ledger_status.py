"""How the ledger and the inbox stand: what was read, what could not be, what waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sayso.desk.opening import ledger_address
from sayso.desk.recalling import recalled
from sayso.desk.service_notes import LastRun, last_run
from sayso.ingest import locate
from sayso.ledger import Snapshot
from sayso.present.appearance import title_or_opening
from sayso.settings import Settings


@dataclass(frozen=True)
class LastArticle:
    """The article that was read last: its title, or how its text begins, and when it was recorded."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Status:
    """How things stand; `failed` are names of files with the reason why they could not be read, oldest first.

    `waiting` is the number of articles in the inbox that the ledger does not know; None where there is no inbox.
    """

    processed: int
    failed: tuple[tuple[str, str], ...]
    waiting: int | None
    last_article: LastArticle | None
    last_reading: LastRun | None
    last_check: LastRun | None


def status(ours: Settings, reader: Callable[[], str]) -> Status:
    """The status of the ledger, the inbox and the last runs; `reader` is as for `recalled`.

    Without a ledger nothing was processed. Raises `LedgerError` where there is one that cannot be read.
    """
    notes = last_run(ours.service, "reading"), last_run(ours.service, "check")
    never = ledger_address().files
    if never and not never[0].exists():
        return Status(0, (), _without_ledger(ours.inbox), None, *notes)
    with ledger_address().open(write=False, ignore_noted=True) as ledger, ledger.snapshot() as now:
        waiting = _waiting(now, ours.inbox, reader, never)
        return Status(len(now.adopted()), _failed(now), waiting, _last_article(now), *notes)


def _without_ledger(inbox: Path) -> int | None:
    return len(locate([inbox]).articles) if inbox.is_dir() else None


def _waiting(now: Snapshot, inbox: Path, reader: Callable[[], str], never: tuple[Path, ...]) -> int | None:
    if not inbox.is_dir():
        return None
    found = locate([inbox], never=never).articles
    return sum(outcome is None for _, outcome in recalled(now, found, reader))


def _failed(now: Snapshot) -> tuple[tuple[str, str], ...]:
    return tuple((capture.file, capture.problem or "") for capture in now.problems())


def _last_article(now: Snapshot) -> LastArticle | None:
    for number in now.adopted()[-1:]:
        [article] = now.articles_in([number])
        return LastArticle(title_or_opening(article), next(now.entries(number - 1)).recorded_at)
    return None
