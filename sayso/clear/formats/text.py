"""A sheet and its clearance as text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from sayso.clear.formats import sheet_words as words
from sayso.clear.sheet_view import LineView, SheetView
from sayso.present.safe import printable

_WIDTH = 100
_INDENT = " " * 7


def text(view: SheetView) -> str:
    """The sheet: what stands on top, what has its reply, the other lines, and what is only counted."""
    return "\n".join(_sheet(view)) + "\n"


def clearance_text(view: SheetView) -> str:
    """The clearance: each line with who cleared it on which basis, what is open, and what went."""
    return "\n".join(_clearance(view)) + "\n"


def _sheet(view: SheetView) -> Iterator[str]:
    yield f"Sheet {view.name}: {printable(words.version_of(view))}"
    yield words.lead(view)
    if view.first:
        yield from ("", words.FIRST)
        for line in view.first:
            yield from _line(line)
    if view.pairs:
        yield from ("", words.PAIRS)
        for one in view.pairs:
            yield from _filled(f"{one.accused}: {words.pair(one)}: “{one.reply}”")
    if view.rules:
        yield from ("", words.RULES)
        for line in view.rules:
            yield from _line(line)
    if view.others:
        yield from ("", words.OTHERS)
        for line in view.others:
            yield from _line(line)
    if counted := words.uncounted(view.counts):
        yield from ("", *textwrap.wrap(f"Not listed: {counted}.", _WIDTH))


def _line(line: LineView) -> Iterator[str]:
    mark = "!" if line.grave else " "
    yield from _wrapped(f"{mark}{line.number:>4}  “{line.words}”", f"{line.chain}: {line.missing}")
    stands = words.state(line)
    yield from _filled(f"{words.QUESTION[line.point]} · paragraph {line.paragraph} · {line.asks} · {stands}")


def _clearance(view: SheetView) -> Iterator[str]:
    yield f"Clearance of {view.name}: {printable(words.version_of(view))}"
    yield f"SHA-256 {view.sha256}"
    yield words.lead(view)
    for line in view.lines:
        yield from ("", *_wrapped(f"{line.number:>5}  “{line.words}”", words.cleared(line)))
    if view.gone:
        yield from ("", words.GONE)
        for line in view.gone:
            yield from _wrapped(f"{line.number:>5}  “{line.words}”", words.went(line))


def _wrapped(first: str, *others: str) -> Iterator[str]:
    yield from textwrap.wrap(_safe(first), _WIDTH, subsequent_indent=_INDENT, break_on_hyphens=False)
    for other in others:
        yield from _filled(other)


def _filled(said: str) -> Iterator[str]:
    yield from textwrap.wrap(printable(said), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _safe(said: str) -> str:
    """The same, safe, with the spaces around its number."""
    number, mark, rest = said.partition("“")
    return f"{number}{mark}{printable(rest)}" if mark else printable(said)
