"""The blocks of a page, with their places in its bytes, their times, headings and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.ingest.mending import unescaped

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z\d]*)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>class|id|itemprop|datetime|data-(?:ts|time(?:stamp)?|date(?:time)?|published(?:-at)?))="
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
_UNREAD = ("script", "style")
_APART = ("nav", "aside", "footer")
_BLOCKS = ("article", "div", "section", "li", "main", "ul", "ol", "tr", "dl", "header", "body", *_APART)
_MOST_SEARCHED = 50
"""Open blocks among which the beginning of one that ends is looked for: no page of a newspaper has more."""
_COMMENTS = re.compile(r"\bcomments?\b|comment-?list", re.IGNORECASE)
_HEADINGS = ("h2", "h3", "h4")
_LINES = ("p", "dt", *_HEADINGS)

_HALF = r"(?:\s?[ap]\.?m\b\.?)"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)"
_CLOCK = re.compile(
    rf"\W*(?:(?:posted|published|updated)\b:?\s+)?(?:at\s+)?{_WEEKDAY}?(?:(?:[01]?\d|2[0-3])[:.][0-5]\d{_HALF}?(?:\s?(?:GMT|UTC|[A-Z]{{1,3}}ST|[A-Z]{{1,3}}T)\b)?"
    rf"|(?:1[0-2]|[1-9]){_HALF}|\d{{1,3}}(?:\s?\+\s?\d{{1,2}})?\s?(?:['’′]|min(?:ute)?s?\b)(?:\s+ago\b)?"
    r"|(?:an?|\d{1,2})\s?(?:s|m|h|d|secs?|seconds?|hrs?|hours?|days?)\s+ago\b|just now\b)(?=\W|$)",
    re.IGNORECASE,
)


class TimedLine(NamedTuple):
    """A paragraph or heading that begins with a time of day: its tag, its place, and its time as machines read it."""

    tag: str
    start: int
    when: str | None
    heading: str


@dataclass(eq=False, slots=True)
class Block:
    """An element with its place, half-open, in the bytes; `when` is its first time as machines read it.

    `clock` is how many words stand before the first time that readers see; `prose` counts the words in paragraphs.
    """

    tag: str
    names: tuple[str, ...]
    start: int
    anchor: str | None = None
    parent: Block | None = None
    apart: bool = False
    depth: int = 0
    end: int = 0
    when: str | None = None
    clock: int | None = None
    words: int = 0
    prose: int = 0
    heading: str = ""
    lines: list[TimedLine] = field(default_factory=list)
    divided: int | None = None
    """Where its first rule (`hr`), or block of a margin, stands after its last line with a time."""


class PageBlocks:
    """A page whose bytes are its characters, so that the places of its blocks are those of the bytes."""

    def __init__(self, source: str) -> None:
        self._open = [Block("", (), 0)]
        self._line: TimedLine | None = None
        self._line_words: list[str] = []
        self.done: list[Block] = []
        self.prose: list[tuple[int, int]] = []
        """The place of each piece of text in a paragraph outside of menus and margins, and its number of words."""
        inside, end = "", 0
        for tag in _TAG.finditer(source):
            name = tag["name"].lower()
            if inside in _UNREAD and not (tag["end"] and name == inside):
                continue
            if inside not in _UNREAD:
                self._said(source[end : tag.start()], end)
            if tag["end"]:
                self._closed(name, tag.end())
                inside = ""
            else:
                self._opened(name, tag)
                inside = name
            end = tag.end()

    def _opened(self, name: str, tag: re.Match[str]) -> None:
        known = {each["name"].lower(): each[2] or each[3] or each[4] or "" for each in _ATTRIBUTE.finditer(tag["rest"])}
        if name in _LINES or name in _BLOCKS or name == "hr":
            self._line_ended()
        if name in _BLOCKS:
            self._block_opened(name, tag.start(), known)
        when = next((known[key] for key in known if key == "datetime" or key.startswith("data-")), None)
        self._open[-1].when = self._open[-1].when or when
        if name in _LINES:
            self._line, self._line_words = TimedLine(name, tag.start(), when, ""), []
        elif self._line and when and not self._line.when:
            self._line = self._line._replace(when=when)
        if name == "hr" or name in _APART:
            self._divide(self._open[-1] if name == "hr" else self._open[-2], tag.start())

    def _block_opened(self, name: str, start: int, known: dict[str, str]) -> None:
        if name == "li" and self._open[-1].tag == "li":
            self._pop(start)
        names = f"{known.get('class', '')} {known.get('itemprop', '')}"
        above = self._open[-1]
        apart = above.apart or name in _APART or _COMMENTS.search(names) is not None
        block = Block(name, tuple(names.split()), start, known.get("id"), above, apart, above.depth + 1)
        self._open.append(block)

    @staticmethod
    def _divide(block: Block, at: int) -> None:
        if block.lines and block.divided is None:
            block.divided = at

    def _closed(self, name: str, end: int) -> None:
        if name in _LINES or name in _BLOCKS:
            self._line_ended()
        if name in _BLOCKS and any(block.tag == name for block in self._open[-_MOST_SEARCHED:]):
            while self._open[-1].tag != name:
                self._pop(end)
            self._pop(end)

    def _pop(self, end: int) -> None:
        block, above = self._open.pop(), self._open[-1]
        block.end = end
        self.done.append(block)
        if block.clock is not None and above.clock is None:
            above.clock = above.words + block.clock
        above.when = above.when or block.when
        above.heading = above.heading or block.heading
        above.words += block.words
        above.prose += block.prose

    def _line_ended(self) -> None:
        if self._line is None:
            return
        line, words = self._line, decoded(unescaped(" ".join(self._line_words)))
        self._line = None
        block = self._open[-1]
        begins = _CLOCK.match(words)
        if line.tag != "p" and not block.heading:
            block.heading = without_clock(words)
        if begins:
            block.lines.append(line._replace(heading=without_clock(words) if line.tag != "p" else ""))
            block.divided = None

    def _said(self, words: str, at: int) -> None:
        count = len(words.split())
        if not count:
            return
        block = self._open[-1]
        if block.clock is None and _CLOCK.match(decoded(unescaped(words))):
            block.clock = block.words
        block.words += count
        if self._line is None:
            return
        self._line_words.append(words)
        if self._line.tag == "p" and not block.apart:
            block.prose += count
            self.prose.append((at, count))


def without_clock(words: str) -> str:
    """`words` without the time at their beginning, in one line."""
    found = _CLOCK.match(words)
    rest = words[found.end() :].lstrip(" \t\r\n:;,.|–—-") if found else words
    return " ".join(rest.split())


def decoded(words: str) -> str:
    """Words of which each character was a byte."""
    try:
        return words.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return words
