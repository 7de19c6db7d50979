"""A worklist in Markdown; foreign words are literal text."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.present.numbers import moment
from sayso.present.safe import markdown_text
from sayso.worklist.formats import words
from sayso.worklist.model.worklist import Item, Worklist


def as_markdown(made: Worklist) -> str:
    """The list, an item a section, with boxes to tick on a sheet."""
    lines = [f"# {words.TITLE}", "", f"{moment(made.made)}. {words.summary(made)}"]
    lines += ["", _text(words.scope(made))] if made.scope else []
    story = None
    for number, item in enumerate(made.items, 1):
        if item.story and item.story != story:
            lines += ["", f"## {_text(item.story.title)}"]
        story = item.story
        lines += ["", *(_on_sheet(item) if made.sheet else _section(number, item))]
    for line in filter(None, (words.left_out(made), words.counted(made), words.DECIDE)):
        lines += ["", _text(line)]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    return markdown_text(value)


def _section(number: int, item: Item) -> Iterator[str]:
    yield f"### {number}. {_text(words.heading(item))}"
    yield ""
    yield f"`{words.short_id(item)}` · {_text(words.state(item))} · {words.ranking(item)}"
    yield ""
    yield _text(words.article(item))
    yield ""
    yield "> " + "".join(_piece(piece.words, piece.part == "finding") for piece in item.finding.passage)
    yield ""
    yield from (f"- {_text(reason)}" for reason in item.finding.reasons)
    yield from (f"- {_text(line)}" for line in (words.places(item), words.also(item)) if line)
    yield from (f"- Noted by {_text(note)}" for note in item.notes)


def _piece(value: str, found: bool) -> str:
    """A piece with the spaces at its ends; those of the marked words stay outside of the marks."""
    inner = value.strip()
    if not inner:
        return value
    before, after = value[: len(value) - len(value.lstrip())], value[len(value.rstrip()) :]
    return f"{before}**{_text(inner)}**{after}" if found else f"{before}{_text(inner)}{after}"


def _on_sheet(item: Item) -> Iterator[str]:
    yield f"- [ ] **{_text(words.heading(item))}** `{words.short_id(item)}` {_text(words.state(item))}  "
    yield f"  {_text(item.finding.sentence)} ({_text(item.article.outlet or item.article.file)})"
