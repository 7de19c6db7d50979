"""What the commands about drafts share: where the drafts are, the house's rule, and how a draft is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flows.cli.located import located
from flows.workers.limits import to_render
from flows.workers.pool import WorkerPool
from flows.workers.reading import extracted
from sayso.clear import HouseRule
from sayso.desk.clearing import DraftReading, Reader, read_draft
from sayso.desk.drafts import Drafts
from sayso.errors import UnreadableError, UsageError
from sayso.home import private
from sayso.ingest import ArticleLocation
from sayso.settings import settings


def desk_drafts() -> Drafts:
    """The drafts in the home, which is closed to other users first."""
    ours = settings()
    private(ours.home)
    return Drafts(ours.drafts, ours.actor)


def house_rule() -> HouseRule:
    """The house's rule for sources without a name."""
    ours = settings().clear
    return HouseRule(ours.unnamed_reason, ours.unnamed_sources, ours.unnamed_known)


def one_draft(path: str) -> ArticleLocation:
    """The draft at a path; `UsageError` where it is not one article, `UnreadableError` where it has a problem."""
    found = located((path,))
    if len(found) != 1:
        raise UsageError(f"expected one draft at {path!r}, found {len(found)} articles; name the file of one")
    if found[0].problem:
        raise UnreadableError(f"{found[0].name}: {found[0].problem}")
    return found[0]


def read_by_installed(location: ArticleLocation, key: str, rule: HouseRule) -> DraftReading:
    """The draft at `location`, read by the engine that comes with Sayso."""
    return read_draft(location, key, rule, extracted)


@contextmanager
def draft_reader() -> Iterator[Reader]:
    """Reads drafts in a process of its own, so that one that brings it down harms nothing else."""
    with WorkerPool(read_by_installed, 1, to_render) as read:
        yield read
