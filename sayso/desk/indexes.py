"""The indexes that linking looks into: views of the ledger in a folder, brought up to date entry by entry.

The folder holds `claims/`, `texts/`, `marker.json`, which says how far they have come, and `lock`. All of it can be
deleted: what is missing, damaged, or of another ledger or encoder is built again.
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

AT_ONCE = 1000
"""Claims or articles that are taken in at a time: no more texts are in memory."""

Notice = Callable[[str], None]
T = TypeVar("T")


@dataclass
class Indexes:
    """The indexes, and how far they have come."""

    folder: Path
    claims: Index
    texts: Shingles
    position: IndexPosition

    def linked(self, ledger: Ledger, entries: Collection[int]) -> None:
        """These entries wait no more."""
        self.position = self.position.without(ledger.head, entries)
        self.position.save(self.folder)


@contextmanager
def indexes(ledger: Ledger, folder: Path, notice: Notice, patience: float) -> Iterator[Indexes]:
    """The indexes in `folder`, with all that `ledger` holds, for as long as the context lasts.

    One program at a time has them: LedgerError after `patience` seconds. `notice` gets a sentence about what had to be
    built again.

    1. the lock; 2. what is there, or empty ones; 3. what the ledger has got since; 4. saved, the position last.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(folder / "lock", patience):  # 1
        with ledger.snapshot() as snapshot:
            ours = _opened(snapshot, folder, notice)  # 2
            _catch_up(snapshot, ours)  # 3
        yield ours


def _opened(snapshot: Snapshot, folder: Path, notice: Notice) -> Indexes:
    model = model_digest()
    position = IndexPosition.first(snapshot, model)
    try:
        found = IndexPosition.load(folder)
        if found is None:
            return _empty(folder, position)
        if not found.of(snapshot):  # nobody knows which of its links this ledger holds: all wait
            position = IndexPosition(model=model, adoption=position.adoption)
            raise LedgerError(
                "they were made from another ledger, or from a later state of it; everything is linked again"
            )
        position = found.empty(model)
        if found.model != model:
            raise LedgerError("they were made by another encoder")
        if snapshot.adoptions(found.adoption):
            position = found.adopted(snapshot).empty(model)
            raise LedgerError("another engine's reading counts since")
        claims, texts = Index.open(folder / "claims"), Shingles.open(folder / "texts")
        if len(claims) < found.claims or len(texts) < found.texts:
            raise LedgerError("some of what they held is gone")
    except Exception as error:  # noqa: BLE001  whatever a damaged file raises: it can be made again
        notice(f"the indexes in {str(folder)!r} are made again: {_why(error)}")
        return _empty(folder, position)
    return Indexes(folder, claims, texts, found)


def _why(error: Exception) -> str:
    """Our own words; of any other error only what it is: its message may quote what is in the file."""
    return str(error) if isinstance(error, SaysoError) else f"their marker is damaged ({type(error).__name__})"


def _empty(folder: Path, position: IndexPosition) -> Indexes:
    for part in ("claims", "texts"):
        shutil.rmtree(folder / part, ignore_errors=True)
    (folder / FILE).unlink(missing_ok=True)
    return Indexes(folder, Index.open(folder / "claims"), Shingles.open(folder / "texts"), position)


def _catch_up(snapshot: Snapshot, ours: Indexes) -> None:
    since, now = ours.position.entry, snapshot.last("extraction")
    if since == now:
        return
    for articles in _some(snapshot.articles(since)):
        ours.texts.add(*(article for _, article in articles))
    for claims in _some(snapshot.claims(since)):
        ours.claims.add([one.id for _, one in claims], [one.claim.proposition for _, one in claims])
    ours.texts.save()
    ours.claims.save()
    new = snapshot.adopted(ours.position.seen)
    ours.position = ours.position.at(snapshot.head, now, new, claims=len(ours.claims), texts=len(ours.texts))
    ours.position.save(ours.folder)  # 4


def _some(all_of_them: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(all_of_them, AT_ONCE)):
        yield some


@contextmanager
def _alone(lock: Path, patience: float) -> Iterator[None]:
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
