"""A draft's sheet: its versions, and its lines under numbers that stay the same from version to version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from pydantic import AwareDatetime

from sayso.clear.line import AnsweredAccusation, ClearedCounts, Findings, Line, squeezed
from schemas import Record, Words

ALIKE = 0.6
"""How much of the words of two lines has to be the same for one to be the other's new version."""


class DraftVersion(Record):
    """One version of a draft: the hash of its file, the name of that, when it was read, and the article (id) in it."""

    number: int
    sha256: str
    file: Words
    read_at: AwareDatetime
    article: str
    words: int


class SheetLine(Record):
    """A line with its number; `first`: the version in which it first stood, `since`: in which it first read as now.

    `gone`: the version that no longer has it; None while it stands.
    """

    number: int
    line: Line
    first: int
    since: int
    gone: int | None = None


class Sheet(Record):
    """The sheet of one draft, as its newest version left it; `lines` are in the order of their numbers.

    `source`: the path of the draft's file, None where it was pasted. `key` tells two sheets of one name apart.
    """

    name: str
    key: str
    source: Words | None
    versions: tuple[DraftVersion, ...] = ()
    lines: tuple[SheetLine, ...] = ()
    pairs: tuple[AnsweredAccusation, ...] = ()
    counts: ClearedCounts = ClearedCounts()

    @property
    def version(self) -> DraftVersion:
        """The newest version."""
        return self.versions[-1]

    @property
    def standing(self) -> tuple[SheetLine, ...]:
        """The lines of the newest version, in the draft's order."""
        return tuple(sorted((one for one in self.lines if one.gone is None), key=lambda one: _place(one.line)))


class Changes(NamedTuple):
    """What a version changed, as numbers of lines: `new`, `changed` (read otherwise now), `back`, and `gone`."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    back: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


def revised(sheet: Sheet, version: DraftVersion, found: Findings) -> tuple[Sheet, Changes]:
    """The sheet with what was found in a further version of its draft, and what that changed.

    1. A line that reads the same keeps its number, also one that was gone; 2. of the rest, a line takes the number of
    the one most like it that no longer stands; 3. any other gets a number of its own. What is left over is gone.
    """
    numbered = dict(_same(sheet, found.lines))  # 1
    left = [place for place in range(len(found.lines)) if place not in numbered]
    taken = {old.number for old in numbered.values()}
    free = [old for old in sheet.lines if old.gone is None and old.number not in taken]
    numbered |= dict(_alike(free, found.lines, left))  # 2
    next_number = max((old.number for old in sheet.lines), default=0) + 1
    lines, changes = [], Changes()
    for place, line in enumerate(found.lines):
        old = numbered.get(place)
        if old is None:  # 3
            made = SheetLine(number=next_number, line=line, first=version.number, since=version.number)
            changes = changes._replace(new=(*changes.new, next_number))
            next_number += 1
        else:
            made = _renewed(old, line, version.number)
            if old.line.reads != line.reads:
                changes = changes._replace(changed=(*changes.changed, old.number))
            elif old.gone is not None:
                changes = changes._replace(back=(*changes.back, old.number))
        lines.append(made)
    kept = {line.number for line in lines}
    for old in sheet.lines:
        if old.number not in kept:
            lines.append(old if old.gone else old.model_copy(update={"gone": version.number}))
            changes = changes if old.gone else changes._replace(gone=(*changes.gone, old.number))
    update = {
        "versions": (*sheet.versions, version),
        "lines": tuple(sorted(lines, key=lambda one: one.number)),
        "pairs": found.pairs,
        "counts": found.counts,
    }
    return sheet.model_copy(update=update), changes


def _renewed(old: SheetLine, line: Line, version: int) -> SheetLine:
    """A line as it reads now; answers stay under the id that it was first known by."""
    since = old.since if old.line.reads == line.reads else version
    kept = line.model_copy(update={"about": old.line.about})
    return old.model_copy(update={"line": kept, "since": since, "gone": None})


def _same(sheet: Sheet, lines: Sequence[Line]) -> Iterator[tuple[int, SheetLine]]:
    """Places in `lines` with the line that reads the same; of several that do, those that stand first."""
    waiting: dict[str, list[SheetLine]] = {}
    for old in sorted(sheet.lines, key=lambda one: (one.gone is not None, *_place(one.line))):
        waiting.setdefault(old.line.reads, []).append(old)
    for place, line in enumerate(lines):
        if waiting.get(line.reads):
            yield place, waiting[line.reads].pop(0)


def _alike(free: Iterable[SheetLine], lines: Sequence[Line], left: Iterable[int]) -> Iterator[tuple[int, SheetLine]]:
    """Places in `lines`, each with the free line on the same question that is most like it, the likest pairs first."""
    pairs = [
        (likeness, place, old)
        for old in free
        for place in left
        if old.line.point == lines[place].point and (likeness := _likeness(old.line, lines[place])) >= ALIKE
    ]
    used: set[tuple[str, int]] = set()
    for _, place, old in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2].number)):
        if not used & {("new", place), ("old", old.number)}:
            used |= {("new", place), ("old", old.number)}
            yield place, old


def _likeness(a: Line, b: Line) -> float:
    """How much of the words of two lines is the same, from 0 to 1; a reply is asked of the same person."""
    if a.point == "reply":
        return float(a.accused == b.accused)
    words = (squeezed(a.words).casefold().split(), squeezed(b.words).casefold().split())
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def _place(line: Line) -> tuple[int, str]:
    return line.start, line.point
