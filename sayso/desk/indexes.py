"""The indexes that linking searches: views of the ledger in a folder, brought up to date entry by entry.

The folder holds `claims/`, `texts/`, `stories/`, `marker.json`, which says how far they have come, and `lock`. All of
it can be deleted: what is missing, damaged, or of another ledger or encoder is rebuilt. Indexes of a version that knew
no stories get them.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from sayso.desk.index_position import FILE, IndexPosition
from sayso.errors import LedgerError, SaysoError
from sayso.ledger import Ledger, Snapshot
from sayso.link.retrieve import Index, model_digest
from sayso.link.reuse import Shingles
from sayso.link.stories import StoryIndex

STORIES = "stories"
AT_ONCE = 1000
"""Claims or articles indexed at a time, which bounds the texts in memory."""

Notice = Callable[[str], None]
T = TypeVar("T")


@dataclass
class Indexes:
    """The indexes, and how far they have come."""

    folder: Path
    claims: Index
    texts: Shingles
    stories: StoryIndex
    position: IndexPosition

    def linked(self, ledger: Ledger, entries: Collection[int]) -> None:
        """Note that these entries are linked."""
        self.position = self.position.without(ledger.head, entries)
        self.position.save(self.folder)


@contextmanager
def indexes(ledger: Ledger, folder: Path, notice: Notice, patience: float) -> Iterator[Indexes]:
    """The indexes in `folder`, up to date with `ledger`, locked for as long as the context lasts.

    Raises LedgerError if another process still holds them after `patience` seconds. `notice` receives a sentence for
    what had to be rebuilt.

    1. lock; 2. open them, or make empty ones; 3. add what the ledger has gained since; 4. save, the position last.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _locked(folder / "lock", patience):  # 1
        with ledger.snapshot() as snapshot:
            opened = _opened(snapshot, folder, notice)  # 2
            _catch_up(snapshot, opened)  # 3
        yield opened


def _opened(snapshot: Snapshot, folder: Path, notice: Notice) -> Indexes:
    model = model_digest()
    position = IndexPosition.first(snapshot, model)
    try:
        found = IndexPosition.load(folder)
        if found is None:
            return _empty(folder, position)
        if not found.of(snapshot):  # which of its links this ledger holds is not known: all wait
            position = IndexPosition(model=model, adoption=position.adoption, correction=position.correction)
            raise LedgerError(
                "they were made from another ledger, or from a later state of it; everything is linked again"
            )
        found = found.corrected(snapshot)
        position = found.empty(model)
        if found.model != model:
            raise LedgerError("they were made by another encoder")
        if snapshot.adoptions(found.adoption):
            position = found.adopted(snapshot).empty(model)
            raise LedgerError("another engine's reading counts since")
        claims, texts = Index.open(folder / "claims"), Shingles.open(folder / "texts")
        stories = StoryIndex.open(folder / STORIES)
        if len(claims) < found.claims or len(texts) < found.texts or len(stories) < found.stories:
            raise LedgerError("some of what they held is gone")
    except Exception as error:  # noqa: BLE001  a damaged file may raise anything; it can be rebuilt
        notice(f"the indexes in {str(folder)!r} are made again: {_why(error)}")
        return _empty(folder, position)
    return Indexes(folder, claims, texts, stories, found)


def _why(error: Exception) -> str:
    """The message of our own errors; of any other only its type: its message may quote the file."""
    return str(error) if isinstance(error, SaysoError) else f"their marker is damaged ({type(error).__name__})"


def _empty(folder: Path, position: IndexPosition) -> Indexes:
    for part in ("claims", "texts", STORIES):
        shutil.rmtree(folder / part, ignore_errors=True)
    (folder / FILE).unlink(missing_ok=True)
    claims, texts = Index.open(folder / "claims"), Shingles.open(folder / "texts")
    return Indexes(folder, claims, texts, StoryIndex.open(folder / STORIES), position)


def _catch_up(snapshot: Snapshot, opened: Indexes) -> None:
    since, told, now = opened.position.entry, opened.position.told, snapshot.last("extraction")
    if since == told == now:
        return
    for articles in _batches(snapshot.articles(since)):
        opened.texts.add(*(article for _, article in articles))
    for claims in _batches(snapshot.claims(since)):
        opened.claims.add([claim.id for _, claim in claims], [claim.claim.proposition for _, claim in claims])
    for articles in _batches(snapshot.articles(told)):
        first = snapshot.first_read(article.id for _, article in articles)
        opened.stories.add((first[article.id], article) for _, article in articles)
    opened.texts.save()
    opened.claims.save()
    opened.stories.save()
    new = snapshot.adopted(opened.position.seen)
    sizes = {"claims": len(opened.claims), "texts": len(opened.texts), "stories": len(opened.stories)}
    opened.position = opened.position.at(snapshot.head, now, new, **sizes)
    opened.position.save(opened.folder)  # 4


def _batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, AT_ONCE)):
        yield batch


@contextmanager
def _locked(lock: Path, patience: float) -> Iterator[None]:
    deadline = monotonic() + patience
    with lock.open("w") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if monotonic() > deadline:
                    raise LedgerError(
                        f"expected to link alone, found that another program has been at {str(lock.parent)!r} for too "
                        "long; new claims are linked the next time"
                    ) from None
                sleep(0.1)
            else:
                break
        yield
