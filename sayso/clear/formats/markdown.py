"""A sheet and its clearance as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.clear.formats import sheet_words as words
from sayso.clear.sheet_view import LineView, SheetView
from sayso.present.safe import markdown_text


def markdown(view: SheetView) -> str:
    """The sheet, a box to tick for each line."""
    return "\n".join(_sheet(view)) + "\n"


def clearance_markdown(view: SheetView) -> str:
    """The clearance."""
    return "\n".join(_clearance(view)) + "\n"


def _sheet(view: SheetView) -> Iterator[str]:
    yield f"# {markdown_text(view.name)}"
    yield from ("", markdown_text(f"{words.version_of(view)}, SHA-256 {view.sha256}. {words.lead(view)}"))
    if view.first:
        yield from ("", f"## {words.FIRST}", "", *(_line(line) for line in view.first))
    if view.pairs:
        yield from ("", f"## {words.PAIRS}", "")
        yield from (f"- {markdown_text(f'{one.accused}: {words.pair(one)}: “{one.reply}”')}" for one in view.pairs)
    if view.rules:
        yield from ("", f"## {words.RULES}", "", *(_line(line) for line in view.rules))
    if view.others:
        yield from ("", f"## {words.OTHERS}", "", *(_line(line) for line in view.others))
    if counted := words.uncounted(view.counts):
        yield from ("", f"Not listed: {counted}.")


def _line(line: LineView) -> str:
    box = " " if line.open else "x"
    said = f"“{line.words}” {line.chain}: {line.missing} ({line.asks}; {words.state(line)})"
    return f"- [{box}] **{line.number}**{' **!**' if line.grave else ''} {markdown_text(said)}"


def _clearance(view: SheetView) -> Iterator[str]:
    yield f"# Clearance of {markdown_text(view.name)}"
    yield from ("", markdown_text(f"{words.version_of(view)}, SHA-256 {view.sha256}. {words.lead(view)}"), "")
    for line in view.lines:
        yield f"- **{line.number}** {markdown_text(f'“{line.words}” {words.cleared(line)}')}"
    if view.gone:
        yield from ("", f"## {words.GONE}", "")
        for line in view.gone:
            yield f"- **{line.number}** {markdown_text(f'“{line.words}” {words.went(line)}')}"
