"""The state of the ledger that a person asks for, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flows.stderr import say
from flows.workers.reading import registry
from sayso.desk.as_of import as_it_was, in_which_state
from sayso.desk.open_desk import registry_at
from sayso.ledger import Ledger, Snapshot
from sayso.registry import Registry
from sayso.settings import settings


def zone() -> ZoneInfo:
    """The time zone of the desk."""
    return ZoneInfo(settings().timezone)


@contextmanager
def as_asked(ledger: Ledger, as_of: str | None) -> Iterator[Snapshot]:
    """The ledger as of what a person gave, see `entry_as_of`; says which entry that is. None is the newest."""
    with as_it_was(ledger, as_of, zone(), datetime.now(UTC)) as snapshot:
        if as_of is not None:
            say(in_which_state(snapshot, zone()))
        yield snapshot


def registry_of(snapshot: Snapshot, earlier: bool) -> Registry:
    """The newsroom's registry; for an earlier state with what the ledger listed then."""
    return registry_at(snapshot, settings().sources.registry) if earlier else registry()
