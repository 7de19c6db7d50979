"""A worklist for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from sayso.present.safe import printable
from sayso.report.model.listed_sentence import PassagePiece
from sayso.worklist.formats import words
from sayso.worklist.model.worklist import Item, Worklist

WIDTH = 100
_QUOTED = 150
"""Characters of a sentence on a sheet."""


def as_text(made: Worklist) -> str:
    """The list, a block for each item; on a sheet two lines, with a box to tick. Marked words stand between **."""
    lines = [words.summary(made), words.scope(made)]
    story = None
    for number, item in enumerate(made.items, 1):
        if item.story != story and item.story:
            lines += ["", f"Story: {item.story.title}"]
        story = item.story
        lines += _on_sheet(number, item) if made.sheet else ["", *_block(number, item)]
    lines += ["", words.left_out(made), words.counted(made), words.DECIDE if made.items else ""]
    shown = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "".join(f"{_wrapped(line)}\n" for line in shown).rstrip("\n") + "\n"


def _wrapped(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(printable(line), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _block(number: int, item: Item) -> Iterator[str]:
    yield f"{number}. {words.heading(item)}"
    yield f"   {words.short_id(item)} · {words.state(item)} · {words.ranking(item)}"
    yield f"   {words.article(item)}"
    yield f"   {_marked(item.finding.passage)}"
    yield from (f"   - {reason}" for reason in item.finding.reasons)
    yield from (f"   - {line}" for line in (words.places(item), words.also(item)) if line)
    yield from (f"   - Noted by {note}" for note in item.notes)


def _on_sheet(number: int, item: Item) -> Iterator[str]:
    yield f"[ ] {number}. {words.heading(item)} · {words.short_id(item)} · {words.state(item)}"
    quoted = textwrap.shorten(item.finding.sentence, _QUOTED, placeholder=" …")
    yield f"    {quoted} ({item.article.outlet or item.article.file})"


def _marked(pieces: Iterable[PassagePiece]) -> str:
    return "".join(f"**{piece.words}**" if piece.part == "finding" else piece.words for piece in pieces)
