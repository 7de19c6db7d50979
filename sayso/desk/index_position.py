"""How far the indexes have come, and what still waits to be linked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Self

from sayso.ledger import Ledger
from schemas import Head, Record

FILE = "marker.json"


class Marker(Record):
    """The indexes hold the extractions up to `entry` of the ledger that begins with `head`: `claims` and `texts`.

    `model` is the digest of the encoder that made them. What has been linked is told apart from that, since indexes can
    be made anew: all up to `seen`, but for the entries that are `waiting`.
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
    def first(cls, ledger: Ledger, model: str) -> Self:
        """That of empty indexes, where no other is known: what stands before the last links counts as linked."""
        return cls(model=model, seen=ledger.last("links"), adoption=max(ledger.adoptions(), default=0))

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

    def of(self, ledger: Ledger) -> bool:
        """Whether it was made from this ledger, which has lost nothing since, not even links."""
        return not self.entry if self.head is None else ledger.begins_with(self.head)

    def empty(self, model: str) -> Self:
        """That of empty indexes, with the same linked."""
        return type(self)(model=model, seen=self.seen, waiting=self.waiting, adoption=self.adoption)

    def adopted(self, ledger: Ledger) -> Self:
        """The same after what people have adopted since: what did not count before waits."""
        since = ledger.adoptions(self.adoption)
        before = {*ledger.adopted(as_of=since[0] - 1)}
        new = [one for one in ledger.adopted() if one <= self.seen and one not in before]
        return self.model_copy(update={"adoption": since[-1], "waiting": tuple(sorted({*self.waiting, *new}))})

    def behind(self, ledger: Ledger) -> bool:
        """Whether there is anything to index or to link, or to make anew."""
        new = self.entry < ledger.last("extraction")
        return bool(self.waiting) or new or not self.of(ledger) or bool(ledger.adoptions(self.adoption))

    def at(self, ledger: Ledger, entry: int, new: Iterable[int], claims: int, texts: int) -> Self:
        """The same for indexes that now hold all up to `entry`, so many claims and texts; `new` entries wait."""
        update = {
            "entry": entry,
            "head": ledger.head,
            "claims": claims,
            "texts": texts,
            "seen": entry,
            "waiting": (*self.waiting, *new),
        }
        return self.model_copy(update=update)

    def without(self, ledger: Ledger, entries: Collection[int]) -> Self:
        """The same, but these entries wait no more: the ledger holds what they are linked with."""
        waiting = tuple(one for one in self.waiting if one not in entries)
        return self.model_copy(update={"head": ledger.head, "waiting": waiting})
