"""The entries of a live blog, each an article: its place in the bytes of the page, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from sayso.errors import UnreadableError
from sayso.ingest.dates import page_date
from sayso.ingest.location import About
from sayso.ingest.mending import plain
from sayso.ingest.page_blocks import Block, PageBlocks
from sayso.ingest.page_metadata import page_about
from sayso.ingest.text_limits import short
from sayso.ingest.web_page import decode_page

LARGEST = 10_000_000
"""The most bytes of a page that is searched for entries."""

_MENTIONED = re.compile(rb"LiveBlog|live[-_]{0,2}(?:blog|entry|update|post|item|block|ticker|feed)", re.IGNORECASE)
_HEADLINE = re.compile(
    rb"<(?:title|h1)\b[^<>]{0,300}>(?:\s|<[a-z][^<>]{0,300}>){0,5}([^<>]{1,400})|"
    rb"og:title[\"']?\s+content=(?:\"([^\"<>]{1,400})|'([^'<>]{1,400}))",
    re.IGNORECASE,
)
_MOST_HEADLINES = 10
_LIVE = re.compile(
    rb"\W*live\W{0,4}[:|]|.*(?:\blive[- ]?(?:updates?|blog|coverage|report|text|ticker)\b|\bas it happen(?:ed|s)\b|"
    rb"\bminute[- ]by[- ]minute\b|(?:[:|]| (?:-|\xe2\x80[\x93\x94]))\s{0,2}live\b|(?-i:\bLIVE\b))",
    re.IGNORECASE | re.DOTALL,
)
_MARKED = re.compile(
    rb"\"@type\"\s{0,5}:\s{0,5}\"LiveBlogPosting\"|(?:class|itemtype)=[\"'][^\"'<>]{0,200}live[-_]?blog", re.IGNORECASE
)
_ENTRY = re.compile(
    r"live[-_]{0,2}(?:blog)?[-_]{0,2}(?:entry|update|post|item|block)|live[-_]?blog\b|"
    r"(?:blog|ticker|timeline|feed)[-_]{0,2}(?:entry|post|item|update|event|block)|^(?:entry|post|update)$",
    re.IGNORECASE,
)
_ENTRY_TAGS = ("article", "div", "section", "li", "tr")

_FEWEST, _FEWEST_WORDS = 2, 4
_FEWEST_PARAGRAPHS = 3
"""Paragraphs that begin with a time, without headings, that are entries."""
_MOST_BEFORE_TIME = 8
"""Words of an entry before its time: who wrote it."""
_FEWEST_BEFORE = 12
"""Words in paragraphs before the first entry that make an article too: the summary of the day."""
_LEAST, _MOST_OF_IT = 0.3, 0.5
"""The share of a page's prose that stands in its entries: where only their class says so, and where no class does."""


class BlogPart(NamedTuple):
    """A part of a page: its place in the bytes, its number (from 1; 0 is what stands before the entries), its notes."""

    number: int
    start: int
    size: int
    about: About


class _Entry(NamedTuple):
    start: int
    end: int
    when: str | None
    heading: str
    anchor: str | None = None

    def about(self, page: About) -> About:
        """What the entry says of itself, and the outlet of its page; its address only where it has one of its own.

        Where only a clock dates it, its day is that of the page.
        """
        return About(
            title=short(plain(self.heading)) or page.title,
            published=page_date(self.when) or (page.published or "")[: len("2024-10-03")] or None,
            outlet=page.outlet,
            url=f"{page.url}#{self.anchor}" if page.url and self.anchor else None,
        )


