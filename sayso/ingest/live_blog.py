"""The entries of a live blog, each an article: its place in the bytes of the page, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.dates import page_date
from sayso.ingest.location import About
from sayso.ingest.mending import plain
from sayso.ingest.page_metadata import page_about
from sayso.ingest.text_limits import short
from sayso.ingest.web_page import decode_page

LARGEST = 10_000_000
"""The most bytes of a page that is searched for entries."""

_LIVE = re.compile(rb"LiveBlog|live[-_]{0,2}(?:blog|entry|update|post|item|block|ticker|feed)", re.IGNORECASE)
_ENTRY = re.compile(
    r"live[-_]{0,2}(?:blog)?[-_]{0,2}(?:entry|update|post|item|block)|live[-_]?blog\b|"
    r"(?:blog|ticker|timeline|feed)[-_]{0,2}(?:entry|post|item|update|event|block)|^(?:entry|post|update)$",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z\d]*)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(class|id|itemprop|datetime)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_UNREAD = ("script", "style")
_BLOCKS = ("article", "div", "section", "li")
_HEADINGS = ("h2", "h3", "h4")
_MOST_OPEN = 20
"""Blocks within each other that are followed to their ends; no page of a newspaper has more."""

_FEWEST, _FEWEST_WORDS = 2, 4
_FEWEST_BEFORE = 15
"""Words in paragraphs before the first entry that make an article too: the summary of the day."""


class Part(NamedTuple):
    """A part of a page: its place in the bytes, its number (from 1; 0 is what stands before the entries), its notes."""

    number: int
    start: int
    size: int
    about: About


def live_parts(data: bytes) -> list[Part]:
    """The parts of the page `data` in order, if it is a live blog of several timed entries; else none."""
    if len(data) > LARGEST or not _LIVE.search(data):
        return []
    page = _Page(data.decode("latin-1"))
    entries = page.entries()
    if len(entries) < _FEWEST:
        return []
    known = page.about
    parts = [
        Part(number, entry.start, entry.end - entry.start, entry.about(known))
        for number, entry in enumerate(entries, 1)
    ]
    before = entries[0].start
    if sum(page.words[at] for at in page.words if at < before) >= _FEWEST_BEFORE:
        parts.insert(0, Part(0, 0, before, About()))
    return parts


class _Block:
    """An element that may be an entry, while the page is read."""

    def __init__(self, tag: str, names: str, start: int, anchor: str | None) -> None:
        self.kind = (tag, " ".join(sorted(names.split())))
        self.start, self.end, self.depth = start, start, 1
        self.anchor = anchor
        self.time: str | None = None
        self.heading = ""
        self.words = 0

    def about(self, page: About) -> About:
        """What the entry says of itself, and the outlet of its page; its address only where it has one of its own."""
        heading = plain(_decoded(self.heading))
        return About(
            title=short(heading) or page.title,
            published=page_date(self.time),
            outlet=page.outlet,
            url=f"{page.url}#{self.anchor}" if page.url and self.anchor else None,
        )


class _Page:
    """A page whose bytes are its characters, so that the places of its blocks are those of the bytes."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[_Block] = []
        self._done: list[_Block] = []
        self.words: Counter[int] = Counter()
        inside, end = "", 0
        for tag in _TAG.finditer(source):
            name = tag["name"].lower()
            if inside in _UNREAD and not (tag["end"] and name == inside):
                continue
            self._said(source[end : tag.start()], inside, end)
            if tag["end"]:
                self._closed(name, tag.end())
                inside = "" if name == inside else inside
            else:
                self._opened(name, tag)
                inside = name
            end = tag.end()

    @property
    def about(self) -> About:
        """What the page says of itself."""
        from lxml import etree, html  # type: ignore[import-untyped]

        try:
            return page_about(html.document_fromstring(decode_page(self._source.encode("latin-1")).text))
        except (etree.LxmlError, ValueError, UnreadableError):
            return About()

    def entries(self) -> list[_Block]:
        """The timed blocks with words of the kind that most of them have, none within another, in order."""
        blocks = [one for one in self._done if one.time and one.words >= _FEWEST_WORDS]
        if not blocks:
            return []
        [(kind, _)] = Counter(one.kind for one in blocks).most_common(1)
        found: list[_Block] = []
        for one in sorted((one for one in blocks if one.kind == kind), key=lambda one: one.start):
            if not found or one.start >= found[-1].end:
                found.append(one)
        return found

    def _opened(self, name: str, tag: re.Match[str]) -> None:
        known = {each[1].lower(): each[2] or each[3] or each[4] for each in _ATTRIBUTE.finditer(tag["rest"])}
        for block in self._open:
            block.depth += block.kind[0] == name
            block.time = block.time or known.get("datetime")
        names = f"{known.get('class', '')} {known.get('itemprop', '')}"
        if len(self._open) < _MOST_OPEN and name in _BLOCKS and any(_ENTRY.search(each) for each in names.split()):
            self._open.append(_Block(name, names, tag.start(), known.get("id")))

    def _closed(self, name: str, end: int) -> None:
        for block in [block for block in self._open if block.kind[0] == name]:
            block.depth -= 1
            if not block.depth:
                block.end = end
                self._open.remove(block)
                self._done.append(block)

    def _said(self, words: str, inside: str, at: int) -> None:
        count = len(words.split()) if inside not in _UNREAD else 0
        if inside == "p":
            self.words[at] += count
        for block in self._open:
            block.words += count
            if inside in _HEADINGS and not block.heading:
                block.heading = unescape(words)


def _decoded(words: str) -> str:
    """Words of which each character was a byte."""
    try:
        return words.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return words
