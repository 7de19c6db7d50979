"""The text of a draft with simple markup: a block a paragraph, and its first heading as the title."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.location import About

_BLOCKS = frozenset("address blockquote dd dt figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul".split())
_TITLES = ("h1", "h2")
_SPACE = re.compile(r"\s+")
_DEEPEST = 200


class MarkedUp(NamedTuple):
    """The text, what made it, and its title."""

    text: str
    extractor: str
    about: About


def read_markdown(source: str) -> MarkedUp:
    """The text of Markdown: without its marks, addresses of links and raw HTML."""
    from markdown_it import MarkdownIt

    return read_blocks(MarkdownIt("commonmark", {"html": False}).enable("table").render(source), "markdown-it")


def read_blocks(html: str, extractor: str) -> MarkedUp:
    """The text of clean HTML, each block as a paragraph of its own; raises `UnreadableError` where it is too deep."""
    from lxml import html as parser  # type: ignore[import-untyped]

    body = parser.fragment_fromstring(html, create_parent="div")
    blocks: list[tuple[str, list[str]]] = [("p", [])]
    _walk(body, blocks, 0)
    found = [(tag, _SPACE.sub(" ", "".join(words)).strip()) for tag, words in blocks]
    title = next((words for tag, words in found if tag in _TITLES and words), None)
    return MarkedUp("\n\n".join(words for _, words in found if words), extractor, About(title=title))


def _walk(element: Any, blocks: list[tuple[str, list[str]]], depth: int) -> None:
    """Add the words under `element` to the last of `blocks`, a new one for each block element."""
    if depth > _DEEPEST:
        raise UnreadableError(f"expected a document of fewer than {_DEEPEST} levels, found more; save it as text")
    for child in element:
        block = child.tag in _BLOCKS
        if block:
            blocks.append((child.tag, []))
        blocks[-1][1].append(" " if child.tag == "br" else child.text or "")
        _walk(child, blocks, depth + 1)
        if block:
            blocks.append(("p", []))
        blocks[-1][1].append(child.tail or "")
