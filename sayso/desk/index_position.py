"""How far the indexes have come, and what still waits to be linked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Self

from sayso.ledger import Snapshot
from schemas import Head, Record

FILE = "marker.json"


class IndexPosition(Record):
    """How far the indexes have come: up to `entry` of the ledger that begins with `head`, so many `claims` and `texts`.

    The index of stories has come up to `told`, and holds so many articles (`stories`): older versions made none.
    `model` is the digest of the encoder that made them. What has been linked is kept separately, since indexes can be
    rebuilt: everything up to `seen`, except the entries that are `waiting`.
    """

    model: str
    entry: int = 0
    head: Head | None = None
    claims: int = 0
    texts: int = 0
    seen: int = 0
    waiting: tuple[int, ...] = ()
    told: int = 0
    stories: int = 0
    adoption: int = 0
    """The last decision about an engine that they take account of; a later one may adopt further readings."""
    correction: int = 0
    """The last correction of a chain that was taken account of; its claims have to be linked again."""

    @classmethod
    def first(cls, snapshot: Snapshot, model: str) -> Self:
        """The position of empty indexes where no other is known: everything before the last links counts as linked."""
        return cls(
            model=model,
            seen=snapshot.last("links"),
            adoption=max(snapshot.adoptions(), default=0),
            correction=max(snapshot.corrections(), default=0),
        )

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """The position saved in `folder`, or None; ValueError where the file is damaged."""
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
        """Whether it was made from this ledger, and the ledger has lost no entry since."""
        return not self.entry if self.head is None else snapshot.begins_with(self.head)

    def empty(self, model: str) -> Self:
        """The position of empty indexes, with the same entries linked."""
        update = {"seen": self.seen, "waiting": self.waiting, "adoption": self.adoption, "correction": self.correction}
        return type(self)(model=model, **update)

    def adopted(self, snapshot: Snapshot) -> Self:
        """The same after engines were adopted since: the readings that did not count before wait to be linked."""
        since = snapshot.adoptions(self.adoption)
        before = {*snapshot.at(since[0] - 1).adopted()}
        new = [entry for entry in snapshot.adopted() if entry <= self.seen and entry not in before]
        return self.model_copy(update={"adoption": since[-1], "waiting": tuple(sorted({*self.waiting, *new}))})

    def corrected(self, snapshot: Snapshot) -> Self:
        """The same after chains were corrected since: their claims wait to be linked again."""
        changed = snapshot.corrections(self.correction)
        again = {entry for entries in changed.values() for entry in entries if entry <= self.seen}
        last = max(changed, default=self.correction)
        return self.model_copy(update={"correction": last, "waiting": tuple(sorted({*self.waiting, *again}))})

    def behind(self, snapshot: Snapshot) -> bool:
        """Whether anything has to be indexed, linked or rebuilt."""
        new = min(self.entry, self.told) < snapshot.last("extraction")
        changed = bool(snapshot.adoptions(self.adoption) or snapshot.corrections(self.correction))
        return bool(self.waiting) or new or not self.of(snapshot) or changed

    def at(self, head: Head, entry: int, new: Iterable[int], *, claims: int, texts: int, stories: int) -> Self:
        """The same for indexes that now hold everything up to `entry`; the `new` entries wait to be linked."""
        update = {
            "entry": entry,
            "head": head,
            "claims": claims,
            "texts": texts,
            "told": entry,
            "stories": stories,
            "seen": entry,
            "waiting": (*self.waiting, *new),
        }
        return self.model_copy(update=update)

    def without(self, head: Head, entries: Collection[int]) -> Self:
        """The same, with these entries no longer waiting: the ledger holds their links."""
        waiting = tuple(entry for entry in self.waiting if entry not in entries)
        return self.model_copy(update={"head": head, "waiting": waiting})
