"""HTML read as a tree."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "input", "br"}
Element = dict[str, Any]


class Tree(HTMLParser):
    """Every element with its attributes and its text, as a browser would give it; fails where they do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)  # Python's own conversion drops controls, which browsers keep
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element: Element = {"tag": tag, "text": "", **dict(attributes)}
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element["text"] += data

    def handle_charref(self, name: str) -> None:
        self.handle_data(chr(int(name)))

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def of(self, name: str) -> list[Element]:
        """The elements of a class."""
        return [one for one in self.elements if name in (one.get("class") or "").split()]

    def text(self, name: str) -> str:
        """All text in them."""
        return "".join(one["text"] for one in self.of(name))
