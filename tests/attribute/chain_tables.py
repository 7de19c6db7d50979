"""Reads the tables of texts and chains in `tables/`: constructions, each filled with the names of some casts.

A construction is its name, a text, and what to expect of it:

    ## an outlet that was told carries it on
    {Person} told {outlet} that the pier would close by June, to the surprise of {accused}.
        the pier would close by June: {person} > {outlet}
            wrong lagos: why it is not so with that cast today; `wrong:` is with every cast
        never: {accused}
        with: oslo lagos

A line of the text that begins with ¶ begins a paragraph; one that begins with `title:` is the headline of the page.
Each line under the text has some of its words and the chain that answers for them, as `seams.shown` writes chains, with
a / between chains that are equally good. `never` lists the bait: names in the text that must not be in any chain.
`with` names the casts; without it there are two, by the hash of the construction's name, or none if the text has
nothing to fill in. A cast of the later tables of `casts.txt` takes what it lacks from one of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from zlib import crc32

TABLES = Path(__file__).parent / "tables"
CASTS = 2

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Expected:
    """Words of the text, the chain that answers for them, and why the engine does not find it today, by cast."""

    words: str
    chain: str
    wrong: dict[str, str] = field(default_factory=dict)

    def reason(self, cast: str) -> str | None:
        """Why the engine is known to be wrong with that cast, or None."""
        return self.wrong.get(cast) or self.wrong.get("")


@dataclass(frozen=True)
class Case:
    """A construction filled with a cast, and the chains expected of it."""

    name: str
    cast: str
    text: str
    title: str | None
    expected: tuple[Expected, ...]
    never: Expected

    @property
    def id(self) -> str:
        """The construction and the cast."""
        return f"{self.name} [{self.cast}]" if self.cast else self.name


Fill = dict[str, tuple[str, str]]
"""The words for each place: as the text has them, and as the chain has them."""


@cache
def casts() -> dict[str, Fill]:
    """All casts by name."""
    found: dict[str, Fill] = {}
    columns: list[str] = []
    for line in (TABLES / "casts.txt").read_text("utf-8").splitlines():
        name, *cells = (cell.strip() for cell in line.split("|"))
        if name == "cast":
            columns = cells
        elif cells:
            found.setdefault(name, {}).update(zip(columns, map(_forms, cells), strict=True))
    return found


def _forms(cell: str) -> tuple[str, str]:
    text, equals, chain = cell.partition(" = ")
    return text, chain if equals else text


def cases() -> Iterator[Case]:
    """All cases of all tables, in their order."""
    for path in sorted(TABLES.glob("*.txt")):
        for block in path.read_text("utf-8").split("\n## ")[1:]:
            yield from _filled(block)


def _filled(block: str) -> Iterator[Case]:
    name, *lines = filter(str.strip, block.splitlines())
    title, text = _text([line for line in lines if not line.startswith(" ")])
    listed = _expected([line for line in lines if line.startswith(" ")])
    never, which = listed.pop("never", Expected("never", "")), listed.pop("with", None)
    for cast in _cast_of(name, text, which):
        fill = _fill(cast) if cast else {}
        made = (replace(row, words=_put(row.words, fill), chain=_put(row.chain, fill, 1)) for row in listed.values())
        bait = replace(never, chain=_put(never.chain, fill, 1))
        yield Case(name, cast, _put(text, fill), _put(title, fill) or None, tuple(made), bait)


def _text(lines: list[str]) -> tuple[str, str]:
    """Title and text; the title is part of the text only if another line repeats it."""
    title = lines.pop(0).removeprefix("title: ") if lines[0].startswith("title: ") else ""
    return title, " ".join(lines).replace(" ¶ ", "\n\n")


def _expected(lines: list[str]) -> dict[str, Expected]:
    """The lines under a text, by the words before their chain."""
    found: dict[str, Expected] = {}
    last = Expected("", "")
    for line in lines:
        if line.startswith("        wrong"):
            who, _, why = line.strip().partition(": ")
            last.wrong.update(dict.fromkeys(who.split()[1:] or [""], why))
        else:
            words, _, chain = line.strip().rpartition(": ")
            found[words] = last = Expected(words, chain)
    return found


def _cast_of(name: str, text: str, which: Expected | None) -> list[str]:
    if not _PLACE.search(text):
        return [""]
    return which.chain.split() if which else _some(name, CASTS)


def _fill(cast: str) -> Fill:
    [other] = _some(cast, 1)
    return casts()[other] | casts()[cast]


def _some(name: str, count: int) -> list[str]:
    """`count` of the casts that fill every place, always the same for a name."""
    whole = [cast for cast, fill in casts().items() if "person" in fill]
    first = crc32(name.encode()) % len(whole)
    return [whole[(first + step) % len(whole)] for step in range(count)]


def _put(words: str, fill: Fill, form: int = 0) -> str:
    return _PLACE.sub(lambda place: fill[place[1]][form], words)