def live_parts(data: bytes) -> list[BlogPart]:
    """The parts of the page `data` in order, if it is a live blog of several timed entries; else none.

    Entries are 1. blocks with a class for them; where the page is said to be a live blog, too, 2. blocks beside each
    other, or 3. headings or paragraphs, that begin with a time, and hold most of the page's prose.
    """
    if len(data) > LARGEST:
        return []
    is_live = _is_headed_live(data) or _MARKED.search(data) is not None
    if not is_live and not _MENTIONED.search(data):
        return []
    page = PageBlocks(data.decode("latin-1"))
    entries = _classed(page.done)  # 1
    if not is_live and entries and not _hold(page, entries, _LEAST):
        return []
    if len(entries) < _FEWEST and is_live:
        entries = _beside(page) or _headed(page)  # 2, 3
    if len(entries) < _FEWEST:
        return []
    known = _page_about(data)
    parts = [
        BlogPart(number, entry.start, entry.end - entry.start, entry.about(known))
        for number, entry in enumerate(entries, 1)
    ]
    before = entries[0].start
    if _prose(page, 0, before) >= _FEWEST_BEFORE:
        parts.insert(0, BlogPart(0, 0, before, About()))
    return parts


def _is_headed_live(data: bytes) -> bool:
    headlines = islice(_HEADLINE.finditer(data), _MOST_HEADLINES)
    return any(_LIVE.match(found[1] or found[2] or found[3]) for found in headlines)


def _page_about(data: bytes) -> About:
    """What the page says of itself."""
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        return page_about(html.document_fromstring(decode_page(data).text))
    except (etree.LxmlError, ValueError, UnreadableError):
        return About()


def _classed(blocks: Sequence[Block]) -> list[_Entry]:
    """The timed blocks with words of the kind that most of them have, none within another, in order."""
    kinds = [
        ((one.tag, name), one)
        for one in blocks
        if _is_timed(one)
        and one.words >= _FEWEST_WORDS
        and one.tag in _ENTRY_TAGS
        and (name := next(filter(_ENTRY.search, one.names), None))
    ]
    if not kinds:
        return []
    [(most, _)] = Counter(kind for kind, _ in kinds).most_common(1)
    found: list[_Entry] = []
    for one in sorted((one for kind, one in kinds if kind == most), key=lambda one: one.start):
        if not found or one.start >= found[-1].end:
            found.append(_entry(one))
    return found


def _beside(page: PageBlocks) -> list[_Entry]:
    """The most timed blocks of one tag within one block, the innermost of equals, if they hold most of the prose."""
    groups: dict[tuple[int, str], list[Block]] = defaultdict(list)
    for one in page.done:
        if one.tag in _ENTRY_TAGS and not one.apart and _is_timed(one) and one.words >= _FEWEST_WORDS:
            groups[id(one.parent), one.tag].append(one)
    most = max(groups.values(), key=lambda group: (len(group), group[0].depth), default=[])
    entries = [_entry(one) for one in most]
    return entries if len(most) >= _FEWEST and _hold(page, entries, _MOST_OF_IT) else []


def _headed(page: PageBlocks) -> list[_Entry]:
    """What stands between lines that begin with a time, in the block with the most of them."""
    groups = [
        (block, [line for line in block.lines if line.tag == tag])
        for block in page.done
        for tag in sorted({line.tag for line in block.lines})
    ]
    if not groups:
        return []
    block, lines = max(groups, key=lambda group: (len(group[1]), group[1][0].tag != "p"))
    if len(lines) < (_FEWEST_PARAGRAPHS if lines[0].tag == "p" else _FEWEST):
        return []
    ends = [line.start for line in lines[1:]] + [block.divided or block.end]
    entries = [_Entry(line.start, end, line.when, line.heading) for line, end in zip(lines, ends, strict=True)]
    return entries if _hold(page, entries, _MOST_OF_IT) else []


def _is_timed(block: Block) -> bool:
    return block.when is not None or (block.clock is not None and block.clock <= _MOST_BEFORE_TIME)


def _entry(block: Block) -> _Entry:
    return _Entry(block.start, block.end, block.when, block.heading, block.anchor)


def _hold(page: PageBlocks, entries: Sequence[_Entry], share: float) -> bool:
    within = _prose(page, entries[0].start, entries[-1].end)
    return within > 0 and within >= share * sum(count for _, count in page.prose)


def _prose(page: PageBlocks, start: int, end: int) -> int:
    return sum(count for at, count in page.prose if start <= at < end)
