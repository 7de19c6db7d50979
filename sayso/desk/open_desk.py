"""A ledger that is kept open for several people at a time, with what it takes to answer them quickly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from sayso.desk.kept_rows import KeptRows
from sayso.desk.kept_worklist import KeptWorklist
from sayso.desk.loading_registry import extended_registry
from sayso.desk.newsroom_worklist import newsroom_view
from sayso.desk.opening import opened
from sayso.ledger import Ledger, Snapshot
from sayso.registry import Registry
from sayso.settings import Settings


class Now(NamedTuple):
    """The ledger as it is while somebody is answered, `at` that time: a snapshot, the registry, and the items."""

    snapshot: Snapshot
    registry: Registry
    rows: KeptRows
    at: datetime


class OpenDesk:
    """The ledger that the settings name; any number of threads may ask at a time."""

    def __init__(self, ours: Settings) -> None:
        """Opens it; LedgerError where there is none, or it cannot be written."""
        self.settings = ours
        self.ledger: Ledger = opened(make=False)
        self._worklist = KeptWorklist(newsroom_view)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.ledger.close()

    @contextmanager
    def now(self) -> Iterator[Now]:
        """The ledger as it is now, for as long as the context lasts."""
        with self.ledger.snapshot() as snapshot:
            registry = registry_at(snapshot, self.settings.sources.registry)
            yield Now(snapshot, registry, self._worklist.at(snapshot, registry), datetime.now(UTC))

    def registry(self) -> Registry:
        """The newsroom's registry as it is now."""
        with self.ledger.snapshot() as snapshot:
            return registry_at(snapshot, self.settings.sources.registry)


def registry_at(snapshot: Snapshot, file: Path | None) -> Registry:
    """The list in `file`, or the one that comes with Sayso, with what the ledger lists beside it."""
    return extended_registry(file, tuple(one.source for one in snapshot.listed() if one.source))
