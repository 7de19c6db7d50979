"""How far the indexes have come, and what still waits to be linked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Self

from sayso.ledger import Snapshot
from schemas import Head, Record

FILE = "marker.json"


class IndexPosition(Record):
    """The indexes hold the extractions up to `entry` of the ledger that begins with `head`: `claims` and `texts`.

    `model` is the digest of the encoder that made them. What has been linked is noted separately, since indexes can
    be made again: all up to `seen`, but for the entries that are `waiting`.
    """

    model: str
    entry: int = 0
    head: Head | None = None
    claims: int = 0
    texts: int = 0
    seen: int = 0
    waiting: tuple[int, ...] = ()
    adoption: int = 0
    """The last decision about an engine when they were made: what another one adopts has to be taken in."""

    @classmethod
    def first(cls, snapshot: Snapshot, model: str) -> Self:
        """That of empty indexes, where no other is known: what stands before the last links counts as linked."""
        return cls(model=model, seen=snapshot.last("links"), adoption=max(snapshot.adoptions(), default=0))

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """The one in `folder`, if there is one; ValueError where it is none."""
        try:
            return cls.model_validate_json((folder / FILE).read_bytes())
        except FileNotFoundError:
            return None

    def save(self, folder: Path) -> None:
        """Write it into `folder`, all or nothing."""
        begun = folder / f"{FILE}.part"
        begun.write_text(self.model_dump_json(), "utf-8")
        begun.replace(folder / FILE)

    def of(self, snapshot: Snapshot) -> bool:
        """Whether it was made from this ledger, which has lost nothing since, not even links."""
        return not self.entry if self.head is None else snapshot.begins_with(self.head)

    def empty(self, model: str) -> Self:
        """That of empty indexes, with the same linked."""
        return type(self)(model=model, seen=self.seen, waiting=self.waiting, adoption=self.adoption)

    def adopted(self, snapshot: Snapshot) -> Self:
        """The same after what people have adopted since: what did not count before waits."""
        since = snapshot.adoptions(self.adoption)
        before = {*snapshot.at(since[0] - 1).adopted()}
        new = [one for one in snapshot.adopted() if one <= self.seen and one not in before]
        return self.model_copy(update={"adoption": since[-1], "waiting": tuple(sorted({*self.waiting, *new}))})

    def behind(self, snapshot: Snapshot) -> bool:
        """Whether there is anything to index or to link, or to make again."""
        new = self.entry < snapshot.last("extraction")
        return bool(self.waiting) or new or not self.of(snapshot) or bool(snapshot.adoptions(self.adoption))

    def at(self, head: Head, entry: int, new: Iterable[int], claims: int, texts: int) -> Self:
        """The same for indexes that now hold all up to `entry`, so many claims and texts; `new` entries wait."""
        update = {
            "entry": entry,
            "head": head,
            "claims": claims,
            "texts": texts,
            "seen": entry,
            "waiting": (*self.waiting, *new),
        }
        return self.model_copy(update=update)

    def without(self, head: Head, entries: Collection[int]) -> Self:
        """The same, but these entries wait no more: the ledger holds what they are linked with."""
        waiting = tuple(one for one in self.waiting if one not in entries)
        return self.model_copy(update={"head": head, "waiting": waiting})
